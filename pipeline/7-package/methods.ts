import { type Definition, spokenTitle } from '../definition/index.ts'
import { listed } from '../listed.ts'

/**
 * How the figures were made, in sentences for people, where they are more than counts: weights, precision,
 * tests, earlier waves. Nothing for a release of plain percentages.
 */
export function methodStatements(definition: Definition): readonly string[] {
  const { tables: plan, waves, weighting } = definition
  return [
    ...(weighting === undefined ? [] : [weights(definition)]),
    ...(plan.precision ? [PRECISION] : []),
    ...(plan.precision || plan.significance ? [sampling(definition)] : []),
    ...(plan.significance ? [TESTS] : []),
    ...themes(definition),
    ...(waves.length === 0
      ? []
      : [
          `Figures of ${listed(waves.map(({ label }) => label))} are those published then; they are not worked out anew.`,
        ]),
  ]
}

/** Who coded open answers. */
function themes({ openText }: Definition): readonly string[] {
  const coders = openText?.coders.length ?? 0
  if (coders === 0) return []
  const settled =
    coders === 1
      ? ''
      : ' Where they disagreed, what was agreed on afterwards counts, or a rule stated beforehand.'
  return [
    `Answers in people\u2019s own words were read and coded to themes by ${coders === 1 ? 'one coder' : `${coders} coders`}.${settled}`,
  ]
}

function weights({ weighting, variables }: Definition): string {
  const raked = (weighting?.rake ?? []).map(({ variable }) =>
    spokenTitle(variables.find(({ id }) => id === variable)?.title ?? variable),
  )
  const made =
    raked.length === 0
      ? 'Each response has the weight it was received with.'
      : `Responses are weighted so that they meet the known totals of ${listed(raked)} (raking).`
  return `${made} Percentages, means and totals are weighted; counts and bases are not. The effective base is the number of responses of equal weight that would tell as much.`
}

const PRECISION =
  'Standard errors are linearised (Taylor series). Intervals are at 95 per cent: for percentages Wilson\u2019s score interval on the effective base, for means and totals from Student\u2019s t distribution. The design effect is the variance beside that of a simple random sample of the same size.'

/** What the standard errors take the responses for. */
function sampling({ responses, frame, weighting }: Definition): string {
  const has = (role: string) => responses.some(({ columns }) => Object.hasOwn(columns, role))
  const parts = [
    ...(has('stratum') ? ['strata'] : []),
    ...(has('cluster') ? ['clusters'] : []),
    ...(has('population_size') ? ['the size of the population'] : []),
  ]
  if (parts.length > 0) return `They allow for the ${listed(parts)} of the sample.`
  const raked =
    weighting === undefined || weighting.rake.length === 0
      ? ''
      : ' Weights are taken as fixed, so errors may be somewhat smaller than shown.'
  return frame === undefined
    ? `They take those who responded for a random sample, which a consultation open to anybody is not.${raked}`
    : `They take those who responded for a random sample of the ${frame.unit.many}, with the finite population correction where all responses come from them.${raked}`
}

const TESTS =
  'Differences between groups are tested by Wald tests on linearised standard errors, which allow for respondents who are in both groups; the p-values of a table are adjusted for their number by Holm\u2019s method.'
