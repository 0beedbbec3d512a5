import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadMicrodata } from '../../pipeline/attack/read-release.ts'
import type { TabulationPlan } from '../../pipeline/disclosure/index.ts'
import { publishedFolder } from '../../pipeline/edge/published-folder.ts'
import { openEngine } from '../../pipeline/engine/index.ts'
import { PROFILES } from '../../pipeline/policy.ts'
import { workplace } from '../support/stocktake.ts'

/** A question with two answers, and nothing else. */
const PLAN: TabulationPlan = {
  profile: 'consultation',
  rules: PROFILES.consultation,
  roundedWithin: 0,
  questions: [
    {
      id: 'q1',
      rows: 'one',
      answers: ['Yes', "Don't know"],
      nets: {},
      base: 'answered',
      askedIf: [],
      weighted: false,
      columns: [
        { row: 'Yes', name: 'q1', value: 'Yes' },
        { row: "Don't know", name: 'q1', value: "Don't know" },
      ],
      replies: ['Yes', "Don't know"],
    },
  ],
  populations: [],
  groups: [],
  variables: [],
  published: ['region'],
  tables: [],
}

describe('the responses that an intruder holds', () => {
  it.each([
    ['as their plan lists them', ['Yes', "Don't know", '[no reply]', '']],
    ['whatever the plan says of them', ['Yes', 'something else', '']],
  ])('are read %s', async (_, answers) => {
    expect(await read(answers)).toEqual(answers.map((answer) => (answer === '' ? null : answer)))
  })

  it('are none where a release has none', async () => {
    expect(await read(undefined)).toBeUndefined()
  })
})

/** The answers of a release as they are loaded, in their order. */
async function read(answers: readonly string[] | undefined): Promise<readonly unknown[] | undefined> {
  const folder = workplace()
  if (answers !== undefined) {
    const rows = answers.map((answer, index) => `${index + 1},North,${answer}\n`)
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data/responses.csv'), `id,region,q1\n${rows.join('')}`)
  }
  const engine = await openEngine({ memoryLimit: '200MB', spill: join(folder, 'spill'), folders: [folder] })
  try {
    const relation = await loadMicrodata(engine, publishedFolder(folder, 'release'), 'attacked', PLAN)
    if (relation === undefined) return undefined
    const found = await engine.rows(`SELECT q1 FROM ${relation} ORDER BY id::INTEGER`)
    return found.map((row) => row['q1'])
  } finally {
    engine.close()
  }
}
