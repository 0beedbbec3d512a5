import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { consult } from './support/consultation.ts'
import { EXAMPLE, tree } from './support/stocktake.ts'

/** Those whom the example invited, asked one thing: what is looked for does not hang on the tables. */
const INVITED = `frame:
  file: authorities.csv
  unit: { one: authority, many: authorities }
  columns: { key: Authority code, name: Authority name }
  ignore: [Type, Region, Tier, Peer challenge]
invitees:
  file: invitees.csv
  columns: { link: Unique link, unit: Authority code }
  separator: ";"
  identifying: [First name, Last name, Email]
  ignore: [Role]
responses: { file: answers.csv, columns: { link: Link } }
questions:
  agree: { text: "Agree?", answers: ["Yes", "No"] }
privacy: { publish: [] }
`

/** What is planted where a release would show it, and what becomes of the run. */
describe('an identifier where it would be published', () => {
  const [header, ...rows] = parse(readFileSync(join(EXAMPLE, 'invitees.csv'))) as string[][]
  const invited = rows[7] ?? []
  const cell = (heading: string): string => invited[header?.indexOf(heading) ?? -1] ?? ''
  const [first, last, address] = [cell('First name'), cell('Last name'), cell('Email')]

  it.each([
    ['a name of somebody invited', () => `${first} ${last}`],
    ['the same in capitals, with more space', () => `${first}  ${last}`.toUpperCase()],
    [
      'the same with accents and invisible characters',
      () => `${first}\u200b ${last.slice(0, 3)}\u0301${last.slice(3)}`,
    ],
    ['an e-mail address', () => address],
    ['a surname of no English word', () => `Thanks to Ms ${last}`],
    ['a link', () => cell('Unique link')],
  ])('stops the run: %s', (_, planted) => {
    const { home, exitCode, said, result } = consult(`notes: [${JSON.stringify(planted())}]\n${INVITED}`, {
      'authorities.csv': readFileSync(join(EXAMPLE, 'authorities.csv'), 'utf8'),
      'invitees.csv': readFileSync(join(EXAMPLE, 'invitees.csv'), 'utf8'),
      'answers.csv': `Link,Agree?\n${rows
        .slice(0, 24)
        .map(([link], index) => `${link},${index % 2 === 0 ? 'Yes' : 'No'}\n`)
        .join('')}`,
    })
    expect(exitCode, said).toBe(4)
    expect(said).toContain('would be published')
    const issues = result['issues'] as readonly { readonly code: string; readonly file: string }[]
    const files = issues.filter(({ code }) => code === 'publish/identifier').map(({ file }) => file)
    expect(files).toContain('README.md')
    expect(files).toContain('tables.xlsx')
    expect(JSON.stringify(result) + said).not.toContain(last)
    expect(existsSync(join(home, 'dist/survey'))).toBe(false)
    for (const [path, bytes] of tree(home))
      if (!path.startsWith('raw/')) expect(bytes.includes(last), path).toBe(false)
  })

  it('stops the run for a unit of the frame in a note, and not for one that the publisher is', () => {
    const files = {
      'frame.csv': 'Key,Name\nA1,Thornsea Borough Council\nA2,Reading Borough Council\n',
      'answers.csv': `Unit,Email,Agree?\n${'A1,jo@thornsea.example,Yes\n'.repeat(6)}${'A2,al@reading.example,No\n'.repeat(6)}`,
    }
    const plan = (note: string) => `${note}
frame: { file: frame.csv, unit: { one: council, many: councils }, columns: { key: Key, name: Name } }
responses: { file: answers.csv, columns: { unit: Unit }, identifying: [Email] }
questions:
  agree: { text: "Agree?", answers: ["Yes", "No"] }
privacy: { publish: [] }
cleaning: { keep: all }
`
    expect(consult(plan('notes: [Nobody of reading borough council answered twice.]'), files).exitCode).toBe(
      4,
    )
    expect(
      consult(plan('contributors: [{ name: Reading Borough Council, roles: [funder] }]'), files).exitCode,
    ).toBe(0)
    expect(consult(plan('notes: [People answered while reading.]'), files).exitCode).toBe(0)
  })
})
