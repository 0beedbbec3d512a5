import { describe, expect, test } from 'vitest'
import { heightOf, linesOf, widened, widthOf } from '../../pipeline/7-package/workbook/measure.ts'

describe('measuring text', () => {
  test('a digit is the unit, give or take what programs differ by', () => {
    expect(widthOf('0123456789', 'text')).toBeCloseTo(10.3, 5)
    expect(widthOf('0123456789', 'header')).toBeGreaterThan(widthOf('0123456789', 'text'))
    expect(widthOf('é', 'text')).toBe(widthOf('e', 'text'))
  })

  test('words wrap at the edge, line ends end lines, long words are broken', () => {
    expect(linesOf('111 111 111', 'text', 12)).toBe(1)
    expect(linesOf('111 111 111', 'text', 9)).toBe(2)
    expect(linesOf('111\n111', 'text', 9)).toBe(2)
    expect(linesOf('1'.repeat(25), 'text', 10)).toBe(3)
    expect(linesOf('', 'text', 10)).toBe(1)
  })

  test('a row is as high as its lines, never more than Excel allows', () => {
    expect(heightOf('1', 'text', 10)).toBe(18)
    expect(heightOf('1\n1', 'text', 10)).toBe(33)
    expect(heightOf('1 '.repeat(500), 'oneLine', 10)).toBe(18)
    expect(heightOf('1 '.repeat(500), 'text', 10)).toBe(409)
    expect(widened(10, ['1 '.repeat(500)])).toBeGreaterThan(30)
  })
})
