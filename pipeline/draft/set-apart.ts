import { oneLine } from '../definition/index.ts'
import { isConsent } from '../personal-facts/index.ts'
import { type Consent, consentOf } from './consent.ts'
import { type Trait, traitOf } from './describes.ts'
import type { DraftHeading } from './draft.ts'
import { MOST_VALUES_OF_A_VARIABLE } from './draft-frame.ts'
import type { Judged, JudgedQuestion } from './judge.ts'
import type { ColumnProfile } from './profile.ts'

/** What a file asks, apart from what describes respondents and from what they asked for. */
export interface SetApart {
  readonly variables: readonly (JudgedQuestion & { readonly trait: Trait })[]
  readonly asked: readonly JudgedQuestion[]
  /** Facts of which so many different ones were given that nobody shares them. */
  readonly identifying: readonly DraftHeading[]
  readonly consent?: Consent
  /** What is left of the columns, the consent taken out. */
  readonly judged: readonly Judged[]
}

/** Different values from which on a street, a postcode or a job tells people apart. */
const FEW_PLACES = 12
const TELLING: ReadonlySet<string> = new Set(['street', 'postcode', 'job title', 'employer', 'date of birth'])
/** Words in the mean cell of what is a fact, and not a story about one. */
const SHORT = 5

/**
 * Sets apart what describes respondents: variables where few values are shared, identifying columns where many
 * are not, and questions about facts that can be neither (several answers, numbers, a text box beside). Where
 * nothing else was asked, what describes was the question. `typed` are the text boxes of "other".
 */
export function setApart(all: readonly Judged[], typed: ReadonlyMap<number, ColumnProfile>): SetApart {
  const consent = consentOf(all.filter((one) => isConsentColumn(one, typed)))
  const judged = consent === undefined ? all : all.filter((one) => !consent.columns.includes(one))
  const traits = new Map(
    judged.flatMap((one) => {
      const trait = one.is === 'question' ? traitOf(described(one)) : undefined
      return one.is === 'question' && trait !== undefined ? [[one, trait] as const] : []
    }),
  )
  const questions = judged.filter((one) => one.is === 'question')
  const isAlone = ({ columns: [first, ...others] }: JudgedQuestion) =>
    first !== undefined && others.length === 0 && !typed.has(first.index)
  const tells = (one: JudgedQuestion) => isAlone(one) && isTelling(one, traits.get(one))
  const isVariable = (one: JudgedQuestion) =>
    isAlone(one) &&
    !tells(one) &&
    traits.has(one) &&
    (one.kind === 'single' || one.kind === 'scale') &&
    (one.list?.labels.length ?? 0) <= MOST_VALUES_OF_A_VARIABLE
  const identifying = questions.filter(tells).flatMap((one) => headingOf(one, traits.get(one)))
  const rest = questions.filter((one) => !tells(one))
  const asked = rest.filter((one) => !isVariable(one))
  const apart = { identifying, ...(consent === undefined ? {} : { consent }), judged }
  if (asked.length === 0)
    return { ...apart, variables: [], asked: rest.map((one) => marked(one, traits.get(one))) }
  return {
    ...apart,
    variables: rest.filter(isVariable).flatMap((one) => {
      const trait = traits.get(one)
      return trait === undefined ? [] : [{ ...one, trait }]
    }),
    asked: asked.map((one) => marked(one, traits.get(one))),
  }
}

/** What is to be known of a question to see whether it asks for a fact. */
function described({ text, list, columns }: JudgedQuestion) {
  const labels = list?.labels ?? (columns.length > 1 ? columns.map(({ part = '' }) => oneLine(part)) : [])
  const [first] = columns
  const values =
    columns.length > 1 || first === undefined ? [] : first.values.length > 0 ? first.values : first.sample
  return { text, labels, values }
}

/** Facts of so many values that a list of them would give people away. */
function isTelling(question: JudgedQuestion, trait: Trait | undefined): boolean {
  const { kind, list, columns, notation } = question
  const [column] = columns
  if (column === undefined) return false
  if (kind === 'date')
    return (
      trait?.fact?.kind === 'date of birth' || (notation !== undefined && areBirths(column.dates[notation]))
    )
  if (trait?.fact === undefined) return false
  if (kind === 'open') return column.meanWords < SHORT
  const values = list?.labels.length ?? 0
  if (kind !== 'single' && kind !== 'scale') return false
  return values > (TELLING.has(trait.fact.kind) ? FEW_PLACES : MOST_VALUES_OF_A_VARIABLE)
}

/** Dates that reach from before 1970 over thirty years and more: birthdays, whatever their heading says. */
const areBirths = ({ first = '', last = '' }: { readonly first?: string; readonly last?: string }): boolean =>
  first !== '' &&
  Number(first.slice(0, 4)) < 1970 &&
  Number(last.slice(0, 4)) - Number(first.slice(0, 4)) >= 30

function headingOf({ columns }: JudgedQuestion, trait: Trait | undefined): readonly DraftHeading[] {
  const what = trait?.fact?.kind ?? 'date of birth'
  const doubt = `A fact about the person? Taken for: ${what}, of many values, so it is kept back. Coarser, as a variable with few values, it could stand in tables.`
  return columns.map(({ heading }) => ({ heading, doubts: [doubt] }))
}

/** A question about a fact is marked as one; the answers to it stand in no row. */
function marked(question: JudgedQuestion, trait: Trait | undefined): JudgedQuestion {
  if (trait?.fact === undefined || question.kind === 'open') return question
  const doubt = `A fact about the person? Taken for: ${trait.fact.kind}. It stands in tables, and in no published row unless privacy says so.`
  return { ...question, identifying: true, doubts: [...question.doubts, doubt] }
}

/** Columns that say whether a response may be published: closed ones, or one mark in some rows. */
function isConsentColumn(one: Judged, typed: ReadonlyMap<number, ColumnProfile>): boolean {
  if (one.is === 'column') {
    const { column, verdict } = one
    const labels = column.values.map(({ text }) => text)
    return (
      column.role === 'answer' && verdict.is === 'constant' && isConsent({ text: column.heading, labels })
    )
  }
  const { columns, kind, text } = one
  if (kind !== 'single' && kind !== 'scale' && kind !== 'multiple') return false
  if (columns.some(({ index }) => typed.has(index))) return false
  return isConsent({ text, labels: described(one).labels })
}
