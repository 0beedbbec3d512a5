import type { Fault, Path } from '../fault.ts'
import type { Definition, Variable } from '../model.ts'
import { unknownLabel } from './conditions.ts'

/**
 * Groups of values that name what is no value, take a value twice, or are called like a value outside them;
 * and levels of groups that are not each coarser than the one before.
 */
export function checkVariables({ variables }: Definition): readonly Fault[] {
  return variables.flatMap((variable) =>
    variable.groups.flatMap((level, index) => {
      const path = ['variables', variable.id, 'groups', index]
      return [...checkLevel(variable, level, path), ...checkNesting(variable.groups[index - 1], level, path)]
    }),
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

/** Every group of the finer level must lie within one group of the coarser. */
function checkNesting(
  finer: Variable['groups'][number] | undefined,
  coarser: Variable['groups'][number],
  path: Path,
): readonly Fault[] {
  return Object.entries(finer ?? {}).flatMap(([label, members]): readonly Fault[] => {
    const above = members.map((member) => groupOf(coarser, member))
    const uncovered = members.filter((_, index) => above[index] === undefined)
    if (uncovered.length > 0) {
      return [
        {
          code: 'group-not-covered',
          path,
          message: `No group of this level has '${uncovered[0]}', which the level before puts into '${label}'.`,
          advice: `Put all values of '${label}' into one group of this level.`,
        },
      ]
    }
    const apart = above.find((group) => group !== above[0])
    if (apart === undefined) return []
    return [
      {
        code: 'groups-not-nested',
        path,
        message: `This level divides '${label}' of the level before between '${above[0]}' and '${apart}'.`,
        advice: `A level must be coarser than the one before: put all values of '${label}' into one group.`,
      },
    ]
  })
}

const groupOf = (level: Variable['groups'][number], value: string): string | undefined =>
  Object.entries(level).find(([, members]) => members.includes(value))?.[0]
