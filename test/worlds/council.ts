/** Worlds like a council's: some hundred residents, wards of very different size, opinions, ward and type published. */
import type { Question, Variable, World } from './model.ts'
import { somePeople } from './people.ts'
import { PROFILES } from './profiles.ts'
import { type Random, randomOf } from './random.ts'

const TYPES = ['Resident', 'Business', 'Parish council', 'Visitor', 'Charity'] as const

export function councilOf(seed: number): World {
  const random = randomOf(seed + 1_000_003)
  const wards = Array.from(
    { length: random.whole(3, 12) },
    (_, place) => `Ward ${String(place + 1).padStart(2, '0')}`,
  )
  const variables: readonly Variable[] = [
    { id: 'ward', values: wards, groups: {} },
    { id: 'tier', values: TYPES.slice(0, random.whole(2, 5)), groups: {} },
  ]
  const rest = {
    seed,
    family: 'council',
    variables,
    files: [{ channel: 'Online', lacks: [] }],
    questions: Array.from({ length: random.whole(1, 3) }, (_, place) => opinion(random, `q${place + 1}`)),
    populations: [],
    breakdowns: random.chance(0.5) ? [['ward']] : [['ward'], ['tier']],
    publish: random.chance(0.5) ? ['ward', 'tier'] : [],
    profile: 'consultation' as const,
    stated: {},
    rules: { ...PROFILES.consultation, microdata: true },
  }
  const published = rest.publish.length > 0
  const world = published
    ? rest
    : { ...rest, stated: { microdata: 0 }, rules: { ...rest.rules, microdata: false } }
  const people = somePeople(random, world, random.whole(150, 1500)).filter(
    ({ said }) => Object.keys(said).length > 0,
  )
  return { ...world, people }
}

const opinion = (random: Random, id: string): Question => ({
  id,
  kind: random.chance(0.7) ? 'single' : 'multiple',
  answers: ['A', 'B', 'C', 'D', 'E']
    .slice(0, random.whole(2, 5))
    .map((letter) => `${id.toUpperCase()} ${letter}`),
  bands: [],
  base: 'answered',
  nets: {},
  statistics: random.chance(0.5) ? ['percent'] : ['count', 'percent'],
  decimals: 1,
  scores: {},
})
