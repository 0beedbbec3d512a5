import { type QuotesSheet, variablesIn } from '../../definition/index.ts'

/** Respondents who are alike in every variable that an attribution names, and how many they are. */
export interface Alike {
  /** Variable -> value; null where there is none. */
  readonly values: Readonly<Record<string, string | null>>
  readonly count: number
}

/** Who a quote is by when nothing more can be said. */
export const ANYBODY = 'Respondent'

/**
 * To whom quotes of each group of respondents are attributed: the finest attribution that at least `least`
 * respondents share; null where not even the coarsest is shared by so many. Who has a coarser attribution is
 * counted among those only who have it: a reader knows the rule, and that the others would have been
 * told more of (minimality attack: Wong, Fu, Wang, Pei, VLDB 2007). Groups in any order.
 */
export function attribute(
  groups: readonly Alike[],
  { attribution, words }: Pick<QuotesSheet, 'attribution' | 'words'>,
  least: number,
): readonly (string | null)[] {
  const attributed: (string | null)[] = groups.map(() => null)
  let waiting = [...groups.keys()]
  for (const template of [...attribution, ANYBODY]) {
    const labels = new Map(waiting.map((index) => [index, label(template, groups[index], words)]))
    const sharing = new Map<string, number>()
    for (const [index, name] of labels) {
      if (name !== null) sharing.set(name, (sharing.get(name) ?? 0) + (groups[index]?.count ?? 0))
    }
    const isShared = (index: number) => (sharing.get(labels.get(index) ?? '') ?? 0) >= least
    for (const index of waiting.filter(isShared)) attributed[index] = labels.get(index) ?? null
    waiting = waiting.filter((index) => !isShared(index))
  }
  return attributed
}

/** An attribution in words; null where a value that it names is not known. */
function label(template: string, group: Alike | undefined, words: QuotesSheet['words']): string | null {
  const values = variablesIn(template).map((id) => group?.values[id] ?? null)
  if (values.includes(null)) return null
  const filled = template.replace(/\{([a-z][a-z0-9_]*)\}/g, (_, id: string) => {
    const value = group?.values[id] ?? ''
    return words[id]?.[value] ?? value
  })
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}
