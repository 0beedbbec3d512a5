import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { csvOf, type Outcome, publish, times } from './support/consultation.ts'
import { type Ran, stocktake } from './support/stocktake.ts'

const definition = `responses: { file: r.csv }
questions:
  agree: { text: Do you agree, answers: ["Yes", "No"] }
  why: { text: Why, answers: [Time, Money], asked_if: { agree: "No" } }
privacy:
  waivers:
    - rule: unanimity_below
      value: 5
      reason: Opinions on a public matter, each given at a public meeting <b>too</b>
      approved_by: Data protection officer
`
const rows = [
  ...times(60, { 'Do you agree': 'Yes', Why: '' }),
  ...times(40, { 'Do you agree': 'No', Why: 'Time' }),
  ...times(7, { 'Do you agree': 'No', Why: 'Money' }),
]
const late = times(1, { 'Do you agree': 'No', Why: 'Money' })

let outcome: Outcome
const file = (name: string): string => readFileSync(join(outcome.home, '.stocktake/survey', name), 'utf8')
const report = () => JSON.parse(file('disclosure.json'))

beforeAll(() => {
  outcome = publish(definition, { 'r.csv': csvOf(rows) })
}, 300_000)

describe('the disclosure report of a release', () => {
  it('says the rules with their reasons, what was looked at, and what other ways would cost', () => {
    const { outcome: what, rules, attack, findings, tables } = report()
    expect(what).toBe('passed')
    expect(findings).toEqual([])
    // Nobody is few here: the least group is of 47 people, and unanimity is waived down to 5.
    expect(attack.examined).toBe(0)
    expect(file('disclosure.html')).toContain('is small enough for a closer look')
    expect(rules.find(({ rule }: { rule: string }) => rule === 'minimum_base')).toMatchObject({ value: 10 })
    expect(rules.every(({ reason }: { reason: string }) => reason.length > 20)).toBe(true)
    expect(tables.figures).toBe(6)
    const ways = tables.alternatives.map(({ way, chosen, lost, changed }: Record<string, unknown>) => [
      way,
      chosen,
      lost,
      changed,
    ])
    // 7 of 47 chose Money, 15 per cent; 5 of 45 are 11, and 40 of 45 are 89 instead of 85. 60 and 47 of 107: 57 and 43 instead of 56 and 44.
    expect(ways).toEqual([
      ['suppress', true, 0, 0],
      ['round', false, 0, 4],
      ['partition', false, 0, 0],
      ['merge', false, 0, 0],
    ])
  })

  it('states waivers with their reasons, there and in the release', () => {
    expect(report().waivers).toEqual([
      {
        rule: 'unanimity_below',
        says: '5 instead of 20',
        reason: 'Opinions on a public matter, each given at a public meeting <b>too</b>',
        approvedBy: 'Data protection officer',
      },
    ])
    const readme = outcome.release.get('README.md')?.toString() ?? ''
    expect(readme).toContain('unanimity_below is 5 instead of 20')
    expect(readme).toContain('each given at a public meeting')
    expect(readme).toContain('Approved by Data protection officer.')
    expect(readme).toContain('this release was attacked')
    expect(readme).toContain('None of the 6 figures in the tables had to be hidden.')
  })

  it('is one page without scripts or anything fetched, light or dark', () => {
    const page = file('disclosure.html')
    expect(page).not.toMatch(/<script|<link|<img|https?:|@import|url\(/)
    expect(page).toContain('prefers-color-scheme: dark')
    expect(page).toContain('&lt;b&gt;too&lt;/b&gt;')
    expect(page).toContain('Safe by these rules.')
    expect([...page.matchAll(/<h1/g)].length).toBe(1)
    expect([...page.matchAll(/<table>/g)].length).toBe([...page.matchAll(/<caption>/g)].length)
  })

  it('is in no file of the release', () => {
    expect([...outcome.release.keys()].filter((path) => path.includes('disclosure'))).toEqual([])
  })
})

describe('the disclosure report of a run that is stopped', () => {
  let ran: Ran
  beforeAll(() => {
    writeFileSync(join(outcome.home, 'raw/survey/r.csv'), csvOf([...rows, ...late]))
    const path = join(outcome.home, 'raw/survey/consultation.yaml')
    const note = 'changes: { 1.1.0: { kind: planned revision, note: One response came late. } }'
    writeFileSync(path, `${readFileSync(path, 'utf8')}${note}\n`)
    ran = stocktake(outcome.home, ['run', 'raw/survey'])
  }, 300_000)

  it('lists what was found and what would mend it', () => {
    expect(ran.exitCode).toBe(4)
    expect(readdirSync(join(outcome.home, 'dist/survey'))).not.toContain('1.1.0')
    const { outcome: what, findings, attack } = report()
    expect(what).toBe('stopped by the attack')
    expect(attack.comparedWith).toEqual(['1.0.0'])
    expect(findings.length).toBeGreaterThan(0)
    expect(findings[0].finding).toContain('Two releases differ by 1 person only')
    expect(findings[0].mend).toContain('Wait until more responses have come in')
    expect(file('disclosure.html')).toContain('Stopped by the attack.')
    expect(ran.said).toContain('.stocktake/survey/disclosure.html')
  })
})
