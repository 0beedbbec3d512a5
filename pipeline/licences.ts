/** The licences a definition may name, and what each is called elsewhere: one table for every target. */
import type { Licence } from './definition/index.ts'

export interface LicenceFacts {
  readonly title: string
  /** Where its text stands. Portals recognise an open licence by this very address: change no letter. */
  readonly url: string
  /** What it asks for, in a sentence of our own. */
  readonly summary: string
  readonly asksForSource: boolean
  /** https://spdx.org/licenses */
  readonly spdx: string
  /** CKAN's own list of licences; with any other id a dataset counts as not open. */
  readonly ckan: string
  /** Zenodo and InvenioRDM: SPDX in small letters. */
  readonly zenodo: string
  /** The older deposit interface of Zenodo, which has names of its own. */
  readonly zenodoDeposit: string
  /** Dataverse takes a name with an address; installations may lack the licence, but never misread it. */
  readonly dataverse: { readonly name: string; readonly uri: string }
  /** DataPress, the software of the London Datastore. */
  readonly dataPress: string
}

export const LICENCES: Readonly<Record<Licence, LicenceFacts>> = {
  'OGL-UK-3.0': {
    title: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    summary:
      'Anybody may copy, adapt and pass on these data, for business too, as long as the source is named and, where possible, the licence is linked to.',
    asksForSource: true,
    spdx: 'OGL-UK-3.0',
    ckan: 'uk-ogl',
    zenodo: 'ogl-uk-3.0',
    zenodoDeposit: 'ogl-uk-3.0',
    dataverse: {
      name: 'OGL UK 3.0',
      uri: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
    dataPress: 'ogl-v3',
  },
  'CC-BY-4.0': {
    title: 'Creative Commons Attribution 4.0 International',
    url: 'https://creativecommons.org/licenses/by/4.0/',
    summary:
      'Anybody may copy, adapt and pass on these data, for business too, as long as the source is named, the licence is linked to, and changes are said to be changes.',
    asksForSource: true,
    spdx: 'CC-BY-4.0',
    ckan: 'cc-by',
    zenodo: 'cc-by-4.0',
    zenodoDeposit: 'cc-by-4.0',
    dataverse: { name: 'CC BY 4.0', uri: 'http://creativecommons.org/licenses/by/4.0' },
    dataPress: 'cc-by',
  },
  'CC0-1.0': {
    title: 'Creative Commons CC0 1.0 Universal',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    summary:
      'The publisher has given up all rights in these data as far as the law allows. Nobody need ask or name the source, though readers are helped by it.',
    asksForSource: false,
    spdx: 'CC0-1.0',
    ckan: 'cc-zero',
    zenodo: 'cc0-1.0',
    zenodoDeposit: 'cc-zero',
    dataverse: { name: 'CC0 1.0', uri: 'http://creativecommons.org/publicdomain/zero/1.0' },
    dataPress: 'cc-zero',
  },
}

export const licenceOf = ({ licence }: { readonly licence: Licence }): LicenceFacts => LICENCES[licence]
