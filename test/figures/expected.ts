/** What each figure of a release should be, by the definition and the cleaned responses. */
import type { CleanedFiles } from './cleaned.ts'
import { bannerGroups, breakdownGroups, populationGroups } from './groups.ts'
import { type Asked, isMeasured, type Plan } from './plan.ts'
import { coverageOf, profileOf, ratesBy, type Shares } from './rates.ts'
import { type Counted, errorOf, meanOf, medianOf, partsOf, sum, totalOf, weightOf } from './sums.ts'
import { type Cells, type Groups, given, isInBase, isInRow, rankOf } from './who.ts'

/** A figure as it should be shown. */
export type Expected =
  | { readonly kind: 'count'; readonly count: number; readonly base?: number }
  | {
      readonly kind: 'share'
      readonly count: number
      readonly of: number
      readonly decimals: number
      readonly base?: number
    }
  /** Undefined: there is no such number, as nobody weighs anything. */
  | {
      readonly kind: 'number'
      readonly value: number | undefined
      readonly decimals: number
      readonly base: number
    }
  /** A statistic that nobody counts again. */
  | { readonly kind: 'left out'; readonly what: string }

/** Where a figure stands in `data/tables.csv`. */
export interface Place {
  readonly population: string
  readonly row: string
  readonly statistic: string
}

/** What stands at a place of a table; undefined: nothing should. */
export type TableOf = (place: Place) => Expected | undefined

/** Identifier of a table -> what should stand in it. */
export function expectedTables(plan: Plan, files: CleanedFiles): ReadonlyMap<string, TableOf> {
  const tables = new Map<string, TableOf>()
  for (const [index, { variable, of }] of plan.rates.entries())
    tables.set(String(index + 1), shareTable(plan, ratesBy(files, variable, of)))
  tables.set('coverage', shareTable(plan, coverageOf(plan, files)))
  for (const id of plan.profile)
    tables.set(`profile_${id}`, shareTable(plan, profileOf(files, id), 'with base'))
  const numbered = plan.questions.filter(({ themes }) => !themes)
  const everywhere: readonly (readonly [suffix: string, groups: Groups])[] = [
    ...plan.breakdowns.map((names) => [`_by_${names.join('_by_')}`, breakdownGroups(plan, names)] as const),
    ...plan.banners.map((names) => [`_by_${names.join('-')}`, bannerGroups(plan, names)] as const),
  ]
  for (const question of plan.questions) {
    const number = String(plan.rates.length + numbered.indexOf(question) + 1)
    const id = question.themes ? `themes_${question.id}` : number
    const all = [['', populationGroups(plan, question)] as const, ...everywhere]
    for (const [suffix, groups] of all) {
      const answers = answerTable(plan, files, question, groups)
      tables.set(`${id}${suffix}`, answers)
      tables.set(`${id}_estimates${suffix}`, estimateTable(plan, files, question, groups))
      tables.set(`${id}_differences${suffix}`, () => ({ kind: 'left out', what: 'tests of differences' }))
      // A wave stands under the same population and its label; this one under the population alone.
      tables.set(`${id}_waves${suffix}`, (place) =>
        place.statistic === 'percent' && groups.get(place.population) !== undefined
          ? answers(place)
          : { kind: 'left out', what: 'earlier waves' },
      )
    }
  }
  return tables
}

function shareTable({ decimals }: Plan, shares: Shares, based?: 'with base'): TableOf {
  return ({ row, statistic }) => {
    const { part, whole } = shares.get(row) ?? {}
    if (part === undefined || whole === undefined) return undefined
    const base = based === undefined ? {} : { base: whole }
    if (statistic === 'responded' || statistic === 'count') return { kind: 'count', count: part, ...base }
    if (statistic === 'in_frame') return { kind: 'count', count: whole }
    return statistic === 'response_rate_percent' || statistic === 'percent'
      ? { kind: 'share', count: part, of: whole, decimals, ...base }
      : undefined
  }
}

const LEFT_OUT = /_(low|high|design_effect)$|^(interval_low|interval_high|design_effect)$/

