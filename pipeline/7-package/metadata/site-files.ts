import type { Site } from '../../site/index.ts'
import type { DataPackage } from '../data-package/index.ts'
import { catalogue } from './dcat/catalogue.ts'
import { dataJson } from './dcat-us.ts'
import type { Entry } from './entry.ts'
import { type Announcement, atomFeed } from './feed.ts'
import { jsonLd } from './rdf/json-ld.ts'
import { turtle } from './rdf/turtle.ts'
import { sitemap } from './sitemap.ts'

/** A consultation as `catalogue.json` lists it; its descriptor may be of any version of Stocktake, or of others. */
export interface Listed {
  readonly id: string
  readonly title: string
  /** Absent where all were withdrawn. */
  readonly latest?: string
  /** The newest first. */
  readonly versions: readonly ListedVersion[]
  readonly descriptor: Readonly<Record<string, unknown>>
}

export interface ListedVersion {
  readonly version: string
  readonly kind: string
  readonly date?: string
  readonly note?: string
  readonly withdrawn?: { readonly date: string; readonly reason: string }
}

/**
 * Path -> text of everything that a site of releases shows to portals, feed readers and search engines. None is
 * left out: what a portal no longer finds it deletes.
 */
export function siteFiles(site: Site, consultations: readonly Listed[]): ReadonlyMap<string, string> {
  const entries = consultations.map((listed) => entryOf(site, listed))
  const dcat = catalogue(site, entries)
  return new Map([
    ['catalog.ttl', turtle([dcat])],
    ['catalog.jsonld', jsonLd([dcat])],
    ['data.json', dataJson(site, entries)],
    ['feed.atom', atomFeed(site, consultations.flatMap(announcementsOf))],
    ['sitemap.xml', sitemap(site, entries)],
  ])
}

function entryOf(site: Site, { id, title, latest, versions, descriptor }: Listed): Entry {
  const shown = versions.find(({ version }) => version === latest) ?? versions[0]
  const before = versions.find((one) => one.withdrawn === undefined && one.version !== shown?.version)
  const withdrawn = latest === undefined ? shown?.withdrawn : undefined
  // Whoever has a newer one than what is left must see that something changed, and why.
  const newer = latest === undefined || shown === undefined ? [] : versions.slice(0, versions.indexOf(shown))
  const notices = newer.flatMap((one) =>
    one.withdrawn === undefined ? [] : [{ version: one.version, ...one.withdrawn }],
  )
  const said = [
    ...notices.map(({ version, date, reason }) => `Version ${version} was withdrawn on ${date}: ${reason}`),
    ...(shown?.note === undefined ? [] : [shown.note]),
  ]
  const days = [shown?.date, ...notices.map(({ date }) => date)].flatMap((day) => day ?? [])
  const modified = days.sort((a, b) => (a < b ? -1 : 1)).at(-1)
  return {
    folder: id,
    descriptor: completed(site, title, shown, descriptor),
    ...(before === undefined || latest === undefined ? {} : { previous: before.version }),
    ...(said.length === 0 ? {} : { changes: said.join(' ') }),
    ...(modified === undefined ? {} : { modified }),
    ...(withdrawn === undefined ? {} : { withdrawn: { on: withdrawn.date, reason: withdrawn.reason } }),
  }
}

/** What a descriptor lacks that every rendering needs; ours lack nothing. */
function completed(
  site: Site,
  title: string,
  shown: ListedVersion | undefined,
  descriptor: Listed['descriptor'],
): DataPackage {
  const given = descriptor as Partial<DataPackage>
  const publisher = { title: site.publisher.name, roles: ['publisher'], role: 'publisher' }
  const contributors = given.contributors ?? []
  const day = shown?.date ?? given.created?.slice(0, 10) ?? '1970-01-01'
  return {
    $schema: '',
    name: '',
    licenses: [],
    temporal: { start: day, end: day },
    languages: [site.language],
    citation: '',
    changes: [],
    resources: [],
    ...given,
    title: given.title ?? title,
    version: shown?.version ?? given.version ?? '',
    contributors: contributors.some(({ role }) => role === 'publisher')
      ? contributors
      : [publisher, ...contributors],
  }
}

/** Each version once, and once more where it was withdrawn; one without a date on the last day of fieldwork. */
function announcementsOf({ id, title, versions, descriptor }: Listed): readonly Announcement[] {
  const { description, temporal } = descriptor as Partial<DataPackage>
  return versions.flatMap(({ version, kind, date = temporal?.end, note, withdrawn }) => {
    const about = { folder: id, version, title, isGone: withdrawn !== undefined }
    const summary = note ?? (description === undefined || description === '' ? title : description)
    return [
      ...(date === undefined ? [] : [{ ...about, on: date, kind: KINDS[kind] ?? 'release', summary }]),
      ...(withdrawn === undefined
        ? []
        : [{ ...about, on: withdrawn.date, kind: 'withdrawal' as const, summary: withdrawn.reason }]),
    ]
  })
}

const KINDS: Readonly<Record<string, Announcement['kind']>> = {
  correction: 'correction',
  'planned revision': 'revision',
}
