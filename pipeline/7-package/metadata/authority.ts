/** Words of ours as the controlled vocabularies of others write them. */
import type { Frequency, Theme } from '../../definition/index.ts'

const AUTHORITY = 'http://publications.europa.eu/resource/authority'

/** Data themes of the EU Publications Office. */
const THEMES: Readonly<Record<Theme, string>> = {
  agriculture: 'AGRI',
  economy: 'ECON',
  education: 'EDUC',
  energy: 'ENER',
  environment: 'ENVI',
  government: 'GOVE',
  health: 'HEAL',
  international: 'INTR',
  justice: 'JUST',
  regions: 'REGI',
  science: 'TECH',
  society: 'SOCI',
  transport: 'TRAN',
}

/** How often: the EU Publications Office, and ISO 8601 as DCAT-US wants it (none for what is not repeated). */
const FREQUENCIES: Readonly<Record<Frequency, { readonly eu: string; readonly iso?: string }>> = {
  once: { eu: 'NEVER' },
  monthly: { eu: 'MONTHLY', iso: 'R/P1M' },
  quarterly: { eu: 'QUARTERLY', iso: 'R/P3M' },
  'half-yearly': { eu: 'ANNUAL_2', iso: 'R/P6M' },
  yearly: { eu: 'ANNUAL', iso: 'R/P1Y' },
  'every two years': { eu: 'BIENNIAL', iso: 'R/P2Y' },
  irregular: { eu: 'IRREG', iso: 'irregular' },
}

/** ISO 639-1 to the EU Publications Office, which uses ISO 639-3: languages that consultations here are held in. */
const LANGUAGES: Readonly<Record<string, string>> = {
  bg: 'BUL',
  cs: 'CES',
  cy: 'CYM',
  da: 'DAN',
  de: 'DEU',
  el: 'ELL',
  en: 'ENG',
  es: 'SPA',
  et: 'EST',
  fi: 'FIN',
  fr: 'FRA',
  ga: 'GLE',
  gd: 'GLA',
  hr: 'HRV',
  hu: 'HUN',
  it: 'ITA',
  lt: 'LIT',
  lv: 'LAV',
  mt: 'MLT',
  nl: 'NLD',
  pl: 'POL',
  pt: 'POR',
  ro: 'RON',
  sk: 'SLK',
  sl: 'SLV',
  sv: 'SWE',
}

/** File types of the EU Publications Office, and what people call them. */
const FORMATS: Readonly<Record<string, { readonly label: string; readonly eu?: string }>> = {
  csv: { label: 'CSV', eu: 'CSV' },
  parquet: { label: 'Parquet' },
  xlsx: { label: 'XLSX', eu: 'XLSX' },
  zip: { label: 'ZIP', eu: 'ZIP' },
}

export const themeAddress = (theme: string): string | undefined =>
  address('data-theme', THEMES[theme as Theme])

export const frequencyAddress = (frequency: string): string | undefined =>
  address('frequency', FREQUENCIES[frequency as Frequency]?.eu)

export const frequencyIso = (frequency: string): string | undefined =>
  FREQUENCIES[frequency as Frequency]?.iso

/** Of a language tag; undefined where the list has no such language. */
export const languageAddress = (tag: string): string | undefined =>
  address('language', LANGUAGES[tag.split('-')[0]?.toLowerCase() ?? ''])

export const formatLabel = (format: string): string => FORMATS[format]?.label ?? format.toUpperCase()

export const formatAddress = (format: string): string | undefined => address('file-type', FORMATS[format]?.eu)

/** Open to everybody. */
export const PUBLIC = `${AUTHORITY}/access-right/PUBLIC`

/** Versions stay where they are. */
export const STABLE = `${AUTHORITY}/planned-availability/STABLE`

export const THEME_TAXONOMY = `${AUTHORITY}/data-theme`

const address = (list: string, code: string | undefined): string | undefined =>
  code === undefined ? undefined : `${AUTHORITY}/${list}/${code}`
