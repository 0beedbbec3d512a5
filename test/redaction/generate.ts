import { at, type Random, randomStream } from '../example/random.ts'
import { asWritten, disguised, JOB_TITLES, ORGANISATIONS, PEOPLE, UNITS } from './frame.ts'
import { HELD_OUT_GIVEN, HELD_OUT_SENTENCES, HELD_OUT_SURNAMES } from './held-out.ts'
import { type Labelled, label } from './label.ts'
import { GIVEN_NAMES, GIVEN_NAMES_THAT_ARE_WORDS, SURNAMES, SURNAMES_THAT_ARE_WORDS } from './people.ts'
import {
  FRAME_SENTENCES,
  INNOCENT_SENTENCES,
  NAME_SENTENCES,
  OWN_SENTENCES,
  SHAPE_SENTENCES,
} from './sentences.ts'
import { SHAPE_VALUES } from './shape-values.ts'

/**
 * The labelled set, seeded: answers of one to four sentences of which one has something that identifies. Sentences, names, places and
 * values are of this folder alone; nothing of them comes from a list that the redactor reads.
 */
export function shapeTexts(kind: string, count: number): readonly Labelled[] {
  const random = randomStream(`redaction/${kind}`)
  const value = SHAPE_VALUES[kind]
  if (value === undefined) throw new Error(`no values of ${kind}`)
  return Array.from({ length: count }, () =>
    among(
      random,
      label(random.pick(SHAPE_SENTENCES[kind] ?? []), () => ({ text: value(random), kind })),
    ),
  )
}

/** Names that no list of the consultation has: those the rules were mended by, or those held out. */
export function nameTexts(count: number, names: Names = TUNING): readonly Labelled[] {
  const random = randomStream(`redaction/names/${names.seed}`)
  return Array.from({ length: count }, () => {
    const sentence = random.pick(names.sentences)
    return among(
      random,
      label(sentence, (slot) => ({ text: personAs(slot, names, random), kind: 'name' })),
    )
  })
}

export interface Names {
  readonly seed: string
  readonly given: readonly string[]
  readonly surnames: readonly string[]
  readonly sentences: readonly string[]
}

const TUNING: Names = {
  seed: 'tuning',
  given: GIVEN_NAMES,
  surnames: SURNAMES,
  sentences: NAME_SENTENCES,
}
export const HELD_OUT: Names = {
  seed: 'held out',
  given: HELD_OUT_GIVEN,
  surnames: HELD_OUT_SURNAMES,
  sentences: HELD_OUT_SENTENCES,
}

function personAs(slot: string, { given: givenNames, surnames }: Names, random: Random): string {
  const given = random.chance(8) ? random.pick(GIVEN_NAMES_THAT_ARE_WORDS) : random.pick(givenNames)
  const single = random.chance(12)
    ? `${random.pick(surnames)}-${random.pick(surnames)}`
    : random.pick(surnames)
  const surname = random.chance(8) ? random.pick(SURNAMES_THAT_ARE_WORDS) : single
  switch (slot) {
    case 'given':
    case 'given2':
      return random.chance(95) ? random.pick(givenNames) : given
    case 'surname':
      return single
    case 'initial':
      return random.pick([
        `${given.slice(0, 1)}. ${single}`,
        `${given.slice(0, 1)} ${single}`,
        `${given.slice(0, 1)}.${random.pick([...'BCDEFGHJKLMNPRSTW'])}. ${single}`,
      ])
    case 'titled':
      return `${random.pick(['Cllr', 'Councillor', 'Mr', 'Mrs', 'Ms', 'Dr', 'Miss', 'Sir', 'Prof.', 'Rev'])} ${random.chance(40) ? `${given} ` : ''}${surname}`
    case 'lower':
      return `${random.pick(givenNames)} ${single}`.toLowerCase()
    default:
      return `${given} ${random.chance(10) ? `${random.pick([...'BCDEFGHJKLMNPRSTW'])}. ` : ''}${surname}`
  }
}

export function frameTexts(count: number): readonly Labelled[] {
  const random = randomStream('redaction/frame')
  return Array.from({ length: count }, () =>
    among(
      random,
      label(random.pick(FRAME_SENTENCES), (slot) => {
        if (slot === 'unit') return { text: disguised(random.pick(UNITS), random), kind: 'council' }
        if (slot === 'organisation')
          return { text: disguised(random.pick(ORGANISATIONS), random), kind: 'organisation' }
        return {
          text: random.chance(50)
            ? asWritten(random.pick(PEOPLE), random)
            : disguised(random.pick(PEOPLE), random),
          kind: 'name',
        }
      }),
    ),
  )
}

export function ownTexts(count: number): readonly Labelled[] {
  const random = randomStream('redaction/own')
  return Array.from({ length: count }, () => {
    const own = {
      name: random.pick(PEOPLE),
      unit: random.pick(OWN_UNITS).unit,
      jobTitle: random.pick(JOB_TITLES),
    }
    const [forename = '', ...rest] = own.name.split(' ')
    const place = OWN_UNITS.find(({ unit }) => unit === own.unit)?.place ?? ''
    const values: Readonly<Record<string, { readonly text: string; readonly kind: string }>> = {
      forename: { text: forename, kind: 'name' },
      surname: { text: rest.join(' '), kind: 'name' },
      place: { text: place, kind: 'council' },
      job: { text: random.chance(50) ? own.jobTitle : own.jobTitle.toLowerCase(), kind: 'job title' },
    }
    return {
      ...among(
        random,
        label(random.pick(OWN_SENTENCES), (slot) => values[slot] ?? { text: slot }),
      ),
      own,
    }
  })
}

/** Short names that authorities go by. */
const OWN_UNITS = [
  { unit: 'Thornsea Borough Council', place: 'Thornsea' },
  { unit: 'Reading Borough Council', place: 'Reading' },
  { unit: 'East Marrowdale District Council', place: 'East Marrowdale' },
  { unit: 'London Borough of Vexham', place: 'Vexham' },
  { unit: 'Great Wenlow City Council', place: 'Great Wenlow' },
] as const

export function innocentTexts(count: number): readonly Labelled[] {
  const random = randomStream('redaction/innocent')
  return Array.from({ length: count }, () => {
    const sentences = random.shuffle(INNOCENT_SENTENCES).slice(0, 1 + random.int(4))
    return { text: sentences.join(' '), gold: [] }
  })
}

/** A labelled sentence with up to three innocent ones around it. */
function among(random: Random, one: Labelled): Labelled {
  const innocent = random.shuffle(INNOCENT_SENTENCES).slice(0, random.int(4))
  const place = random.int(innocent.length + 1)
  const letter = /\n/.test(one.text) || one.text.startsWith('my name')
  const before = (letter ? innocent : innocent.slice(0, place)).map((sentence) => `${sentence} `).join('')
  const after = letter
    ? ''
    : innocent
        .slice(place)
        .map((sentence) => ` ${sentence}`)
        .join('')
  const lead = letter && before !== '' && one.text.includes('\n') ? `${before}\n` : before
  const stop = /[\p{L}\p{N}]$/u.test(one.text) && after !== '' ? '.' : ''
  return {
    text: lead + one.text + stop + after,
    gold: one.gold.map(({ start, end, kind }) => ({
      start: start + lead.length,
      end: end + lead.length,
      kind,
    })),
  }
}

export { at }
