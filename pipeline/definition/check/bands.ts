import type { Fault, Path } from '../fault.ts'
import type { NumberQuestion } from '../model.ts'

/** Limits and bands of a number: limits in order, bands ascending, all but the last one closed. */
export function checkBands({ id, bands, minimum, maximum }: NumberQuestion): readonly Fault[] {
  const path: Path = ['questions', id]
  const impossible = bands.findIndex(({ below }) => Number.isNaN(below))
  if (impossible >= 0 || Number.isNaN(minimum) || Number.isNaN(maximum)) {
    const message = 'There is no such day in the calendar.'
    return [
      {
        code: 'no-such-day',
        path: impossible >= 0 ? [...path, 'bands', impossible, 'below'] : path,
        message,
      },
    ]
  }
  const limits: readonly Fault[] =
    minimum !== undefined && maximum !== undefined && minimum > maximum
      ? [
          {
            code: 'limits',
            path: [...path, 'minimum'],
            message: `The minimum ${minimum} lies above the maximum ${maximum}.`,
          },
        ]
      : []
  return [
    ...limits,
    ...bands.flatMap(({ label, below }, index): readonly Fault[] => {
      const at = { path: [...path, 'bands', index] }
      const last = index === bands.length - 1
      if (last !== (below === undefined)) {
        const message = last ? `The last band '${label}' must be open.` : `The band '${label}' has no end.`
        const advice = last ? 'Leave out its "below".' : 'Give the number it ends before: below: 10.'
        return [{ code: 'bands', ...at, message, advice }]
      }
      if (below === undefined) return []
      const floor = bands[index - 1]?.below ?? minimum
      if (floor !== undefined && below <= floor) {
        const message = `The band '${label}' ends before ${below}, where it does not reach beyond ${floor}.`
        return [
          { code: 'bands', ...at, message, advice: 'Bands go upwards, each ending above the one before.' },
        ]
      }
      if (maximum === undefined || below <= maximum) return []
      const message = `The band '${label}' ends before ${below}, above the maximum ${maximum}.`
      return [{ code: 'bands', ...at, message }]
    }),
  ]
}
