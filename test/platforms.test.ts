import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { CANARY, CANARY_NETWORK, respondents, strays } from './platforms/answers.ts'
import { SURVEY, type SurveyQuestion } from './platforms/questions.ts'
import { EXPORTS, type ExportName, platformOf, writeExport } from './platforms/write.ts'
import { stocktake, tree, workplace } from './support/stocktake.ts'

/**
 * One set of answers, exported by every platform: the definition says the same of all but the platform,
 * and so must every figure.
 */
describe('the same answers from every platform', () => {
  const answers = [...respondents(), ...strays()]
  const home = workplace()
  const releases = new Map<ExportName, string>()

  it.each(EXPORTS)('%s makes a release in which nobody can be found', (name) => {
    const id = name.replaceAll(' ', '-')
    const raw = join(home, 'raw', id)
    mkdirSync(raw, { recursive: true })
    const { file, bytes } = writeExport(name, answers)
    writeFileSync(join(raw, file), bytes)
    writeFileSync(join(raw, 'consultation.yaml'), definitionFor(name, file))
    const ran = stocktake(home, ['run', `raw/${id}`])
    expect(ran.said).toContain('Done in')
    const release = join(home, 'dist', id, '1.0.0')
    for (const [path, content] of tree(release)) {
      expect(content.includes(CANARY), path).toBe(false)
      expect(content.includes(CANARY_NETWORK), path).toBe(false)
    }
    expect(ran.said).not.toContain(CANARY)
    releases.set(name, release)
  })

  it('has byte-identical tables for all of them', () => {
    expect(releases.size).toBe(EXPORTS.length)
    const [first = '', ...others] = EXPORTS.map((name) =>
      readFileSync(join(releases.get(name) ?? '', 'data/tables.csv'), 'utf8'),
    )
    expect(first.split('\n').length).toBeGreaterThan(60)
    for (const [index, tables] of others.entries()) expect(tables, EXPORTS[index + 1]).toBe(first)
  })
})

function definitionFor(name: ExportName, file: string): string {
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
