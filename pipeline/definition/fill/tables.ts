import type { Frame, Id, Invitees, ResponseSource, TablePlan, Variable } from '../model.ts'
import { listOf } from './given.ts'
import type { WrittenTables } from './written.ts'

interface Around {
  readonly frame: Frame | undefined
  readonly invitees: Invitees | undefined
  readonly responses: readonly ResponseSource[]
  readonly variables: readonly Variable[]
  readonly populationIds: readonly Id[]
}

/** The plan of tables with its defaults, which depend on what the files carry. */
export function fillTables(written: WrittenTables, around: Around): TablePlan {
  const { frame, invitees, responses, variables, populationIds } = around
  const carried = { ...frame?.columns, ...invitees?.columns }
  const rated = variables.map(({ id }) => id).filter((id) => Object.hasOwn(carried, id))
  return {
    responseRates: written.response_rates ?? rated,
    profile: written.profile ?? [],
    coverage:
      written.coverage ??
      (frame !== undefined && responses.some(({ columns }) => Object.hasOwn(columns, 'covers'))),
    populations: written.populations ?? populationIds,
    breakdowns: (written.breakdowns ?? []).map(listOf),
    banners: written.banners ?? [],
    precision: written.precision ?? false,
    significance: written.significance ?? false,
  }
}
