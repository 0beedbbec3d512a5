import { describe, expect, it } from 'vitest'
import {
  barChart,
  intervalChart,
  type Series,
  type Strip,
  stackedChart,
  tileMap,
} from '../../pipeline/7-package/chart/index.ts'

const SERIES: readonly Series[] = [{ label: 'Everyone', swatch: 's1', text: 't1' }]
const hidden: Strip = { label: 'Yes', cells: [{ figure: '1 0 0', printed: '[c]' }] }
const cell = { figure: '1 0 0', printed: '[c]' }

describe('a chart of which every figure is hidden', () => {
  const charts = {
    bars: barChart('bars', [hidden], SERIES, 100, '%'),
    shares: stackedChart([hidden], SERIES, '%'),
    intervals: intervalChart([hidden], SERIES, [0, 100], '%'),
    tiles: tileMap([{ label: 'London', cell }], '%'),
  }
  for (const [name, chart] of Object.entries(charts))
    it(`is drawn as ${name}, without a bar`, () => {
      const drawn = chart.draw(340).toString()
      expect(drawn).toMatch(/^<svg/)
      expect(drawn).not.toMatch(/NaN|undefined/)
    })
})
