import { knownLabel, oneLine } from '../label-key.ts'
import type { Condition, Id, MultipleQuestion, Question } from '../model.ts'
import { given, listOf, mapRecord } from './given.ts'
import type { WrittenCondition, WrittenQuestion } from './written.ts'

type Labels = ReadonlyMap<string, readonly string[]>

/** What the cell of an option that was not ticked holds, in the exports we know. */
const UNTICKED = ['', '0', 'No', 'False', 'Not selected']

/** A question with its defaults; `labels` are the answers and values that conditions may name. */
export function fillQuestion(
  id: Id,
  written: WrittenQuestion,
  populations: readonly Id[],
  labels: Labels,
): Question {
  const answers = labels.get(id) ?? []
  const bands = (written.bands ?? []).map(({ label, below }) => ({
    label: oneLine(label),
    ...given({ below }),
  }))
  const netted = written.kind === 'number' ? bands.map(({ label }) => label) : answers
  const base = {
    id,
    text: oneLine(written.text),
    ...given({ askedIf: written.asked_if && fillCondition(written.asked_if, labels) }),
    populations: written.populations ?? populations,
    statistics: written.statistics ?? (['percent'] as const),
    nets: mapRecord(written.nets ?? {}, (label, members) => [
      label,
      members.map((member) => knownLabel(oneLine(member), netted)),
    ]),
  }
  switch (written.kind) {
    case 'open':
      return { ...base, kind: 'open' }
    case 'number': {
      const { minimum, maximum } = written
      return { ...base, kind: 'number', ...given({ minimum, maximum }), bands }
    }
    case 'multiple':
      return { ...base, kind: 'multiple', answers, encoding: encoding(written, answers) }
    default:
      return { ...base, kind: 'single', answers, ordered: written.kind === 'scale' }
  }
}

function encoding(written: WrittenQuestion, answers: readonly string[]): MultipleQuestion['encoding'] {
  const { columns, unticked = UNTICKED, separator = ';' } = written
  if (columns === undefined) return { separator }
  const headings = mapRecord(columns, (answer, heading) => {
    const known = knownLabel(oneLine(answer), answers)
    return [Object.hasOwn(columns, known) ? answer : known, heading]
  })
  return { headings, unticked }
}

/** A condition with every value as its question or variable spells it. */
export const fillCondition = (written: WrittenCondition, labels: Labels): Condition =>
  mapRecord(written, (name, values) => [
    name,
    listOf(values).map((value) => knownLabel(value, labels.get(name) ?? [])),
  ])
