/**
 * Anonymise (GSBPM 5.1). In: clean responses, which identify people. Out: responses of which only the
 * allow-list is left (the variables the definition publishes, and the answers), under new ids and in a
 * new order that nobody can trace to the files received; combinations of identifying values shared by
 * too few are generalised, then blanked; sensitive answers that a class of people would share are withheld.
 * Open text stays behind. Does not belong here: judging tables (6-protect).
 */
import { type AnonymousResponses, type Responses, seal } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import { type RiskModel, riskModel } from '../policy.ts'
import { checkLimits } from './check-limits.ts'
import { countGroups } from './count-groups.ts'
import { publishedFields } from './fields.ts'
import { generalise } from './generalise.ts'
import { identifyingVariables } from './identifying.ts'
import { improve } from './improve.ts'
import { PUBLISHED, writePublished, writeSecret } from './published.ts'
import { settleQuotes } from './quotes/index.ts'
import { RECODING, writeRecoding } from './recoding.ts'
import { anonymityReport } from './report.ts'
import { facetsOf, sensitiveQuestions } from './sensitive.ts'
import type { Limits } from './suppression/index.ts'
import { withheldSql } from './withheld.ts'

export { type PublishedText, searchPublished } from './published/index.ts'
export { settleQuotes } from './quotes/index.ts'

export async function anonymise(
  engine: Engine,
  definition: Definition,
  responses: Responses,
): Promise<AnonymousResponses> {
  const { publish } = definition.privacy
  const limits = limitsOf(riskModel(definition.privacy))
  const variables = identifyingVariables(definition)
  const sensitive = sensitiveQuestions(definition)
  const facets = facetsOf(sensitive)
  const before = await countGroups(engine, responses.relation, publish, facets)
  const generalised = await improve(generalise(before, variables, facets, limits))
  await writeSecret(engine, responses.relation)
  const divided = await writeRecoding(engine, definition, responses.relation, generalised)
  const withheld = withheldSql(RECODING, sensitive)
  await writePublished(engine, definition, responses.relation, withheld, divided)
  const after = await countGroups(engine, PUBLISHED, publish, facets)
  checkLimits(after, facets, limits, responses.account.kept)
  const report = anonymityReport({ variables, sensitive, facets, limits, generalised, before, after })
  const settled = await settleQuotes(engine, definition, responses)
  return seal<AnonymousResponses>({
    relation: PUBLISHED,
    fields: publishedFields(definition, generalised.best.node.level),
    rows: responses.account.kept,
    counted: PUBLISHED,
    responses: responses.account.kept,
    classes: { count: 0, withheld: new Map(), leftOut: new Set() },
    ...(responses.units === undefined ? {} : { units: responses.units }),
    ...(responses.people === undefined ? {} : { people: responses.people }),
    report,
    ...(settled === undefined ? {} : { quotes: settled.quotes, quoting: settled.report }),
  })
}

/** Where no responses are published nobody sees classes: groups are protected where they show, in the tables. */
const limitsOf = ({ microdata, minimum_class, values_behind_a_blank, diversity }: RiskModel): Limits =>
  microdata === 0
    ? { minimumClass: 1, valuesBehindABlank: 1, diversity: 1 }
    : { minimumClass: minimum_class, valuesBehindABlank: values_behind_a_blank, diversity }
