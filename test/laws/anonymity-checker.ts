import type { Facet, Limits } from '../../pipeline/3-anonymise/suppression/index.ts'
import type { Published } from './populations.ts'

/**
 * What is wrong with published people, found by looking at each of them: shares no code with what protects
 * them. Empty where every rule is kept.
 */
export function breaches(
  people: readonly Published[],
  facets: readonly Omit<Facet, 'counts'>[],
  limits: Limits,
): readonly string[] {
  const total = people.reduce((sum, { count }) => sum + count, 0)
  const names = [...new Set(people.map(({ labels }) => JSON.stringify(labels)))]
  const wrong: string[] = []
  for (const name of names) {
    const members = people.filter(({ labels }) => JSON.stringify(labels) === name)
    const size = members.reduce((sum, { count }) => sum + count, 0)
    if (total < limits.minimumClass) {
      if (members.some(({ labels }) => labels.some((label) => label !== null))) wrong.push(`shown: ${name}`)
    } else if (size < limits.minimumClass) wrong.push(`${size} in ${name}`)
    for (const [variable, label] of (members[0]?.labels ?? []).entries()) {
      const everywhere = new Set(people.map(({ truth }) => truth[variable]))
      const behind = new Set(members.map(({ truth }) => truth[variable]))
      if (label === null && behind.size < Math.min(limits.valuesBehindABlank, everywhere.size))
        wrong.push(`${name} betrays variable ${variable}`)
      if (label !== null && members.some(({ truth }) => truth[variable] !== label)) wrong.push(`${name} lies`)
    }
    for (const [index, { question, kind }] of facets.entries()) {
      const hidden = members.filter(({ withheld }) => withheld[question] === true).length
      if (hidden > 0 && hidden < members.length) wrong.push(`${name} withholds question ${question} of some`)
      if (hidden > 0) continue
      const said = heard(members, index)
      if (size < limits.minimumClass && said.length > 0) wrong.push(`${name} answers ${index}, too few`)
      if (told(said, kind, limits.diversity)) wrong.push(`${name} gives away answer ${index}: ${said}`)
    }
  }
  for (const [index, { question, kind }] of facets.entries()) {
    const [hidden, seen] = [true, false].map((state) =>
      people.filter(({ withheld }) => (withheld[question] === true) === state),
    )
    const own = facets.flatMap((facet, other) => (facet.question === question ? [other] : []))
    const more = own.some((other) => heard(seen ?? [], other).length > 0)
    if (more && told(heard(hidden ?? [], index), kind, limits.valuesBehindABlank))
      wrong.push(`what is withheld of ${index} is all the same`)
  }
  return wrong
}

/** The different answers that anybody among these people gave, by position. */
const heard = (people: readonly Published[], facet: number): readonly number[] => [
  ...new Set(
    people.flatMap(({ answers }) =>
      (answers[facet] ?? []).flatMap((count, value) => (count > 0 ? [value] : [])),
    ),
  ),
]

/** Of a tick only everybody's having it tells; of an answer any that too few others stand beside. */
const told = (said: readonly number[], kind: Facet['kind'], fewest: number): boolean =>
  kind === 'tick' ? fewest > 1 && said.length === 1 && said[0] === 0 : said.length > 0 && said.length < fewest
