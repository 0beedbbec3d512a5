import { randomStream } from './random.ts'

/**
 * Invented places, in a fixed order, all different: `shires` for counties, `towns` for the rest.
 * English in sound, but made so that none is a real authority; the test checks that.
 */
export function placeNames(): { readonly shires: readonly string[]; readonly towns: readonly string[] } {
  const towns = HEADS.flatMap((head) => TAILS.map((tail) => head + tail))
  const random = randomStream('places')
  return { shires: random.shuffle(HEADS.map((head) => `${head}shire`)), towns: random.shuffle(towns) }
}

const HEADS = [
  'Quarn',
  'Threv',
  'Yex',
  'Skarv',
  'Brax',
  'Cruv',
  'Drelk',
  'Fonv',
  'Glurn',
  'Jask',
  'Kelph',
  'Lorx',
  'Mizz',
  'Norv',
  'Osp',
  'Prax',
  'Quibb',
  'Snelk',
  'Vorl',
  'Wexl',
  'Yorv',
  'Zenk',
  'Pluv',
  'Grizz',
  'Thwax',
  'Vunn',
  'Murv',
  'Blex',
  'Dwerr',
  'Frusk',
]

const TAILS = [
  'ington',
  'erton',
  'ingham',
  'enholt',
  'ersley',
  'elcombe',
  'owick',
  'enstead',
  'ibourne',
  'erford',
  'ihurst',
  'endale',
  'emouth',
  'omere',
  'asby',
  'ulthorpe',
]
