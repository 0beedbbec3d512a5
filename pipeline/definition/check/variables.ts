import type { Fault, Path } from '../fault.ts'
import type { Definition, Variable } from '../model.ts'
import { unknownLabel } from './conditions.ts'

/** Groups of values that name what is no value, take a value twice, or are called like a value outside them. */
export function checkVariables({ variables }: Definition): readonly Fault[] {
  return variables.flatMap((variable) =>
    variable.groups.flatMap((level, index) =>
      checkLevel(variable, level, ['variables', variable.id, 'groups', index]),
    ),
  )
}

function checkLevel(variable: Variable, level: Variable['groups'][number], path: Path): readonly Fault[] {
  const taken = new Map<string, string>()
  return Object.entries(level).flatMap(([label, members]) => [
    ...members.flatMap((member, index): readonly Fault[] => {
      const at = [...path, label, index]
      const group = taken.get(member)
      taken.set(member, label)
      if (group === undefined) return unknownLabel(member, variable.values, variable.id, at)
      const message =
        group === label
          ? `'${member}' stands in the group '${label}' twice.`
          : `'${member}' is in '${group}' and in '${label}'.`
      return [
        { code: 'grouped-twice', path: at, message, advice: 'Each value belongs to one group at most.' },
      ]
    }),
    ...(variable.values.includes(label) && !members.includes(label)
      ? [
          {
            code: 'group-is-value',
            path: [...path, label],
            atKey: true,
            message: `The group '${label}' is called like a value that is not in it.`,
            advice: 'Put the value into the group, or choose another name for the group.',
          },
        ]
      : []),
  ])
}
