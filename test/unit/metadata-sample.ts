import type { DataPackage } from '../../pipeline/7-package/data-package/index.ts'
import type { Entry } from '../../pipeline/7-package/metadata/index.ts'
import type { Definition } from '../../pipeline/definition/index.ts'
import type { Site } from '../../pipeline/site/index.ts'
import { definition, memoryFolder, packageWhole, releasedTables } from './package-fixture.ts'

/** The definition of the fixture with everything said that may be said, some of it awkward. */
export const RICH: Definition = {
  ...definition,
  title: 'Parks & "greens" <2024>',
  contributors: [
    {
      name: 'Ada Lovelace',
      givenName: 'Ada',
      familyName: 'Lovelace',
      organisation: 'Borough of Example',
      orcid: '0000-0002-1825-0097',
      roles: ['project leader', 'data curator'],
    },
    { name: 'Reading Trust', url: 'https://example.org/trust', roles: ['funder'] },
    { name: 'Research Team', email: 'team@example.org', roles: ['creator'] },
  ],
  contact: { name: 'Open Data Desk', email: 'desk@example.org', url: 'https://example.org/desk' },
  themes: ['government', 'environment'],
  spatial: [{ name: 'Example' }, { name: 'England', url: 'https://sws.geonames.org/6269131/' }],
  frequency: 'yearly',
  methodology: {
    universe: 'Everybody who lives in Example.',
    sampling: 'Open to anybody.',
    mode: 'Online form.',
    instrument: 'Questionnaire.',
  },
  doi: '10.5281/zenodo.1234567',
  landingPage: 'https://data.example.org/parks',
}

/** The least a definition may say. */
export const BARE: Definition = (() => {
  const { published: _, ...undated } = definition
  return {
    ...undated,
    description: '',
    publisher: { name: 'Nobody' },
    contact: { name: 'Nobody' },
    keywords: [],
    sources: [],
    notes: [],
  }
})()

export async function descriptorOf(of: Definition): Promise<DataPackage> {
  const memory = memoryFolder()
  await packageWhole(of, releasedTables(), memory.folder)
  return JSON.parse(memory.textOf('datapackage.json')) as DataPackage
}

export const SITE: Site = {
  url: 'https://data.example.org/',
  title: 'Consultations of Example',
  description: 'What people told the Borough of Example.',
  publisher: { name: 'Borough of Example', url: 'https://example.org/', email: 'data@example.org' },
  language: 'en-GB',
}

/** One of everything: a release, a bare one, a correction with a version before it, and one taken back. */
export async function entries(): Promise<readonly Entry[]> {
  const [rich, bare] = [await descriptorOf(RICH), await descriptorOf(BARE)]
  return [
    { folder: 'parks-2024', descriptor: rich },
    { folder: 'bare', descriptor: bare },
    {
      folder: 'corrected',
      descriptor: { ...rich, version: '1.2.1' },
      previous: '1.2.0',
      changes: 'Table 2 corrected.',
      modified: '2024-08-01T09:30:00+01:00',
    },
    {
      folder: 'gone',
      descriptor: rich,
      withdrawn: { on: '2024-09-01', reason: 'One response was counted twice.' },
    },
  ]
}
