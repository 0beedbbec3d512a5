import { type Field, NOTHING } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import type { Chosen } from './choose.ts'
import { leavingColumns } from './columns.ts'
import { codeList, type Detail, publishedDetails } from './identifying.ts'

/**
 * The allow-list as columns: a number, the details the definition publishes, the answers. Nothing else leaves. Where no
 * row does, the columns say what was asked.
 */
export function publishedFields(definition: Definition, chosen: Chosen | undefined): readonly Field[] {
  const id: Field = {
    name: 'id',
    title: 'Number of the response in this file; it means nothing elsewhere',
    type: 'number',
    categories: [],
    ordered: false,
    missing: [],
  }
  return [
    id,
    ...publishedDetails(definition).map((detail, index) =>
      detailField(detail, chosen?.candidate.labels[index] ?? codeList(detail)),
    ),
    ...answerFields(definition, chosen?.withholding ?? NOTHING_WITHHELD),
  ]
}

/** A detail with the values that are published, and what each merged one stands for. */
function detailField(detail: Detail, labels: readonly string[]): Field {
  const values = codeList(detail)
  const own = (label: string) => values.filter((_, value) => labels[value] === label)
  const missing = [...detail.nothing, NOTHING.notReleased]
  const categories = [...new Set(labels)].filter((label) => !missing.includes(label))
  const merged = categories.flatMap((label) => {
    const standsFor = own(label)
    return standsFor.length > 1 ? [{ label, standsFor }] : []
  })
  return {
    name: detail.id,
    title: detail.title,
    type: 'string',
    categories,
    ordered: detail.isQuestion && detail.ordered,
    missing,
    ...(merged.length === 0 ? {} : { merged }),
    ...(detail.isQuestion ? { question: detail.id } : {}),
  }
}

const NOTHING_WITHHELD = { withheld: new Map(), leftOut: new Set<string>() }

function answerFields(
  definition: Definition,
  { withheld, leftOut }: Pick<Chosen['withholding'], 'withheld' | 'leftOut'>,
): readonly Field[] {
  return leavingColumns(definition, leftOut).map(({ name, question, kind, labels, option }) => ({
    name,
    title: option === undefined ? question.text : `${question.text} – ${option}`,
    type: kind === 'ticked' ? 'boolean' : 'string',
    categories: labels,
    ordered: question.kind === 'number' || (question.kind === 'single' && question.ordered),
    missing: [
      ...[NOTHING.notAsked, NOTHING.noReply, NOTHING.error],
      ...(withheld.has(question.id) ? [NOTHING.notReleased] : []),
    ],
    question: question.id,
  }))
}
