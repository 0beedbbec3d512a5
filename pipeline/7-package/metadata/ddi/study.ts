import type { Contributor, DataPackage } from '../../data-package/index.ts'
import { contactOf, issuedOn, publisherOf } from '../entry.ts'
import { type Element, element } from '../xml.ts'

/** `stdyDscr`: the study as a whole. The order of the parts is that of the schema. */
export function study(descriptor: DataPackage): Element {
  return element(
    'stdyDscr',
    {},
    citation(descriptor),
    information(descriptor),
    method(descriptor),
    access(descriptor),
  )
}

const texts = (name: string, ...values: readonly (string | undefined)[]): readonly Element[] =>
  values.flatMap((value) => (value === undefined ? [] : [element(name, {}, value)]))

/** `citation`: of the study, and again of the document that describes it. */
export function citation(descriptor: DataPackage): Element {
  const { title, id, name, version, contributors, created, citation: words } = descriptor
  const having = (role: string) => contributors.filter(({ roles }) => roles.includes(role))
  const publisher = publisherOf(descriptor)
  const contact = contactOf(descriptor)
  return element(
    'citation',
    {},
    element(
      'titlStmt',
      {},
      element('titl', {}, title),
      id === undefined
        ? element('IDNo', {}, name)
        : element('IDNo', { agency: 'DOI' }, id.replace('https://doi.org/', '')),
    ),
    element('rspStmt', {}, ...having('creator').map(author)),
    element(
      'prodStmt',
      {},
      element('producer', {}, publisher.title),
      ...having('funder').map((funder) => element('fundAg', {}, funder.title)),
    ),
    element(
      'distStmt',
      {},
      element('distrbtr', publisher.path === undefined ? {} : { URI: publisher.path }, publisher.title),
      contact === undefined
        ? undefined
        : element('contact', { email: contact.email, URI: contact.path }, contact.title),
      created === undefined
        ? undefined
        : element('distDate', { date: issuedOn(descriptor) }, issuedOn(descriptor)),
    ),
    element(
      'verStmt',
      {},
      element('version', created === undefined ? {} : { date: issuedOn(descriptor) }, version),
    ),
    element('biblCit', {}, words),
  )
}

/** People by family name first. */
const author = ({ title, givenName, familyName, organization }: Contributor): Element =>
  element(
    'AuthEnty',
    { affiliation: organization },
    givenName !== undefined && familyName !== undefined ? `${familyName}, ${givenName}` : title,
  )

function information({
  keywords = [],
  themes = [],
  title,
  description,
  temporal,
  spatial = [],
  methodology,
}: DataPackage) {
  const topics = [
    ...keywords.map((keyword) => element('keyword', {}, keyword)),
    ...themes.map((theme) => element('topcClas', { vocab: 'EU data themes' }, theme)),
  ]
  return element(
    'stdyInfo',
    {},
    topics.length === 0 ? undefined : element('subject', {}, ...topics),
    element('abstract', {}, description ?? title),
    element(
      'sumDscr',
      {},
      element('collDate', { event: 'start', date: temporal.start }, temporal.start),
      element('collDate', { event: 'end', date: temporal.end }, temporal.end),
      ...spatial.map((place) => element('geogCover', {}, place.title)),
      ...texts('universe', methodology?.universe),
      element('dataKind', {}, 'Survey data'),
    ),
    ...texts('notes', ...(methodology?.notes ?? [])),
  )
}

function method({ methodology, frequency, sources = [] }: DataPackage): Element {
  const { sampling, mode, instrument, estimation = [], responseRates = [] } = methodology ?? {}
  return element(
    'method',
    {},
    element(
      'dataColl',
      {},
      ...texts('frequenc', frequency),
      ...texts('sampProc', sampling),
      ...texts('collMode', mode),
      ...texts('resInstru', instrument),
      sources.length === 0
        ? undefined
        : element('sources', {}, ...sources.map((source) => element('dataSrc', {}, source.title))),
      ...texts('weight', ...estimation.filter((text) => /weight/i.test(text))),
    ),
    responseRates.length === 0 && estimation.length === 0
      ? undefined
      : element(
          'anlyInfo',
          {},
          ...texts('respRate', ...responseRates),
          ...texts('EstSmpErr', ...estimation.filter((text) => /error|interval/i.test(text))),
          ...texts('dataAppr', ...estimation.filter((text) => !/weight|error|interval/i.test(text))),
        ),
  )
}

function access(descriptor: DataPackage): Element {
  const { licenses, citation: words, homepage, resources } = descriptor
  const [licence] = licenses
  return element(
    'dataAccs',
    {},
    element(
      'setAvail',
      {},
      ...(homepage === undefined ? [] : [element('accsPlac', { URI: homepage }, homepage)]),
      element('avlStatus', {}, 'Open to everybody.'),
      element('fileQnty', {}, String(resources.length)),
    ),
    element(
      'useStmt',
      {},
      element('citReq', {}, words),
      ...(licence === undefined ? [] : [element('conditions', {}, `${licence.title}, ${licence.path}`)]),
    ),
  )
}
