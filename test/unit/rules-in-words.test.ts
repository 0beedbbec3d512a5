import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROFILES, type ProfileName, riskModel } from '../../pipeline/policy.ts'
import { rulesInWords } from '../../pipeline/rules-in-words.ts'
import { ROOT } from '../support/stocktake.ts'

const profiles = Object.keys(PROFILES) as ProfileName[]
const words = (profile: ProfileName, microdata: number) =>
  rulesInWords({ ...PROFILES[profile], microdata })
    .map(({ says, reason }) => `${says} ${reason}`)
    .join(' ')

describe('the rules in words', () => {
  it.each(profiles)('say nothing of rows where none leave: %s', (profile) => {
    expect(words(profile, 0)).not.toMatch(/class of the responses|equivalence|blanked|Joining/)
    expect(words(profile, 1)).toMatch(/equivalence class/)
  })

  it.each(profiles)('are sentences with the number that holds, each with a reason: %s', (profile) => {
    for (const { rule, value, says, reason } of rulesInWords(PROFILES[profile])) {
      expect(says).toMatch(/^[A-Z].*\.$/)
      expect(reason.length).toBeGreaterThan(20)
      if (rule !== 'microdata') expect(says).toContain(String(value))
    }
  })

  it('follow what a definition makes stricter', () => {
    const model = riskModel({ profile: 'consultation', rules: { minimum_base: 31 }, waivers: [] })
    expect(rulesInWords(model).find(({ rule }) => rule === 'minimum_base')?.says).toContain(
      'fewer than 31 people',
    )
  })
})

describe('the terms of the field', () => {
  const terms = [
    'quasi-identifier',
    'equivalence class',
    'primary suppression',
    'complementary suppression',
    'differencing',
  ]
  it.each(terms)('are in the README: %s', (term) => {
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8').toLowerCase()).toContain(term)
  })
})
