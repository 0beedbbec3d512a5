import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routeOf } from '../../pipeline/draft/routing.ts'
import { cycle, draftTable } from './draft-support.ts'

const crossing = (rows: readonly (readonly [key: string | undefined, rows: number, answered: number])[]) => ({
  router: 0,
  targets: [3],
  rows: rows.map(([key, all, answered]) => ({
    ...(key === undefined ? {} : { key }),
    rows: all,
    answered: [answered],
  })),
})
const route = (rows: Parameters<typeof crossing>[0]) => routeOf(3, [crossing(rows)])

describe('routing that blanks prove', () => {
  it('is proposed with the answers of its question', async () => {
    const { draft, definition, faults } = await draftTable(
      ['Have you been?', 'How was it?', 'Why not?', 'Which day?'],
      cycle(
        60,
        ['Yes', 'No', 'Not yet'],
        ['Good', null, null, 'Poor', null, null],
        [null, 'Far', 'Dear', null, 'Dear', 'Far'],
        ['Mon', 'Tue'],
      ),
    )
    expect(faults).toEqual([])
    expect(draft.questions.map(({ askedIf }) => askedIf)).toEqual([
      undefined,
      { name: 'q1', answers: ['Yes'] },
      { name: 'q1', answers: ['No', 'Not yet'] },
      undefined,
    ])
    expect(definition?.questions[1]?.askedIf).toEqual({ q1: { how: 'any', labels: ['Yes'] } })
  })

  it('needs enough rows on both sides', () => {
    expect(
      route([
        ['yes', 40, 39],
        ['no', 20, 0],
      ]),
    ).toMatchObject({ keys: ['yes'], asked: 40, answered: 39, notAsked: 20 })
    expect(
      route([
        ['yes', 40, 39],
        ['no', 9, 0],
      ]),
    ).toBeUndefined()
    expect(
      route([
        ['yes', 9, 9],
        ['no', 40, 0],
      ]),
    ).toBeUndefined()
  })

  it('needs nearly all who were asked, and nobody else', () => {
    expect(
      route([
        ['yes', 40, 25],
        ['no', 20, 0],
      ]),
    ).toBeUndefined()
    expect(
      route([
        ['yes', 40, 40],
        ['no', 20, 1],
      ]),
    ).toBeUndefined()
    expect(
      route([
        ['yes', 40, 40],
        ['no', 20, 0],
        [undefined, 5, 1],
      ]),
    ).toBeUndefined()
    expect(
      route([
        ['yes', 40, 40],
        ['no', 20, 0],
        [undefined, 5, 0],
      ]),
    ).toBeDefined()
  })

  it('counts an answer of one or two rows as asked: they prove nothing', () => {
    expect(
      route([
        ['yes', 40, 40],
        ['no', 20, 0],
        ['rare', 2, 0],
      ])?.keys,
    ).toEqual(['rare', 'yes'])
  })

  it('never leaves out an answer after which somebody answered', () => {
    const row = fc.record({ rows: fc.nat(50), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (labels) => {
        const counts = labels.map(
          ({ rows, share }, index) => [`label ${index}`, rows, Math.floor(rows * share)] as const,
        )
        const found = route(counts)
        if (found === undefined) return
        for (const [key, , answered] of counts) if (answered > 0) expect(found.keys).toContain(key)
      }),
    )
  })
})
