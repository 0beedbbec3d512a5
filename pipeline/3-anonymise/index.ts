/**
 * Anonymise (GSBPM 5.1). In: clean responses, which identify people. Out: two relations. Rows that leave have only what
 * is on the allow-list (the details the definition publishes, and the answers), recoded so that every combination of
 * details is shared by many, without answers that a class would give away, sorted by what is published. What tables
 * are counted from has every response with its true answers, and leaves in no release. Open text stays behind.
 * Does not belong here: judging tables (6-protect).
 */
import { type AnonymousResponses, type Responses, seal } from '../artefacts.ts'
import type { Definition, Id } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import { leavesRows } from '../personal-facts/index.ts'
import { checkLimits } from './check-limits.ts'
import { type Choice, type Chosen, chooseRows } from './choose.ts'
import type { Group } from './classes.ts'
import { publishedColumns } from './columns.ts'
import { countGroups } from './count-groups.ts'
import { COUNTED, type ToldSide, writeCounted } from './counted.ts'
import { publishedFields } from './fields.ts'
import { identifyingVariables } from './identifying.ts'
import { leaveOut } from './leave-out.ts'
import { limitsOf } from './limits.ts'
import { inOrder } from './partition/index.ts'
import { isOpen } from './placing.ts'
import { countUniques, PUBLISHED, writeNobody, writePublished } from './published.ts'
import { settleQuotes } from './quotes/index.ts'
import { writeRecoding } from './recoding.ts'
import { anonymityReport } from './report.ts'
import { facetsOf, sensitiveQuestions } from './sensitive.ts'
import type { Telling } from './withhold/index.ts'

export { type Candidate, candidatePartitions } from './partition/index.ts'
export { type PublishedText, searchPublished } from './published/index.ts'
export { settleQuotes } from './quotes/index.ts'

/** Throws `Refused` where the definition asks for rows outright and too few could leave. */
export async function anonymise(
  engine: Engine,
  definition: Definition,
  responses: Responses,
): Promise<AnonymousResponses> {
  const { relation, account } = responses
  const limits = limitsOf(definition)
  const variables = identifyingVariables(definition)
  const facets = facetsOf(sensitiveQuestions(definition))
  const { publish } = definition.privacy
  const counted = await countGroups(engine, relation, publish, facets, isOpen(definition))
  const before = inOrder(counted.filter(({ count }) => count > 0))
  const choice = await chooseRows(engine, definition, relation, before, variables, facets, limits)
  const { chosen } = choice
  const rows = chosen === undefined ? [] : before
  const left = await writeRows(engine, definition, relation, rows, chosen)
  const sides = sidesOf(chosen?.tellings ?? [])
  await writeCounted(engine, definition, relation, chosen?.placing, sides)
  const leaving = rows.reduce((sum, { count }) => sum + count, 0) - (chosen?.omitted ?? 0)
  const shown = facets.filter(({ column }) => chosen?.withholding.leftOut.has(column.question.id) === false)
  const after = chosen === undefined ? [] : await countGroups(engine, PUBLISHED, publish, shown)
  if (chosen !== undefined) await checkLimits(engine, definition, chosen, limits, leaving)
  const report = anonymityReport({
    ...{ variables, facets, shown, limits, choice, before, after },
    uniques: left,
  })
  const settled = await settleQuotes(engine, definition, responses)
  return seal<AnonymousResponses>({
    relation: PUBLISHED,
    fields: publishedFields(definition, chosen),
    rows: chosen === undefined ? 0 : leaving,
    counted: COUNTED,
    responses: account.kept,
    classes: classesOf(definition, choice, sides),
    ...(responses.units === undefined ? {} : { units: responses.units }),
    ...(responses.people === undefined ? {} : { people: responses.people }),
    report,
    ...(settled === undefined ? {} : { quotes: settled.quotes, quoting: settled.report }),
  })
}

/**
 * The same responses with answers to some questions in no row: where rows and tables cannot both show them and tables
 * lead.
 */
export async function withoutQuestions(
  engine: Engine,
  definition: Definition,
  anonymous: AnonymousResponses,
  questions: readonly Id[],
): Promise<AnonymousResponses> {
  const { relation, counted, responses, units, people, quotes, quoting } = anonymous
  return seal<AnonymousResponses>({
    ...{ relation, counted, responses },
    ...(units === undefined ? {} : { units }),
    ...(people === undefined ? {} : { people }),
    ...(quotes === undefined ? {} : { quotes }),
    ...(quoting === undefined ? {} : { quoting }),
    ...(await leaveOut(engine, definition, anonymous, questions)),
  })
}

/** Writes the rows that leave, if any do; how many of them are like no other. */
async function writeRows(
  engine: Engine,
  definition: Definition,
  relation: string,
  groups: readonly Group[],
  chosen: Chosen | undefined,
): Promise<number> {
  if (chosen === undefined) {
    await writeNobody(engine)
    return 0
  }
  const { candidate, withholding, placing } = chosen
  await writeRecoding(engine, definition, groups, candidate, withholding)
  const columns = await publishedColumns(engine, definition, candidate, withholding)
  await writePublished(engine, definition, relation, placing, columns)
  return countUniques(engine, columns)
}

/** What rows tell of details and files by who was not asked, each as a column of the counted responses. */
const sidesOf = (tellings: readonly Telling[]): readonly ToldSide[] =>
  tellings
    .filter(({ routed }) => routed.size > 0)
    .map(({ sql, routed }, index) => ({ column: `side_${index}`, questions: [...routed].sort(), sql }))

/** Questions that rows show nothing of, or only as a detail of the key, are left out as far as tables are concerned. */
const classesOf = (
  definition: Definition,
  { chosen }: Choice,
  sides: readonly ToldSide[],
): AnonymousResponses['classes'] =>
  chosen === undefined
    ? { count: 0, withheld: new Map(), leftOut: new Set(), sides: [] }
    : {
        count: chosen.candidate.count,
        sides: sides.map(({ column, questions }) => ({ column, questions })),
        withheld: chosen.withholding.withheld,
        leftOut: new Set(
          definition.questions
            .filter(
              (question) =>
                chosen.withholding.leftOut.has(question.id) ||
                definition.privacy.publish.includes(question.id) ||
                !leavesRows(definition, question),
            )
            .map(({ id }) => id),
        ),
      }
