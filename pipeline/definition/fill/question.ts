import { UNTICKED } from '../answer-columns.ts'
import { knownLabel, oneLine } from '../label-key.ts'
import type { Base, Id, OpenQuestion, Question } from '../model.ts'
import { type Bands, bandsOf, limitOf } from './bands.ts'
import { fillCondition, type Labels } from './condition.ts'
import { given, mapRecord } from './given.ts'
import { itemsOf } from './items.ts'
import { fillThemes } from './open-text.ts'
import type { WrittenQuestion } from './written.ts'

/** What conditions may say of a question: its answers, its bands; of a grid, the answers of each row. */
export function labelsOfWritten(
  id: Id,
  written: WrittenQuestion,
): readonly (readonly [Id, readonly string[]])[] {
  const { kind, answers, columns, bands = [] } = written
  if (kind === 'number' || kind === 'date') return [[id, bands.map(({ label }) => oneLine(label))]]
  const labels = (answers ?? (kind === 'multiple' ? Object.keys(columns ?? {}) : [])).map(oneLine)
  return kind === 'matrix' ? itemsOf(id, written).map((item) => [item.id, labels]) : [[id, labels]]
}

/**
 * A question with its defaults; `labels` are the answers and values that conditions may name. A grid
 * becomes a scale for each of its rows; the text typed beside "other" becomes an open question.
 */
export function fillQuestion(
  id: Id,
  written: WrittenQuestion,
  populations: readonly Id[],
  labels: Labels,
): readonly Question[] {
  const bands = bandsOf(written)
  const own = labelsOfWritten(id, written)[0]?.[1] ?? []
  const text = oneLine(written.text)
  const common = {
    id,
    text,
    ...given({ askedIf: written.asked_if && fillCondition(written.asked_if, labels) }),
    populations: written.populations ?? populations,
    statistics: written.statistics ?? (['percent'] as const),
    nets: mapRecord(written.nets ?? {}, (label, members) => [
      label,
      members.map((member) => knownLabel(oneLine(member), own)),
    ]),
    base: fillBase(written, labels),
    decimals: written.decimals ?? 1,
    sensitive: written.sensitive ?? false,
    ...given({ identifying: written.identifying }),
  }
  if (written.kind === 'matrix') return rows(id, written, common, own)
  const question = fillOne(written, common, own, bands)
  return written.other === undefined
    ? [question]
    : [question, besides(question, knownLabel(oneLine(written.other), own), written.other_text)]
}

type Common = Pick<
  OpenQuestion,
  | 'id'
  | 'text'
  | 'askedIf'
  | 'populations'
  | 'statistics'
  | 'nets'
  | 'base'
  | 'decimals'
  | 'sensitive'
  | 'identifying'
>

function fillOne(
  written: WrittenQuestion,
  common: Common,
  answers: readonly string[],
  bands: Bands,
): Question {
  const { separator, unticked } = written
  const headings = headingsOf(written, answers)
  const other = written.other === undefined ? undefined : knownLabel(oneLine(written.other), answers)
  switch (written.kind) {
    case 'open':
      return { ...common, kind: 'open', ...given({ themes: written.themes && fillThemes(written.themes) }) }
    case 'number':
    case 'date': {
      const limits = { minimum: limitOf(written.minimum), maximum: limitOf(written.maximum) }
      return { ...common, kind: 'number', dates: written.kind === 'date', ...given(limits), bands }
    }
    case 'multiple':
      return {
        ...common,
        kind: 'multiple',
        answers,
        headings,
        unticked: unticked ?? UNTICKED,
        ...given({ separator, other }),
      }
    case 'ranking':
      return { ...common, kind: 'ranking', answers, headings, ...given({ separator }) }
    default: {
      const scores = scoresOf(written, answers)
      const ordered = written.kind === 'scale'
      return { ...common, kind: 'single', answers, ordered, headings, scores, ...given({ unticked, other }) }
    }
  }
}

/** A scale for each row of a grid. */
function rows(
  id: Id,
  written: WrittenQuestion,
  common: Common,
  answers: readonly string[],
): readonly Question[] {
  const columns = headingsOf(
    written,
    itemsOf(id, written).map(({ label }) => label),
  )
  return itemsOf(id, written).map((item) => ({
    ...common,
    id: item.id,
    text: `${common.text} \u2013 ${item.label}`,
    kind: 'single',
    answers,
    ordered: true,
    headings: {},
    scores: scoresOf(written, answers),
    matrix: { text: common.text, item: item.label, ...given({ heading: columns[item.label] }) },
  }))
}

/** The open question of the words typed beside an answer. */
const besides = (question: Question, answer: string, heading: string | undefined): OpenQuestion => ({
  ...question,
  id: `${question.id}_other`,
  text: `${question.text} \u2013 ${answer}: in their own words`,
  kind: 'open',
  nets: {},
  base: { of: 'answered' },
  beside: { question: question.id, answer, ...given({ heading }) },
})

function fillBase({ base, base_description }: WrittenQuestion, labels: Labels): Base {
  if (base === undefined || base === 'answered') return { of: 'answered' }
  if (base === 'asked') return { of: 'asked' }
  const description = base_description === undefined ? undefined : oneLine(base_description)
  return { of: 'rule', rule: fillCondition(base, labels), ...given({ description }) }
}

/** Answer or item -> heading of its column, each answer as its list spells it. */
const headingsOf = (
  { columns = {} }: WrittenQuestion,
  answers: readonly string[],
): Readonly<Record<string, string>> =>
  mapRecord(columns, (answer, heading) => {
    const known = knownLabel(oneLine(answer), answers)
    return [Object.hasOwn(columns, known) ? answer : known, heading]
  })

/** What is no position on a scale and scores nothing unless the author says so. */
const NO_POSITION =
  /^(don['\u2019]?t know|do not know|not sure|unsure|no opinion|not applicable|n\/?a|prefer not to say|other\b.*|unfamiliar\b.*)/i

function scoresOf({ scores }: WrittenQuestion, answers: readonly string[]): Readonly<Record<string, number>> {
  if (scores !== undefined)
    return mapRecord(scores, (answer, score) => [knownLabel(oneLine(answer), answers), score])
  const positions = answers.filter((answer) => !NO_POSITION.test(answer))
  const numeric = positions.every((answer) => Number.isFinite(Number(answer)))
  return Object.fromEntries(positions.map((answer, index) => [answer, numeric ? Number(answer) : index + 1]))
}
