import { optionColumn } from '../answer-columns.ts'
import type { Fault } from '../fault.ts'
import type { Definition } from '../model.ts'

/** Names that columns of a source, of the stages or of a release have already. */
const RESERVED = new Set([
  ...['id', 'source', 'link', 'unit', 'unit_name', 'key', 'name', 'started', 'submitted', 'covers'],
  ...['record', 'rowid', 'person', 'unit_key', 'keys', 'digest', 'reason', 'complete', 'not_a_response'],
  ...['responded', 'covered', 'in_frame', 'constructor', 'from', 'until', 'weight', 'stratum', 'cluster'],
  ...['population_size', 'reference', 'organisation_name', 'may_be_named', 'do_not_publish'],
  'named',
])
/** Beside the answers to questions stands the class of the row that leaves. */
const CLASS = 'class'
const RESERVED_FORM = /^(population|raw|rule|edit|base|measure|known|text|themes|by)_|^[ckp][0-9]+$/

/** Identifiers that are taken, shared, or would give two columns one name; and the folder's name. */
export function checkIds(definition: Definition): readonly Fault[] {
  const questions = definition.questions.map(({ id }) => ({ id, section: 'questions' }))
  const variables = definition.variables.map(({ id }) => ({ id, section: 'variables' }))
  const options = new Map(
    definition.questions.flatMap((question) =>
      question.kind === 'multiple' || question.kind === 'ranking'
        ? question.answers.map((_, index) => [optionColumn(question.id, index), question.id] as const)
        : [],
    ),
  )
  const declared = new Set(variables.map(({ id }) => id))
  const faults = [...questions, ...variables].flatMap(({ id, section }): readonly Fault[] => {
    const at = { path: [section, id], atKey: true }
    if (RESERVED.has(id) || RESERVED_FORM.test(id) || (section === 'questions' && id === CLASS)) {
      const message = `The identifier '${id}' is taken by the pipeline itself.`
      return [
        {
          code: 'reserved-id',
          ...at,
          message,
          advice: `Choose another, such as 'my_${id}'.`,
        },
      ]
    }
    if (section === 'questions' && declared.has(id)) {
      const message = `'${id}' is the identifier of a question and of a variable.`
      return [{ code: 'shared-id', ...at, message, advice: 'Rename one of them.' }]
    }
    const owner = options.get(id)
    if (owner === undefined) return []
    const message = `'${id}' is also the column of an answer to '${owner}'.`
    return [{ code: 'shared-id', ...at, message, advice: 'Rename one of them.' }]
  })
  return [...checkFolder(definition.id), ...faults]
}

/** The folder names the release, its files and its web address. */
function checkFolder(id: string): readonly Fault[] {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)) return []
  const message = `The folder's name '${id}' cannot name a release.`
  const expected = 'letters without accents, digits, hyphens, dots and _, such as taking-stock-2015'
  return [{ code: 'bad-folder', path: [], message, expected, advice: 'Rename the folder.' }]
}
