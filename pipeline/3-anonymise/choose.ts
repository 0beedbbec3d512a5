import type { Definition } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import { Refused } from '../issues.ts'
import { riskModel } from '../policy.ts'
import type { Group, Identifying } from './classes.ts'
import { answerKey } from './columns.ts'
import { countConfidential, omitRows } from './confidential.ts'
import { LEAST_CLASSES, type RowLimits } from './limits.ts'
import { type Candidate, candidatePartitions } from './partition/index.ts'
import { type Placing, place } from './placing.ts'
import type { SensitiveFacet } from './sensitive.ts'
import { ANSWER_COST } from './suppression/index.ts'
import { type Telling, tellingsOf, type Withholding, withholding } from './withhold/index.ts'

/** How rows leave. */
export interface Chosen {
  readonly candidate: Candidate
  readonly withholding: Withholding
  readonly placing: Placing
  /** What rows make visible besides answers. */
  readonly tellings: readonly Telling[]
  /** Rows left out so that enough people are missing. */
  readonly omitted: number
}

/** A way that was found, and what it would cost: published words say nothing of it. */
export interface Tried {
  readonly candidate: Candidate
  /** Answers that would be withheld; not worked out where the way costs more without. */
  readonly withheld?: number
}

export interface Choice {
  readonly chosen?: Chosen
  /** Why no row leaves; absent where rows do. In words that may be published. */
  readonly reason?: string
  readonly tried: readonly Tried[]
  /** People who asked for confidentiality. */
  readonly confidential: number
}

/** Most candidates whose withheld answers are counted. */
const MOST_COUNTED = 12

/**
 * How the rows leave so that most is kept, answers that must be withheld counted as what they cost, and so that every detail
 * that was to be published says something wherever that is possible; or why none does:
 * the rules, too few rows, or one class where details are published. Throws `Refused` where the definition asks for
 * rows outright.
 */
export async function chooseRows(
  engine: Engine,
  definition: Definition,
  relation: string,
  groups: readonly Group[],
  variables: readonly Identifying[],
  facets: readonly SensitiveFacet[],
  limits: RowLimits,
): Promise<Choice> {
  const confidential = await countConfidential(engine, definition, relation)
  const none = (reason: string, tried: readonly Tried[] = []): Choice => ({ reason, tried, confidential })
  if (riskModel(definition.privacy).microdata === 0) return none('the rules let no row of a response out')
  const { minimumClass } = limits
  const people = groups.reduce((sum, { count }) => sum + count, 0)
  // Of fewer missing people than a class has, tables less rows would say what they said.
  const omitted = confidential > 0 && confidential < minimumClass ? minimumClass - confidential : 0
  if (people - omitted < LEAST_CLASSES * minimumClass)
    return refusedOr(definition, none(`fewer than ${LEAST_CLASSES * minimumClass} rows could leave`))
  const found = await candidatePartitions(groups, variables, facets, limits)
  const candidates = found.filter(({ count }) => variables.length === 0 || count > 1)
  const tellings = await tellingsOf(engine, definition, relation)
  const key = answerKey(definition)
  const placed = async (candidate: Candidate): Promise<Placing | undefined> => {
    const placing = await place(engine, definition, relation, groups, candidate)
    return (await omitRows(engine, placing, key, omitted, minimumClass)) ? placing : undefined
  }
  const tried = new Map<Candidate, number>()
  let best: { readonly chosen: Chosen; readonly total: number } | undefined
  for (const candidate of candidates.slice(0, MOST_COUNTED)) {
    if (best !== undefined && !mayBeat(best, candidate)) break
    const placing = await placed(candidate)
    if (placing === undefined) continue
    const lost = await withholding(engine, definition, placing, tellings, limits)
    tried.set(candidate, lost.answers)
    const total = candidate.cost + ANSWER_COST * lost.answers
    if (best === undefined || total < best.total - TINY)
      best = { chosen: { candidate, withholding: lost, placing, tellings, omitted }, total }
  }
  const all = found.map((candidate): Tried => {
    const withheld = tried.get(candidate)
    return { candidate, ...(withheld === undefined ? {} : { withheld }) }
  })
  if (best === undefined)
    return refusedOr(
      definition,
      none('the details that were to be published would put everybody into one class', all),
    )
  await placed(best.chosen.candidate)
  return { chosen: best.chosen, tried: all, confidential }
}

const TINY = 1e-9

/** Whether a candidate that comes later could be better: what it costs is known, what it would withhold is not. */
const mayBeat = (best: { readonly chosen: Chosen; readonly total: number }, candidate: Candidate): boolean =>
  candidate.silent === best.chosen.candidate.silent && candidate.cost < best.total

/** No rows; refused where the definition asks for them outright. */
function refusedOr({ privacy }: Definition, choice: Choice): Choice {
  const asked =
    privacy.rules.microdata === 1 ||
    privacy.waivers.some(({ rule, value }) => rule === 'microdata' && value === 1)
  if (!asked) return choice
  throw new Refused([
    {
      code: 'anonymise/too-few-for-rows',
      severity: 'error',
      concern: 'disclosure',
      message: `The definition asks for responses to be published, but ${choice.reason ?? 'none may leave'}.`,
      advice:
        'Take microdata out of privacy: then only tables are published. Or publish fewer details of respondents.',
    },
  ])
}
