import type { AuthorityType } from './model.ts'

export const REGIONS = [
  'East Midlands',
  'East of England',
  'London',
  'North East',
  'North West',
  'South East',
  'South West',
  'West Midlands',
  'Yorkshire and the Humber',
] as const

export type Region = (typeof REGIONS)[number]

export const TIERS: Readonly<Record<AuthorityType, string>> = {
  'Shire county': 'Upper tier',
  'Shire district': 'Lower tier',
  'English unitary': 'Single tier',
  'Metropolitan district': 'Single tier',
  'London borough': 'Single tier',
  'Fire and rescue': 'Not a council',
}

/**
 * Authorities of each type in each region, in the order of `REGIONS`. `all` is England in 2015 as
 * counted from public registers; its margins are those of the report's Tables 2 and 3. `responded`
 * has the margins the report prints; the cells are ours. Only one fire authority lies in a region
 * whose councils are spoken for, so that 260 of 399 authorities (65 per cent) responded or are covered.
 */
export const FRAME_COUNTS: readonly {
  readonly type: AuthorityType
  readonly all: readonly number[]
  readonly responded: readonly number[]
}[] = [
  { type: 'Shire county', all: [5, 5, 0, 0, 2, 7, 4, 3, 1], responded: [2, 4, 0, 0, 1, 5, 2, 2, 1] },
  {
    type: 'Shire district',
    all: [36, 41, 0, 0, 18, 55, 25, 19, 7],
    responded: [7, 11, 0, 0, 4, 15, 7, 8, 4],
  },
  { type: 'English unitary', all: [4, 6, 0, 7, 6, 12, 12, 4, 5], responded: [2, 3, 0, 4, 4, 8, 6, 2, 3] },
  {
    type: 'Metropolitan district',
    all: [0, 0, 0, 5, 15, 0, 0, 7, 9],
    responded: [0, 0, 0, 3, 9, 0, 0, 4, 5],
  },
  { type: 'London borough', all: [0, 0, 33, 0, 0, 0, 0, 0, 0], responded: [0, 0, 10, 0, 0, 0, 0, 0, 0] },
  { type: 'Fire and rescue', all: [5, 6, 1, 4, 5, 9, 7, 5, 4], responded: [0, 0, 0, 0, 2, 4, 2, 1, 2] },
]

/** Of the 147 authorities that responded: had, or were discussing, a peer challenge (62 per cent). */
export const RESPONDED_WITH_PEER_CHALLENGE = 91

/** Regions whose councils are spoken for by a body among the further responses. */
export const SPOKEN_FOR: readonly Region[] = [
  'East Midlands',
  'East of England',
  'London',
  'North East',
  'West Midlands',
]
