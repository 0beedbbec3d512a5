import { mostShown } from './allowed.ts'
import type { World } from './model.ts'
import type { Release } from './published.ts'
import { isInBase, labelOf } from './truth.ts'

export interface Share {
  readonly groups: number
  readonly shown: number
  /** As many as the rules let be shown by any protection, or more. */
  readonly most: number
}

/** Enough people for a group's figures to be worth having. */
const WORTH = 10

/**
 * Of the groups with so many people in the base in breakdowns by one variable, question by question, how many are shown
 * by themselves: all their figures have a value, and none is hidden for protection.
 */
export function shownShare(world: World, { figures }: Release): Share {
  const least = Math.max(WORTH, world.rules.minimum_base)
  let groups = 0
  let shown = 0
  let most = 0
  for (const [name, ...others] of world.breakdowns) {
    const variable = world.variables.find(({ id }) => id === name)
    if (variable === undefined || others.length > 0) continue
    for (const question of world.questions) {
      if (question.kind === 'open') continue
      most += mostShown(world, question, variable, least)
      for (const value of variable.values) {
        const members = world.people.filter(
          (person) => labelOf(world, person, variable.id) === value && isInBase(world, person, question),
        )
        if (members.length < least) continue
        groups += 1
        const own = figures.filter(
          (figure) =>
            figure.question === question.id &&
            figure.statistic !== 'estimate' &&
            figure.members.populations.length + figure.members.without.length === 0 &&
            JSON.stringify(figure.members.values) === JSON.stringify({ [variable.id]: [value] }),
        )
        if (own.length > 0 && own.every(({ status }) => status !== 'c' && status !== 'x')) shown += 1
      }
    }
  }
  return { groups, shown, most }
}
