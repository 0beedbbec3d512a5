import { type Field, NOTHING, type ReleasedTables } from '../../artefacts.ts'
import type { Condition, ConditionPart, Definition } from '../../definition/index.ts'
import { NOTHING_MEANINGS } from '../marks.ts'
import { publishedFields } from '../published-fields.ts'
import type { Counts } from './counts.ts'
import type { Codebook, Value, Variable } from './model.ts'

/**
 * The codebook of the published responses; `counts` are of those very responses. Where none are published: of the
 * questions and of what may be known of a respondent.
 */
export function codebookOf(definition: Definition, released: ReleasedTables, counts: Counts): Codebook {
  const { fields, rows } = released.responses.responses
  const answered = new Set(fields.flatMap(({ question }) => question ?? []))
  const published = publishedFields(released).length > 0
  const described = published ? fields : fields.filter(({ name }) => name !== 'id')
  return {
    ...(published ? { rows } : {}),
    variables: described
      .map((field) => variable(definition, released, field, counts))
      .map((one) => (published ? one : { ...one, missing: [] })),
    unreleased: definition.questions
      .filter(({ id }) => !answered.has(id))
      .map(({ id, text }) => ({ id, text })),
  }
}

function variable(definition: Definition, released: ReleasedTables, field: Field, counts: Counts): Variable {
  const { name, title, categories, ordered, missing } = field
  const question = definition.questions.find(({ id }) => id === field.question)
  const shown = isHidden(released, field) ? undefined : counts.get(name)
  // Where values were withheld, one that is not there may be among them: nobody must read that as none.
  const withheld = (shown?.get(NOTHING.notReleased) ?? 0) > 0
  const value = (label: string): Value => {
    const count = shown?.get(label) ?? 0
    const standsFor = field.merged?.find((one) => one.label === label)?.standsFor
    const note = standsFor === undefined ? {} : { note: `Stands for ${standsFor.join(', ')}` }
    return { value: label, ...note, ...(shown === undefined || (withheld && count === 0) ? {} : { count }) }
  }
  return {
    name,
    label: title,
    ...(question === undefined ? {} : { question: question.text }),
    ...(question?.askedIf === undefined ? {} : { universe: universeOf(definition, question.askedIf) }),
    kind: kindOf(field),
    ordered,
    values: (field.type === 'boolean' ? ['true', 'false'] : categories).map(value),
    missing: missing.map((mark) => ({
      value: mark,
      ...(shown === undefined ? {} : { count: shown.get(mark) ?? 0 }),
      meaning: NOTHING_MEANINGS[mark] ?? '',
    })),
  }
}

const kindOf = ({ name, type, categories }: Field): Variable['kind'] =>
  name === 'id'
    ? 'identifier'
    : type === 'boolean'
      ? 'yes or no'
      : categories.length > 0
        ? 'category'
        : 'text'

/**
 * Counts stand beside an answer only where disclosure control let every figure of its question pass. Those
 * of details about respondents passed it before: each is shared by a class of the least size.
 */
const isHidden = ({ tables }: ReleasedTables, { question }: Field): boolean =>
  question !== undefined &&
  tables.some(
    (table) =>
      table.question === question &&
      table.kind === 'question' &&
      table.rows.some(({ cells }) => cells.some(({ status }) => status === 'c')),
  )

/** "Those whose answer to q13 was ‘Yes’." */
function universeOf(definition: Definition, condition: Condition): string {
  const parts = Object.entries(condition)
    .filter(([name]) => name !== 'source')
    .map(([name, part]) => partOf(definition, name, part))
  return parts.length === 0 ? 'Part of the respondents.' : `Those ${parts.join(' and ')}.`
}

function partOf({ questions, variables }: Definition, name: string, { how, labels }: ConditionPart): string {
  const said = labels.map((label) => `\u2018${label}\u2019`).join(how === 'all' ? ' and ' : ' or ')
  if (questions.some(({ id }) => id === name)) {
    if (how === 'answered') return `who answered ${name}`
    return `whose answer to ${name} was ${how === 'none' ? 'other than ' : ''}${said}`
  }
  const title = (variables.find(({ id }) => id === name)?.title ?? name).toLowerCase()
  return how === 'answered'
    ? `whose ${title} is known`
    : `whose ${title} is ${how === 'none' ? 'other than ' : ''}${said}`
}
