import { describe, expect, it } from 'vitest'
import { NAME_METHODS } from '../../pipeline/2-clean/names/index.ts'
import { PROPOSALS } from '../../pipeline/2-clean/names/propose.ts'
import { type Cells, matchNames } from './names-matching.ts'

const FRAME: Cells = [
  ['key', 'name'],
  ['CAM', 'Cambridgeshire County Council'],
  ['ECA', 'East Cambridgeshire District Council'],
  ['SCA', 'South Cambridgeshire District Council'],
  ['TFW', 'Telford & Wrekin Council'],
  ['WOC', 'Worcester City Council'],
  ['WOR', 'Worcestershire County Council'],
]

describe('the review sheet', () => {
  const typed = [
    ...['Est Cambridgeshire', 'EST CAMBRIDGESHIRE', 'Est Cambridgeshire', 'Telford', 'Atlantis'],
    ...['a test', 'Worcester', '=Worster()', null],
  ]

  it('has every name no rule matched, as most often typed, with the units that may be meant', async () => {
    const { sheet, issues, unit } = await matchNames({ frame: FRAME, typed })
    expect(unit('Telford')).toBe(null)
    expect(
      sheet.map(({ name, responses, proposed_key, decision }) => [name, responses, proposed_key, decision]),
    ).toEqual([
      ['Est Cambridgeshire', '3', 'ECA', null],
      ["'=Worster()", '1', 'WOC', null],
      ['Atlantis', '1', null, null],
      ['Telford', '1', 'TFW', null],
    ])
    expect(sheet[0]?.['further_proposals']).toMatch(
      /^South Cambridgeshire District Council \(SCA, 0\.\d\d, .+\); Cambridgeshire County Council \(CAM, /,
    )
    expect(sheet[3]).toMatchObject({
      proposed_name: 'Telford & Wrekin Council',
      similarity: '0.90',
      why: 'one name is within the other',
    })
    const [issue] = issues
    expect(issue).toMatchObject({ code: 'clean/unmatched-names', severity: 'warning' })
    expect(issue?.message).toContain(
      '4 different names of 6 responses are not in the frame; units are proposed for 3.',
    )
    expect(JSON.stringify(issues)).not.toMatch(/atlantis|telford/i)
  })

  it('is filled in by a person, and what was decided holds in the next run and stays', async () => {
    const decisions: Cells = [
      ['name', 'decision'],
      ['Est Cambridgeshire', ' ECA '],
      ["'=Worster()", 'WOC'],
      ['Atlantis', 'None'],
      ['Telford', null],
      ['Worcester', 'WOR'],
      ['Not seen now', 'CAM'],
      ['Undecided and not seen', null],
    ]
    const { sheet, issues, unit, method, responses } = await matchNames({ frame: FRAME, typed, decisions })
    expect(responses.slice(0, 3).map((row) => row['unit'])).toEqual(['ECA', 'ECA', 'ECA'])
    expect([unit('=Worster()'), unit('Atlantis'), unit('Worcester')]).toEqual(['WOC', null, 'WOR'])
    expect(method('Worcester')).toBe(NAME_METHODS.decision)
    expect(sheet.map(({ name, responses: rows, decision }) => [name, rows, decision])).toEqual([
      ['Est Cambridgeshire', '3', 'ECA'],
      ["'=Worster()", '1', 'WOC'],
      ['Atlantis', '1', 'None'],
      ['Telford', '1', null],
      ['Worcester', '1', 'WOR'],
      ['Not seen now', '0', 'CAM'],
    ])
    expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('1 name of 1 response is')])
  })

  it('read back gives itself: a run without a new decision changes nothing', async () => {
    const first = await matchNames({ frame: FRAME, typed })
    const text = (value: unknown) => (typeof value === 'string' ? value : null)
    const decisions = [
      ['name', 'decision'],
      ...first.sheet.map((row) => [text(row['name']), text(row['decision'])]),
    ]
    expect((await matchNames({ frame: FRAME, typed, decisions })).sheet).toEqual(first.sheet)
  })

  it('warns of decisions that cannot count, keeps them, and applies none of them', async () => {
    const decisions: Cells = [
      ['name', 'decision'],
      ['Telford', 'TELFORD'],
      ['Atlantis', 'CAM'],
      ['atlantis', 'WOR'],
    ]
    const { sheet, issues, unit } = await matchNames({ frame: FRAME, typed, decisions })
    expect([unit('Telford'), unit('Atlantis')]).toEqual([null, null])
    expect(
      issues.filter(({ code }) => code === 'clean/name-decision').map(({ file, row }) => [file, row]),
    ).toEqual([
      ['names-to-review.csv', 2],
      ['names-to-review.csv', 3],
      ['names-to-review.csv', 4],
    ])
    const decided = sheet.filter(({ decision }) => decision !== null)
    expect(decided.map(({ name, decision }) => [name, decision])).toEqual([
      ['Atlantis', 'CAM or WOR'],
      ['Telford', 'TELFORD'],
    ])
    expect(JSON.stringify(issues)).not.toMatch(/telford|CAM/)
  })

  it('is blank where every name is found', async () => {
    const { sheet, issues } = await matchNames({ frame: FRAME, typed: ['Worcester', 'Telford and Wrekin'] })
    expect([sheet, issues]).toEqual([[], []])
  })
})

describe('proposals', () => {
  it('compare each name with few units, however many units and names there are', async () => {
    const place = (index: number) =>
      `${['Nor', 'Sud', 'Wes', 'Eas'][index % 4]}${(index * 7919).toString(36)}ton ${(index * 104_729).toString(36)}shire`
    const compared = async (units: number, names: number) => {
      const { engine } = await matchNames({
        frame: [['key', 'name'], ...Array.from({ length: units }, (_, index) => [`K${index}`, place(index)])],
        typed: Array.from({ length: names }, (_, index) => `${place(index)}x y${index}`),
      })
      const [row] = await engine.rows(`SELECT (SELECT sum(entries) FROM asked_trigrams)::INTEGER AS entries,
        count(*)::INTEGER AS pairs, count(DISTINCT asked)::INTEGER AS names FROM name_candidates`)
      return row
    }
    const sizes = [
      [200, 100],
      [200, 400],
      [1600, 400],
    ] as const
    for (const [units, names] of sizes) {
      const row = await compared(units, names)
      expect(row?.['names']).toBe(names)
      expect(Number(row?.['entries'])).toBeLessThanOrEqual(names * PROPOSALS.entries)
      expect(Number(row?.['pairs'])).toBeLessThanOrEqual(names * PROPOSALS.candidates)
    }
  })
})
