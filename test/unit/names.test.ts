import { describe, expect, it } from 'vitest'
import { NAME_METHODS } from '../../pipeline/2-clean/names/index.ts'
import { type Cells, matchNames } from './names-matching.ts'

const FRAME: Cells = [
  ['key', 'name'],
  ['BST', 'Bristol City Council'],
  ['CAB', 'Cambridge City Council'],
  ['DUR', 'Durham County Council'],
  ['GLA', 'Greater London Authority'],
  ['HMF', 'London Borough of Hammersmith & Fulham'],
  ['KHL', 'Kingston upon Hull City Council'],
  ['KIN', "King's Lynn and West Norfolk Borough Council"],
  ['LND', 'City of London Corporation'],
  ['NGM', 'Nottingham City Council'],
  ['NTT', 'Nottinghamshire County Council'],
  ['SAL', 'St Albans City and District Council'],
  ['WRX', 'Wrexham County Borough Council'],
  ['YNM', 'Cyngor Sir Ynys Môn'],
]

const found = async (names: Readonly<Record<string, string | null>>, frame = FRAME, aliases?: Cells) => {
  const typed = Object.keys(names)
  const { unit, method } = await matchNames({ frame, typed, ...(aliases && { aliases }) })
  expect(Object.fromEntries(typed.map((name) => [name, unit(name)]))).toEqual(names)
  return method
}

describe('names of units', () => {
  it('are found exactly, then but for capitals, accents and punctuation', async () => {
    const method = await found({
      'Bristol City Council': 'BST',
      ' bristol  CITY council.': 'BST',
      'London Borough of Hammersmith and Fulham': 'HMF',
      'Kings Lynn & West Norfolk Borough Council': 'KIN',
      'Saint Albans City and District Council': 'SAL',
      'CYNGOR SIR YNYS MON': 'YNM',
      'Cyngor Sir Ynys Mo\u0302n': 'YNM',
      'Kingston-upon-Hull City Council': 'KHL',
    })
    expect(method('Bristol City Council')).toBe(NAME_METHODS.exact)
    expect(method('Kingston-upon-Hull City Council')).toBe(NAME_METHODS.strict)
  })

  it('are found without words such as council, in any order', async () => {
    const method = await found({
      'Bristol, City of': 'BST',
      'The City of Bristol': 'BST',
      'County Durham': 'DUR',
      'City of Kingston upon Hull': 'KHL',
      'LB Hammersmith and Fulham': 'HMF',
      'West Norfolk & King’s Lynn': 'KIN',
      'St. Albans DC': 'SAL',
      'St.Albans': 'SAL',
      'Nottingham Coucil': 'NGM',
      'Ynys Môn': 'YNM',
    })
    expect(method('County Durham')).toBe(NAME_METHODS.loose)
  })

  it('are not found across tiers, or where only dropped words remain', async () => {
    await found({
      'Cambridge County Council': null,
      'Durham City Council': null,
      'Nottingham County Council': null,
      'Wrexham County Council': 'WRX',
      'London Borough Council': null,
      'Borough Council': null,
      London: null,
      'Durham Town Council': null,
      '???': null,
    })
  })

  it('that two units share count for neither', async () => {
    const frame: Cells = [
      ['key', 'name'],
      ['A', 'Newcastle Borough Council'],
      ['B', 'Newcastle City Council'],
      ['C', 'Twin'],
      ['D', 'Twin'],
    ]
    await found(
      { Newcastle: null, 'Newcastle City Council': 'B', 'newcastle borough council': 'A', Twin: null },
      frame,
    )
  })

  it('are found by other names, unless two units have them', async () => {
    const aliases: Cells = [
      ['name', 'key'],
      ['Sir Ynys Mon', 'YNM'],
      ['Hull', 'KHL'],
      ['The County', 'DUR'],
      ['the county!', 'NTT'],
      ['Nowhere', 'XXX'],
    ]
    const typed = ['HULL', 'Hull City Council', 'The County', 'Nowhere']
    const { unit, method, issues } = await matchNames({ frame: FRAME, aliases, typed })
    expect(typed.map(unit)).toEqual(['KHL', 'KHL', null, null])
    expect(method('HULL')).toBe(NAME_METHODS.alias)
    expect(method('Hull City Council')).toBe(NAME_METHODS.loose)
    expect(issues.map(({ code, file, row }) => [code, file, row])).toEqual([
      ['clean/ambiguous-alias', 'aliases.csv', 4],
      ['clean/ambiguous-alias', 'aliases.csv', 5],
      ['clean/alias-key', 'aliases.csv', 6],
      ['clean/unmatched-names', undefined, undefined],
    ])
  })

  it('set a row aside only where it must be in the frame', async () => {
    const typed = ['Bristol', 'Atlantis', null]
    const must = await matchNames({ frame: FRAME, typed })
    expect(must.responses.map(({ reason }) => reason)).toEqual([
      null,
      'not from the frame',
      'not from the frame',
    ])
    const may = await matchNames({ frame: FRAME, typed, fromFrame: false })
    expect(may.responses.map(({ reason }) => reason)).toEqual([null, null, null])
  })
})

describe('a register that keeps former units', () => {
  const frame: Cells = [
    ['key', 'name', 'from', 'until'],
    ['OLD', 'Dorset County Council', null, '2019-03-31'],
    ['NEW', 'Dorset Council', '2019-04-01', null],
    ['ANY', 'Torbay Council', null, null],
  ]
  const typed = ['Dorset County Council', 'Dorset Council', 'Dorset', 'Torbay']

  it('is taken as it was on the last day of fieldwork, both days of an existence counting', async () => {
    const units = async (lastDay: string) => {
      const { unit, issues } = await matchNames({ frame, typed, lastDay })
      return [typed.map(unit), issues.find(({ code }) => code === 'clean/units-left-out')?.severity]
    }
    expect(await units('2019-03-31')).toEqual([['OLD', null, 'OLD', 'ANY'], 'note'])
    expect(await units('2019-04-01')).toEqual([[null, 'NEW', 'NEW', 'ANY'], 'note'])
  })

  it('is refused where a date is none, or no unit is left', async () => {
    const bad: Cells = [
      ['key', 'name', 'from', 'until'],
      ['A', 'Aston', null, null],
      ['B', 'Bow', 'May', '31/3/2019'],
    ]
    const { issues } = await matchNames({ frame: bad, typed })
    expect(issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['clean/frame-date', 3, 'from'],
      ['clean/frame-date', 3, 'until'],
    ])
    const gone: Cells = [
      ['key', 'name', 'until'],
      ['A', 'Aston', '1999-01-01'],
    ]
    const left = await matchNames({ frame: gone, typed })
    expect(left.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['clean/units-left-out', 'error'],
    ])
  })

  it('may repeat a key that only one unit had on that day', async () => {
    const renamed: Cells = [
      ['key', 'name', 'from', 'until'],
      ['SHE', 'Shepway District Council', null, '2018-03-31'],
      ['SHE', 'Folkestone and Hythe District Council', '2018-04-01', null],
    ]
    const { issues, unit } = await matchNames({ frame: renamed, typed: ['Folkestone & Hythe'] })
    expect(unit('Folkestone & Hythe')).toBe('SHE')
    expect(issues.map(({ code }) => code)).toEqual(['clean/units-left-out'])
  })
})
