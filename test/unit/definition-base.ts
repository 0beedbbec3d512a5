/** A small definition without fault, in which each case of the tests breaks one thing. */
export const BASE = `title: Library services
publisher: { name: Anytown Council }
licence: OGL-UK-3.0
version: 1.0.0
fieldwork: { start: 2024-01-08, end: 2024-03-01 }
frame:
  file: parishes.csv
  unit: { one: parish, many: parishes }
  columns: { key: Code, name: Parish, region: Region }
invitees:
  file: clerks.csv
  columns: { link: Link, unit: Code, role: Role }
responses:
  - file: responses.csv
    columns:
      link: Link
      submitted: End time
    identifying: [Email]
    ignore: [Status]
    set_aside:
      - { reason: test row, column: Status, equals: Test }
  - file: letters.csv
    columns: { region: Region, covers: Parishes }
    from_frame: false
variables:
  region:
    title: Region
    values: [North, South, Coast]
    groups: { Inland: [North, South] }
  role:
    values: [Clerk, Chair]
questions:
  q1:
    text: Do you use the library?
    answers: ["Yes", "No", Don't know]
    nets: { Answered: ["Yes", "No"] }
  q2:
    text: What would you change?
    kind: open
    asked_if: { q1: "Yes" }
  q3:
    text: How do you get there?
    kind: multiple
    answers: [Bus, Car]
    columns: { Bus: Q3_1, Car: Q3_2 }
  q4:
    text: How often a month?
    kind: number
    minimum: 0
    bands:
      - { label: Under 5, below: 5 }
      - { label: Under 10, below: 10 }
      - { label: 10 or more }
  q5:
    text: Should it open on Sundays?
    kind: scale
    answers: [Agree, Disagree]
populations:
  clerks:
    title: Clerks
    base: all clerks
    where: { source: responses.csv, role: Clerk }
  everyone:
    title: Everyone
    base: everyone who answered
tables:
  response_rates: [role, region]
  profile: [region]
  populations: [clerks, everyone]
  breakdowns: [region]
privacy:
  publish: [region]
printed: printed.csv
`

/** The base with one passage replaced; throws when the passage is not there exactly once. */
export function broken(passage: string, replacement: string): string {
  const parts = BASE.split(passage)
  if (parts.length !== 2) throw new Error(`not there once: ${passage}`)
  return parts.join(replacement)
}
