import { stringify } from 'yaml'
import { SURVEY, type SurveyQuestion } from './questions.ts'
import { type ExportName, platformOf } from './write.ts'

/** The definition of the synthetic survey: the same for every export but for the file and its platform. */
export function definitionFor(name: ExportName, file: string): string {
  const variables = SURVEY.filter(({ use }) => use === 'variable')
  const questions = SURVEY.filter(({ use }) => use === 'question')
  return stringify({
    title: 'Libraries',
    publisher: { name: 'Borough of Testing' },
    licence: 'CC-BY-4.0',
    fieldwork: { start: '2026-03-01', end: '2026-03-31' },
    responses: {
      file,
      platform: platformOf(name),
      ...(name === 'snap' ? { answers_as: 'numbers' } : {}),
      columns: Object.fromEntries(variables.map(({ id, text }) => [id, text])),
    },
    variables: Object.fromEntries(variables.map(({ id, answers: values }) => [id, { values }])),
    questions: Object.fromEntries(questions.map((question) => [`q_${question.id}`, written(question)])),
    tables: { breakdowns: ['type'] },
    privacy: { publish: ['region', 'type'] },
  })
}

function written({ kind, text, answers, items, other, askedIf }: SurveyQuestion) {
  return {
    text,
    kind,
    ...(answers.length === 0 ? {} : { answers }),
    ...(items.length === 0 ? {} : { items }),
    ...(other === undefined ? {} : { other }),
    ...(askedIf === undefined ? {} : { asked_if: { [`q_${askedIf.id}`]: askedIf.answer } }),
    ...(kind === 'ranking' ? { statistics: ['percent', 'mean'] } : {}),
    ...(kind === 'number'
      ? {
          statistics: ['percent', 'mean', 'median'],
          bands: [{ label: 'Under 40', below: 40 }, { label: '40 or over' }],
        }
      : {}),
    ...(kind === 'date' ? { bands: [{ label: 'Before 2026', below: '2026-01-01' }, { label: '2026' }] } : {}),
  }
}
