import { type Cells, csvOf, times } from './consultation.ts'

/** One who answered a consultation of two wards; `member` is not published. */
const one = (ward: string, member: string, fees: string, hours: string): Cells => ({
  Ward: ward,
  Member: member,
  Fees: fees,
  Hours: hours,
})

/** So many who answered alike. */
export const club = (...groups: readonly (readonly [number, string, string, string, string])[]): string =>
  csvOf(groups.flatMap(([count, ...answers]) => times(count, one(...answers))))

/** The definition of that consultation, less the head that all small ones share. */
export const CLUB = `responses: { file: club.csv, columns: { ward: Ward, member: Member } }
variables:
  ward: { values: [North, South] }
  member: { values: ["Yes", "No"] }
questions:
  fees: { text: Fees, answers: ["Too high", "Fair"] }
  hours: { text: Hours, answers: ["Too few", "Enough"] }
populations:
  everybody: { title: Everybody, base: all who answered }
  members: { title: Members, base: all members, where: { member: "Yes" } }
privacy: { publish: [ward] }
`