function answerTable(plan: Plan, files: CleanedFiles, question: Asked, groups: Groups): TableOf {
  const basesOf = membersOf(groups, files.responses, (cells) => isInBase(plan, question, cells))
  return ({ population, row, statistic }) => {
    const members = basesOf(population)
    if (members === undefined) return undefined
    if (members.some((cells) => isInRow(question, cells, row) === undefined)) return undefined
    if (LEFT_OUT.test(statistic)) return { kind: 'left out', what: 'confidence intervals and design effects' }
    const counted = members.map((cells) => ({ cells, value: isInRow(question, cells, row) === true ? 1 : 0 }))
    const count = sum(counted.map(({ value }) => value))
    const base = members.length
    if (statistic === 'count') return { kind: 'count', count, base }
    if (statistic === 'percent' && !plan.weighted)
      return { kind: 'share', count, of: base, decimals: plan.decimals, base }
    const [, of, error] = /^(percent|total)(_standard_error)?$/.exec(statistic) ?? []
    if (of === undefined) return undefined
    // All of them are all of them: there is nothing to be unsure of.
    if (of === 'percent' && error !== undefined && row === 'Total')
      return { kind: 'number', value: undefined, decimals: 0, base }
    const decimals = (of === 'percent' ? plan.decimals : question.decimals) + (error === undefined ? 0 : 1)
    const scale = of === 'percent' ? 100 : 1
    const value = estimated(plan, files, counted, of === 'percent' ? 'mean' : 'total', error !== undefined)
    return { kind: 'number', value: value === undefined ? undefined : scale * value, decimals, base }
  }
}

const KINDS = { Mean: 'mean', Median: 'median', Total: 'total' } as const

function estimateTable(plan: Plan, files: CleanedFiles, question: Asked, groups: Groups): TableOf {
  const ranking = question.kind === 'ranking'
  const own = (cells: Cells): boolean =>
    isMeasured(question) && question.answers.length === 0
      ? true
      : given(question, cells) !== undefined && isInBase(plan, question, cells)
  const basesOf = membersOf(groups, files.responses, own)
  return ({ population, row, statistic }) => {
    const members = basesOf(population)
    const kind = ranking ? 'mean' : KINDS[row as keyof typeof KINDS]
    if (members === undefined || kind === undefined || !question.statistics.includes(kind)) return undefined
    if (ranking && !question.answers.includes(row)) return undefined
    if (LEFT_OUT.test(statistic)) return { kind: 'left out', what: 'confidence intervals and design effects' }
    const counted = members.flatMap((cells): readonly Counted[] => {
      const value = ranking ? rankOf(question, cells, row) : numberOf(question, cells)
      return value === undefined ? [] : [{ cells, value }]
    })
    const base = counted.length
    if (statistic === 'respondents') return { kind: 'count', count: base, base }
    const error = statistic === 'standard_error'
    if (!error && statistic !== 'estimate') return undefined
    if (error && kind === 'median') return { kind: 'number', value: undefined, decimals: 0, base }
    const value =
      base === 0
        ? undefined
        : kind === 'median'
          ? medianOf(plan, counted)
          : estimated(plan, files, counted, kind, error)
    return { kind: 'number', value, decimals: question.decimals + (error ? 1 : 0), base }
  }
}

function numberOf({ id, kind, answers, scores }: Asked, cells: Cells): number | undefined {
  if (kind === 'choice') {
    const cell = String(cells[id])
    return answers.includes(cell) ? scores[cell] : undefined
  }
  const number = cells[`measure_${id}`]
  return typeof number === 'number' ? number : undefined
}

function estimated(
  plan: Plan,
  files: CleanedFiles,
  counted: readonly Counted[],
  kind: 'mean' | 'total',
  error: boolean,
): number | undefined {
  if (counted.every(({ cells }) => weightOf(plan, cells) === 0)) return undefined
  if (!error) return kind === 'mean' ? meanOf(plan, counted) : totalOf(plan, counted)
  const known = files.people.length > 0 ? files.people.length : files.units.length
  const isSample = plan.allFromFrame && known >= files.responses.length
  return errorOf(plan, files.responses, partsOf(plan, counted, kind), isSample ? known : undefined)
}

/** Members of a group who are in a base, looked for once; undefined where there is no such group. */
function membersOf(groups: Groups, responses: readonly Cells[], inBase: (cells: Cells) => boolean) {
  const found = new Map<string, readonly Cells[]>()
  return (population: string): readonly Cells[] | undefined => {
    const isMember = groups.get(population)
    if (isMember === undefined) return undefined
    const own = found.get(population) ?? responses.filter((cells) => isMember(cells) && inBase(cells))
    found.set(population, own)
    return own
  }
}
