import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CANARY, CANARY_NETWORK, respondents, strays } from '../platforms/answers.ts'
import { SURVEY } from '../platforms/questions.ts'
import { EXPORTS, writeExport } from '../platforms/write.ts'
import { draftFile } from './draft-support.ts'

const ASKED = SURVEY.filter(({ use }) => use === 'question')
const VARIABLES = SURVEY.filter(({ use }) => use === 'variable')

/** Sorted; platforms word "other" in their own way. */
const labelsOf = (labels: readonly string[] = []): readonly string[] =>
  labels.map((label) => (/^other/i.test(label) ? 'Other' : label)).sort()

describe('one survey, as every platform exports it', () => {
  it.each(EXPORTS)('%s: kinds, answers and routing are found again', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'stocktake-test-'))
    const { file, bytes } = writeExport(name, [...respondents(), ...strays()])
    writeFileSync(join(folder, file), bytes)
    const { draft, yaml, faults } = await draftFile(join(folder, file))
    expect(faults).toEqual([])
    for (const canary of [CANARY, CANARY_NETWORK]) expect(yaml.includes(canary)).toBe(false)
    expect(draft.fieldwork.start).toBe('2026-03-01')
    expect(draft.questions.map(({ text }) => text)).toEqual(ASKED.map(({ text }) => text))
    // Snap writes the numbers of answers in the place of answers: nobody can tell a scale by them.
    const kinds = (list: readonly { readonly kind: string }[]) =>
      list.map(({ kind }) => (name === 'snap' && kind === 'scale' ? 'single' : kind))
    expect(kinds(draft.questions)).toEqual(kinds(ASKED))
    if (name === 'snap') return
    for (const [index, { id, kind, answers, items }] of ASKED.entries()) {
      const found = draft.questions[index]
      expect(labelsOf(found?.answers), id).toEqual(labelsOf(answers))
      if (kind === 'scale' || kind === 'matrix') expect(found?.answers, id).toEqual(answers)
      if (kind === 'matrix') expect(found?.items, id).toEqual(items)
    }
    expect(draft.questions.flatMap(({ askedIf }) => askedIf?.answers ?? [])).toEqual(['Yes'])
    expect(draft.variables.map(({ values }) => labelsOf(values))).toEqual(
      VARIABLES.map(({ answers }) => labelsOf(answers)),
    )
  })
})
