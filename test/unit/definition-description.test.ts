import { describe, expect, it } from 'vitest'
import { readDefinition } from '../../pipeline/definition/index.ts'
import { BASE } from './definition-base.ts'

const read = (lines: string) => readDefinition(`${BASE}${lines}`, 'consultation.yaml', 'libraries')

describe('what a definition says of the data as a whole', () => {
  it('may be left out: the publisher is who is asked', () => {
    expect(read('').value).toMatchObject({
      contributors: [],
      contact: { name: 'Anytown Council' },
      themes: [],
      spatial: [],
      methodology: {},
    })
  })

  it('is read whole', () => {
    const { value, issues } = read(`contributors:
  - { name: Ada Lovelace, given_name: Ada, family_name: Lovelace, orcid: 0000-0002-1825-0097, roles: [project leader] }
  - { name: Reading Trust, roles: [funder] }
  - { name: Research Team }
contact: { email: research@anytown.example }
themes: [government, society]
spatial: [Anytown, { name: England, url: "https://sws.geonames.org/6269131/" }]
frequency: yearly
methodology: { sampling: Open to anybody. }
doi: 10.5281/zenodo.1234567
landing_page: https://data.anytown.example/libraries
`)
    expect(issues).toEqual([])
    expect(value).toMatchObject({
      contributors: [
        { name: 'Ada Lovelace', givenName: 'Ada', familyName: 'Lovelace', roles: ['project leader'] },
        { name: 'Reading Trust', roles: ['funder'] },
        { name: 'Research Team', roles: ['creator'] },
      ],
      contact: { name: 'Anytown Council', email: 'research@anytown.example' },
      themes: ['government', 'society'],
      spatial: [{ name: 'Anytown' }, { name: 'England', url: 'https://sws.geonames.org/6269131/' }],
      frequency: 'yearly',
      methodology: { sampling: 'Open to anybody.' },
      doi: '10.5281/zenodo.1234567',
      landingPage: 'https://data.anytown.example/libraries',
    })
  })

  it.each([
    ['contributors: [{ name: Ada, given_name: Ada }]', 'A given name stands without a family name.'],
    ['contributors: [{ name: Ada, family_name: Ada }]', 'A family name stands without a given name.'],
    ['contributors: [{ name: A, organisation: B }]', 'Only a person belongs to an organisation.'],
    ['contributors: [{ name: A, orcid: 0000-0002-1825-0097 }]', 'Only a person has an ORCID.'],
    [
      'contributors: [{ name: A, given_name: A, family_name: B, orcid: 0000-0002-1825-0098 }]',
      'The ORCID 0000-0002-1825-0098 has a wrong digit somewhere.',
    ],
    ['contributors: [{ name: A, roles: [writer] }]', "Entry 1 of 'roles' cannot be 'writer'."],
    ['contact: { email: nobody }', "'email' must be an e-mail address."],
    ['themes: [goverment]', "Entry 1 of 'themes' cannot be 'goverment' — did you mean 'government'?"],
    ['frequency: often', "'frequency' cannot be 'often'."],
    ['doi: https://doi.org/10.5281/zenodo.1', "'doi' must be a DOI without the address before it."],
    [
      'landing_page: data.anytown.example',
      "'landing_page' must be a web address that begins with http:// or https://.",
    ],
  ])('is refused where it is wrong: %s', (line, message) => {
    expect(read(line).issues.map((issue) => issue.message)).toEqual([message])
  })

  // https://support.orcid.org, structure of the identifier: three that exist, one of them ending in X.
  it.each(['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X'])(
    'knows the ORCID %s',
    (orcid) => {
      const line = `contributors: [{ name: A, given_name: A, family_name: B, orcid: ${orcid} }]`
      expect(read(line).issues).toEqual([])
    },
  )
})
