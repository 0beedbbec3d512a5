import { type Fault, oneOf } from '../fault.ts'
import { given } from '../fill/given.ts'
import { labelKey } from '../label-key.ts'
import type { Definition } from '../model.ts'
import { didYouMean } from '../nearest.ts'

/** Waves called alike, and tables named for questions that do not exist. */
export function checkWaves({ waves, questions }: Definition): readonly Fault[] {
  const known = questions.map(({ id }) => id)
  return waves.flatMap(({ label, tables }, index): readonly Fault[] => {
    const first = waves.findIndex((other) => labelKey(other.label) === labelKey(label))
    const same = `The wave '${label}' is called like an earlier one.`
    return [
      ...(first === index
        ? []
        : [
            {
              code: 'same-label',
              path: ['waves', index, 'label'],
              message: same,
              advice: 'Call it otherwise.',
            },
          ]),
      ...Object.keys(tables).flatMap((name): readonly Fault[] => {
        if (known.includes(name)) return []
        const message = `There is no question '${name}'${didYouMean(name, known) || '.'}`
        const path = ['waves', index, 'tables', name]
        return [{ code: 'unknown-name', path, atKey: true, message, ...given({ expected: oneOf(known) }) }]
      }),
    ]
  })
}
