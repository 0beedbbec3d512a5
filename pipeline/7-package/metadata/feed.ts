import type { Site } from '../../site/index.ts'
import { noticeOn } from './entry.ts'
import { element, xmlDocument } from './xml.ts'

/** Something that happened to a consultation's data, for those who follow the site. */
export interface Announcement {
  /** Folder of the consultation below the site. */
  readonly folder: string
  readonly version: string
  readonly title: string
  /** Day, or moment with its zone. */
  readonly on: string
  readonly kind: 'release' | 'revision' | 'correction' | 'withdrawal'
  /** Withdrawn since, so that nothing stands at its address. */
  readonly isGone: boolean
  /** What happened, in a sentence or two. */
  readonly summary: string
}

/** What people read before the title; a plain release needs no word. */
const WORDS: Readonly<Record<Announcement['kind'], string>> = {
  release: '',
  revision: 'Revision: ',
  correction: 'Correction: ',
  withdrawal: 'Withdrawn: ',
}

/** `feed.atom`, Atom (RFC 4287): newest first; on one day by folder, and there as given. */
export function atomFeed(site: Site, announcements: readonly Announcement[]): string {
  const newest = announcements.toSorted(newestFirst)
  const self = `${site.url}feed.atom`
  const { name, url, email } = site.publisher
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.language },
      element('title', {}, site.title),
      element('subtitle', {}, site.description),
      element('id', {}, self),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', href: site.url }),
      // An empty feed was never updated, but must say when: the first day there is.
      element('updated', {}, moment(newest[0]?.on ?? '1970-01-01')),
      element(
        'author',
        {},
        element('name', {}, name),
        url === undefined ? undefined : element('uri', {}, url),
        element('email', {}, email),
      ),
      ...newest.map((announcement) => entry(site, announcement)),
    ),
  )
}

function entry({ url }: Site, { folder, version, title, on, kind, isGone, summary }: Announcement) {
  const release = `${url}${folder}/${version}/`
  return element(
    'entry',
    {},
    element('title', {}, `${WORDS[kind]}${title}, version ${version}`),
    // A withdrawal is another piece of news of the same release.
    element('id', {}, kind === 'withdrawal' ? `${release}#withdrawal` : release),
    element('link', { rel: 'alternate', href: isGone ? noticeOn(url, folder) : release }),
    element('updated', {}, moment(on)),
    element('published', {}, moment(on)),
    element('category', { term: kind }),
    element('summary', {}, summary),
  )
}

const newestFirst = (a: Announcement, b: Announcement): number =>
  -order(moment(a.on), moment(b.on)) || order(a.folder, b.folder)

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** RFC 4287 wants a time with the day. */
const moment = (on: string): string => (on.includes('T') ? on : `${on}T00:00:00Z`)
