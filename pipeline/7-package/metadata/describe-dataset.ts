import type { ReleasedTables } from '../../artefacts.ts'
import type { ContributorRole, Definition, Contributor as Named } from '../../definition/index.ts'
import { licenceOf } from '../../licences.ts'
import { citationOf } from '../citing.ts'
import type { Contributor, DataPackage } from '../data-package/index.ts'
import { methodStatements } from '../methods.ts'
import { safeName } from '../names.ts'
import { responseStatements } from '../statements.ts'
import { webAddress } from '../words.ts'

/** A descriptor but for the resources: the release as a whole, in the words every other rendering repeats. */
export function describeDataset(
  definition: Definition,
  released: ReleasedTables,
): Omit<DataPackage, '$schema' | 'changes' | 'resources'> {
  const { id, title, description, version, published, language, fieldwork, themes, frequency, doi } =
    definition
  const licence = licenceOf(definition)
  return {
    name: safeName(id),
    ...present({ id: doi === undefined ? undefined : `https://doi.org/${doi}` }),
    title,
    ...present({ description, homepage: definition.landingPage }),
    version,
    ...present({
      created: published === undefined ? undefined : `${published}T00:00:00Z`,
      keywords: [...new Set(definition.keywords)],
    }),
    licenses: [{ name: licence.spdx, path: licence.url, title: licence.title }],
    contributors: contributorsOf(definition),
    ...present({ sources: definition.sources.map((source) => titled(source.title, source.url)) }),
    temporal: { start: fieldwork.start, end: fieldwork.end },
    languages: [language],
    ...present({
      spatial: definition.spatial.map(({ name, url }) => titled(name, url)),
      themes,
      frequency,
      methodology: methodologyOf(definition, released),
    }),
    citation: citationOf(definition),
  }
}

/** Who made it, the publisher first; consumers of version 1 read `role`. */
function contributorsOf({ publisher, contributors, contact }: Definition): readonly Contributor[] {
  const made = contributors.some(({ roles }) => roles.includes('creator'))
  const answers = contact.name === publisher.name
  const reach = answers ? contact : publisher
  const others = contributors.map(contributorOf)
  const known = contributors.some(({ roles }) => roles.includes('contact'))
  return [
    {
      title: publisher.name,
      ...present({ path: webAddress(publisher.url), email: reach.email }),
      roles: [
        'publisher',
        ...(made ? [] : ['creator']),
        'rightsHolder',
        ...(answers && !known && contact.email !== undefined ? ['contact'] : []),
      ],
      role: 'publisher',
    },
    ...others,
    ...(answers
      ? []
      : [
          {
            title: contact.name,
            ...present({ path: webAddress(contact.url), email: contact.email }),
            roles: ['contact'],
            role: 'maintainer',
          },
        ]),
  ]
}

function contributorOf({ name, organisation, orcid, roles, url, email, ...person }: Named): Contributor {
  return {
    title: name,
    ...present({ givenName: person.givenName, familyName: person.familyName, organization: organisation }),
    ...present({ path: webAddress(url), email }),
    ...present({ orcid: orcid === undefined ? undefined : `https://orcid.org/${orcid}` }),
    roles: roles.map(camelCase),
    role: roles.includes('creator') ? 'author' : roles.includes('contact') ? 'maintainer' : 'contributor',
  }
}

/** "data curator" as the standard and DataCite write it: `dataCurator`. */
const camelCase = (role: ContributorRole): string =>
  role.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase())

/** What the author says of method; where he is silent, what the files themselves say. */
function methodologyOf(definition: Definition, released: ReleasedTables): DataPackage['methodology'] {
  const { methodology, frame, responses, notes } = definition
  const channels = [...new Set(responses.flatMap(({ channel }) => channel ?? []))]
  const stated = present({
    universe: methodology.universe ?? (frame === undefined ? undefined : `All ${frame.unit.many}.`),
    sampling: methodology.sampling,
    mode: methodology.mode ?? (channels.length === 0 ? undefined : `${channels.join(', ')}.`),
    instrument: methodology.instrument,
    responseRates: responseStatements(definition, released),
    estimation: methodStatements(definition),
    notes,
  })
  return Object.keys(stated).length === 0 ? undefined : stated
}

const titled = (title: string, url: string | undefined) => ({ title, ...present({ path: webAddress(url) }) })

/** The parts that say something: neither absent, nor blank, nor an empty list. */
function present<T extends object>(parts: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const said = Object.entries(parts).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(said) as { readonly [K in keyof T]?: Exclude<T[K], undefined> }
}
