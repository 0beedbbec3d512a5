import type { Fault, Path } from '../fault.ts'
import type { Contributor, Definition } from '../model.ts'

/** Names of people that are only half there, and ORCIDs whose last digit is wrong. */
export const checkDescription = ({ contributors }: Definition): readonly Fault[] =>
  contributors.flatMap((contributor, index) => checkContributor(contributor, ['contributors', index]))

function checkContributor(
  { givenName, familyName, organisation, orcid }: Contributor,
  path: Path,
): readonly Fault[] {
  const person = givenName !== undefined && familyName !== undefined
  const half = !person && (givenName !== undefined || familyName !== undefined)
  const advice = 'An organisation has neither; a person has both given_name and family_name.'
  const fault = (code: string, key: string, message: string, rest: Partial<Fault> = {}): Fault => ({
    code,
    path: [...path, key],
    message,
    ...rest,
  })
  return [
    ...(half
      ? [
          givenName === undefined
            ? fault('half-a-name', 'family_name', 'A family name stands without a given name.', { advice })
            : fault('half-a-name', 'given_name', 'A given name stands without a family name.', { advice }),
        ]
      : []),
    ...(organisation !== undefined && !person && !half
      ? [fault('not-a-person', 'organisation', 'Only a person belongs to an organisation.', { advice })]
      : []),
    ...(orcid !== undefined && !person && !half
      ? [fault('not-a-person', 'orcid', 'Only a person has an ORCID.', { advice })]
      : []),
    ...(orcid !== undefined && checkCharacter(orcid) !== orcid.at(-1)
      ? [
          fault('orcid', 'orcid', `The ORCID ${orcid} has a wrong digit somewhere.`, {
            advice: 'Copy it from the page of the person at orcid.org.',
          }),
        ]
      : []),
  ]
}

/** ISO 7064 MOD 11-2 over the first fifteen digits. */
function checkCharacter(orcid: string): string {
  const digits = orcid.replaceAll('-', '').slice(0, 15)
  const total = Array.from(digits).reduce((sum, digit) => (sum + Number(digit)) * 2, 0)
  const result = (12 - (total % 11)) % 11
  return result === 10 ? 'X' : String(result)
}
