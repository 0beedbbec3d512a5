import { type AnonymityReport, NOTHING, type Risk } from '../artefacts.ts'
import type { Choice } from './choose.ts'
import type { Group, Identifying } from './classes.ts'
import type { RowLimits } from './limits.ts'
import { publishedList } from './recoding.ts'
import { riskOf } from './risk/index.ts'
import type { SensitiveFacet } from './sensitive.ts'

/** What the report is made of. */
export interface Reported {
  readonly variables: readonly Identifying[]
  /** Sensitive answers as received, and those of which rows show any. */
  readonly facets: readonly SensitiveFacet[]
  readonly shown: readonly SensitiveFacet[]
  readonly limits: RowLimits
  readonly choice: Choice
  /** Combinations as received. */
  readonly before: readonly Group[]
  /** Combinations as published, counted anew. */
  readonly after: readonly Group[]
  /** Rows that are like no other. */
  readonly uniques: number
}

/** Most ways that are told besides the one that was taken. */
const MOST_TOLD = 12

/** What anonymising came to: what it took, what else could have been done, and the risk before and after. */
export function anonymityReport(reported: Reported): AnonymityReport {
  const { variables, facets, shown, limits, choice, before, after, uniques } = reported
  const { chosen, reason, tried, confidential } = choice
  const risk = riskAfter(shown, after)
  const candidate = chosen?.candidate
  return {
    ...(reason === undefined ? {} : { withoutRows: reason }),
    minimumClass: limits.minimumClass,
    diversity: limits.diversity,
    identifying: variables.map(({ id, levels: [values = []] }, variable) => ({
      variable: id,
      ...widthsOf(candidate?.labels[variable] ?? [], values, occurring(before, variable)),
      blanked:
        candidate?.masks === undefined ? 0 : blankedIn(after, variable, candidate.labels[variable] ?? []),
    })),
    withheld: (chosen?.withholding.byQuestion ?? []).map(({ question, answers, responses }) => ({
      question,
      answers,
      responses,
      everywhere: chosen?.withholding.leftOut.has(question) === true,
    })),
    confidential,
    omitted: chosen?.omitted ?? 0,
    uniques,
    classes: risk.classes,
    smallestClass: risk.smallestClass,
    loss: candidate?.loss ?? 0,
    alternatives: tried.slice(0, MOST_TOLD).map((one) => ({
      way: one.candidate.way,
      taken: one.candidate === candidate,
      kept: 1 - one.candidate.loss,
      classes: one.candidate.count,
      ...(one.withheld === undefined ? {} : { withheld: one.withheld }),
    })),
    before: riskAfter(facets, before),
    after: risk,
  }
}

const NOTHINGS: ReadonlySet<string> = new Set(Object.values(NOTHING))

/** The values of a detail that somebody has, as positions in its code list. */
const occurring = (groups: readonly Group[], variable: number): ReadonlySet<number> =>
  new Set(groups.map(({ values }) => values[variable] ?? 0))

/**
 * How many values are published, of how many that were stated: what stands for nothing is no value, nor is what nobody
 * stated. Merged is also a value that stands together with those who stated none.
 */
function widthsOf(labels: readonly string[], values: readonly string[], there: ReadonlySet<number>) {
  const stated = values.flatMap((value, index) =>
    there.has(index) && !NOTHINGS.has(value) ? [{ value, label: labels[index] ?? NOTHING.notReleased }] : [],
  )
  return {
    values: publishedList(stated.map(({ label }) => label)).length - 1,
    of: stated.length,
    merged: stated.some(({ value, label }) => label !== value),
  }
}

/** Rows in which nothing stands for a variable that others show: its last label. */
const blankedIn = (after: readonly Group[], variable: number, labels: readonly string[]): number => {
  const blank = publishedList(labels).length - 1
  return after.reduce((sum, { values, count }) => sum + (values[variable] === blank ? count : 0), 0)
}

const riskAfter = (facets: readonly SensitiveFacet[], groups: readonly Group[]): Risk =>
  riskOf(
    groups.map(({ count, answers }) => ({ size: count, answers })),
    facets.map(({ column, ordered }) => ({ name: column.name, ordered })),
  )
