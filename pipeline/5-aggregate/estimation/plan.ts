import { answerNames, domainNames, domainPart, numberPart, sharePart } from './columns.ts'
import type { Request } from './model.ts'
import type { Plan } from './moments.ts'
import type { Scaled } from './scales.ts'

/** Names of what is added up for a request, and the condition, over the rows of the plan, of its members. */
export type Names = ReturnType<typeof domainNames> &
  ReturnType<typeof answerNames> & { readonly member: string }

/** Names of what is added up over the whole relation; every plan has them. */
export const EVERYONE = domainNames(0)

/** What has to be added up, every domain and every value once, and each request with its names. */
export function planOf(requests: readonly Scaled[]): {
  readonly plan: Plan
  readonly named: readonly { readonly scaled: Scaled; readonly names: Names }[]
} {
  const shares = requests.filter(({ request }) => isShare(request))
  const groups = numbered(shares.map(({ request }) => request.domain.member))
  const answers = numbered(requests.map(({ request }) => answerKey(request)))
  const answerOf = (request: Request): string => `answer_${answers.get(answerKey(request))}`
  const memberOf = (request: Request): string =>
    isShare(request) ? `member_${groups.get(request.domain.member)}` : `${answerOf(request)} IS NOT NULL`
  const domains = numbered(['true', ...requests.map(({ request }) => memberOf(request))])
  const namesOf = (request: Request): Names => ({
    ...domainNames(domains.get(memberOf(request)) ?? 0),
    ...answerNames(answers.get(answerKey(request)) ?? 0, request),
    member: memberOf(request),
  })
  const members = [...groups].map(
    ([sql, number]) => [`member_${number}`, `coalesce((${sql}), false)`] as const,
  )
  const plan = together([
    { ...NOTHING, rows: new Map(members) },
    ...[...domains].map(([member, number]) => domainPart(member, domainNames(number))),
    ...requests.map(({ request, scale }) => {
      const [answer, names] = [answerOf(request), namesOf(request)]
      return isShare(request)
        ? sharePart(request, answer, names, names)
        : numberPart(request, scale, answer, names, names)
    }),
  ])
  return { plan, named: requests.map((scaled) => ({ scaled, names: namesOf(scaled.request) })) }
}

const NOTHING: Plan = { rows: new Map(), units: new Map(), products: [], present: [], rowSums: new Map() }

/** Plans as one, each name and each product once. */
export function together(plans: readonly Plan[]): Plan {
  const products = plans.flatMap((plan) => plan.products)
  return {
    rows: new Map(plans.flatMap(({ rows }) => [...rows])),
    units: new Map(plans.flatMap(({ units }) => [...units])),
    products: [...new Map(products.map((one) => [one.slice(0, 2).sort().join(' '), one])).values()],
    present: [...new Set(plans.flatMap(({ present }) => present))],
    rowSums: new Map(plans.flatMap(({ rowSums }) => [...rowSums])),
  }
}

const isShare = ({ variable }: Request): boolean => variable.kind === 'share'

const answerKey = ({ domain, variable }: Request): string =>
  JSON.stringify([variable.kind, domain.member, variable.value])

const numbered = (texts: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(texts)].map((text, index) => [text, index]))
