import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attackStatement, ruleStatements } from '../pipeline/7-package/rules-statements.ts'
import type { ReleasedTables } from '../pipeline/artefacts.ts'
import { notTestedOf } from '../pipeline/attack/index.ts'
import type { Definition } from '../pipeline/definition/index.ts'
import { csvOf, publish } from './support/consultation.ts'
import { testEngine } from './support/engine.ts'
import { groupOf, plan, question } from './support/plans.ts'
import { stocktake } from './support/stocktake.ts'

const NAMES = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6']
const ANSWERS = ['A', 'B', 'C', 'D']

/** So many different responses: the number of each, in digits of four, and roles that come round. */
const responses = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    Role: ['Leader', 'Officer', 'Other'][number % 3] ?? '',
    ...Object.fromEntries(
      NAMES.map((name, digit) => [name, ANSWERS[Math.floor(number / 4 ** digit) % 4] ?? '']),
    ),
  }))

// As published: the run reports on what its attack finds, and goes on.
const DEFINITION = `responses: { file: r.csv, columns: { role: Role } }
variables:
  role: { values: [Leader, Officer, Other] }
populations:
  everyone: { title: Everyone, base: all }
  leaders: { title: Leaders, base: all leaders, where: { role: Leader } }
questions:
${NAMES.map((name) => `  ${name}: { text: ${name}, answers: [${ANSWERS.join(', ')}] }`).join('\n')}
privacy:
  profile: as-published
  waivers: [{ rule: profile, reason: "the figures were printed in the report of 2024" }]
`

describe('what the attack leaves out', { timeout: 300_000 }, () => {
  it('is said wherever the attack is spoken of', () => {
    const words = 'records were not joined: 2,400 distinct, at most 2,000 are tried'
    const { home, said, result, release } = publish(DEFINITION, { 'r.csv': csvOf(responses(2400)) })
    expect(said).toContain(`Not tested ${words}`)
    expect(result['notTested']).toEqual([
      {
        rule: 'linked_class',
        what: 'records were not joined',
        why: '2,400 distinct, at most 2,000 are tried',
      },
    ])
    for (const file of ['README.md', 'index.html'])
      expect(release.get(file)?.toString(), file).toContain(`Not everything was tested: ${words}.`)
    const file = (name: string) => readFileSync(join(home, '.stocktake/survey', name), 'utf8')
    expect(JSON.parse(file('disclosure.json')).attack.notTested).toEqual(result['notTested'])
    expect(file('disclosure.html')).toContain(`Not tested: ${words}.`)
    const attacked = stocktake(home, ['attack', 'dist/survey/1.0.0'])
    expect(attacked.said).toContain(`Not tested ${words}`)
    expect(attacked.result['attack']).toMatchObject({ notTested: result['notTested'] })
  })
})

describe('a rule that was not tested', () => {
  const definition = { privacy: { profile: 'consultation', waivers: [] } } as unknown as Definition
  const released = {
    plan: plan([], { linked_class: 3, microdata: 1 }),
    responses: { responses: { rows: 40 } },
  } as unknown as ReleasedTables
  const left = [{ rule: 'linked_class', what: 'records were not joined', why: 'too many' }] as const

  it('is marked among the rules, and nothing is said to be found in it', () => {
    expect(ruleStatements(definition, released, left)[0]).toContain('that a person may be (not tested).')
    expect(ruleStatements(definition, released, [])[0]).toContain('that a person may be.')
    const without = { ...released, responses: { responses: { rows: 0 } } } as unknown as ReleasedTables
    expect(ruleStatements(definition, without, left)[0]).not.toContain('that a person may be')
    const statement = attackStatement(definition, left)
    expect(statement).toContain('Not everything was tested: records were not joined: too many.')
    expect(statement).toContain('It found nothing in what it tested;')
    expect(attackStatement(definition, [])).toContain('It found nothing;')
  })
})

describe('whether records are joined', () => {
  const planned = (linked_class: number, groups = ['everyone', 'leaders']) =>
    plan([question('q', ['A', 'B'])], { linked_class }, { published: ['key'], groups: groups.map(groupOf) })

  it.each([
    ['as many as are tried', 2000, planned(3), undefined],
    ['one too many', 2001, planned(3), '2,001 distinct, at most 2,000 are tried'],
    ['too many of many', 100_001, planned(3), 'at least 100,000 distinct, at most 2,000 are tried'],
    ['one population', 2001, planned(3, ['everyone']), undefined],
    ['no such rule', 2001, planned(1), undefined],
  ])('is told of %s', async (_, rows, about, why) => {
    const { engine } = await testEngine()
    try {
      await engine.run(`CREATE TABLE r AS SELECT i AS key, 'A' AS q FROM range(${rows}) t(i)`)
      const left = await notTestedOf(engine, about, 'r', [])
      expect(left.map((one) => one.why)).toEqual(why === undefined ? [] : [why])
    } finally {
      engine.close()
    }
  })

  it('is told where the first hundred thousand are alike and others are not', async () => {
    const { engine } = await testEngine()
    try {
      await engine.run(
        `CREATE TABLE r AS SELECT greatest(0, i - 100_000) AS key, 'A' AS q FROM range(102_001) t(i)`,
      )
      const [left] = await notTestedOf(engine, planned(3), 'r', [])
      expect(left?.why).toBe('2,001 distinct, at most 2,000 are tried')
    } finally {
      engine.close()
    }
  })
})

describe('releases of which one is rounded', () => {
  it('are not compared by their bases, and that is said', async () => {
    const { engine } = await testEngine()
    try {
      const release = (roundedWithin: number) => ({
        name: '1.0.0',
        path: '',
        has: async () => true,
        bytes: async () => undefined,
        read: async () => JSON.stringify({ ...plan([], {}), roundedWithin }),
      })
      const now = (roundedWithin: number) => ({ ...plan([], { release_difference: 10 }), roundedWithin })
      const left = async (before: number, after: number) =>
        (await notTestedOf(engine, now(after), undefined, [release(before)])).map(({ rule }) => rule)
      expect(await left(0, 0)).toEqual([])
      expect(await left(2, 0)).toEqual(['release_difference'])
      expect(await left(0, 2)).toEqual(['release_difference'])
    } finally {
      engine.close()
    }
  })
})
