import type { Authority, Invitee, RawRecord } from './model.ts'
import { withCell, withTrouble } from './model.ts'

export const AUTHORITY_HEADINGS = [
  'Authority code',
  'Authority name',
  'Type',
  'Region',
  'Tier',
  'Peer challenge',
]

export const INVITEE_HEADINGS = ['Unique link', 'First name', 'Last name', 'Email', 'Role', 'Authority code']

/** Records of authorities.csv; two cells have stray spaces. */
export function authorityRows(authorities: readonly Authority[]): readonly RawRecord[] {
  return authorities.map(({ code, name, type, region, tier, peerChallenge }, index) => {
    const record: RawRecord = {
      cells: {
        'Authority code': code,
        'Authority name': name,
        Type: type,
        Region: region,
        Tier: tier,
        'Peer challenge': peerChallenge,
      },
      trouble: [],
    }
    if (index === 71) return withCell(record, 'Region', `${region} `, 'outer spaces')
    return index === 208 ? withCell(record, 'Type', `${type}\u00a0`, 'non-breaking space') : record
  })
}

/** Records of invitees.csv, one a person: shared chief executives name both codes in one cell. */
export function inviteeRows(invitees: readonly Invitee[]): readonly RawRecord[] {
  const chiefs = new Map<string, number>()
  for (const { role, authorities } of invitees)
    if (role === 'Chief executive')
      chiefs.set(authorities[0].code, (chiefs.get(authorities[0].code) ?? 0) + 1)
  let shared = 0
  return invitees.map(({ link, firstName, lastName, email, role, authorities }, index) => {
    const codes = authorities.map(({ code }) => code)
    const home = authorities[0].code
    const record: RawRecord = {
      cells: {
        'Unique link': link,
        'First name': firstName,
        'Last name': lastName,
        Email: email,
        Role: index === 300 ? role.toUpperCase() : role,
        'Authority code': codes.join(';'),
      },
      trouble: index === 300 ? [{ kind: 'letter case', field: 'Role' }] : [],
    }
    if (role === 'Chief executive' && chiefs.get(home) === 2) return withTrouble(record, 'job share', home)
    if (codes.length < 2) return record
    shared += 1
    const told = withTrouble(record, 'shared chief executive')
    return shared === 2 ? withCell(told, 'Authority code', codes.join('; '), 'space at separator') : told
  })
}
