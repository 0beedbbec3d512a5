/** The questions of a definition, with what the README says where it says nothing. */
import { type Asked, type Condition, isMeasured } from './plan.ts'
import { fields, list, mapped, type Node, oneLine, word, words } from './written.ts'

/** A closed question, or each row of a grid. Open ones and numbers that nothing is asked of have no table. */
export function askedOf(
  id: string,
  one: Readonly<Record<string, Node>>,
  populations: readonly string[],
): readonly Asked[] {
  const kind = word(one['kind'] ?? 'single')
  const banded = kind === 'number' || kind === 'date'
  const ticked = kind === 'multiple' && one['answers'] === undefined
  const answers = banded
    ? list(one['bands']).map((band) => word(fields(band)['label']))
    : ticked
      ? Object.keys(fields(one['columns'])).map(oneLine)
      : words(one['answers'])
  const kinds = { multiple: 'ticks', ranking: 'ranking', number: 'number', date: 'number' } as const
  const asked: Asked = {
    id,
    kind: kinds[kind as keyof typeof kinds] ?? 'choice',
    answers,
    themes: false,
    base: one['base'] === 'asked' || one['base'] === 'answered' ? one['base'] : baseOf(one['base']),
    nets: mapped(one['nets'], (members) => words(members)),
    statistics: one['statistics'] === undefined ? ['percent'] : words(one['statistics']),
    decimals: Number(one['decimals'] ?? 1),
    populations: one['populations'] === undefined ? populations : words(one['populations']),
    scores: scoresOf(one['scores'], answers),
  }
  if (kind === 'open' || (banded && answers.length === 0 && !isMeasured(asked))) return []
  if (kind !== 'matrix') return [asked]
  const items = Array.isArray(one['items'])
    ? one['items'].map((_, index) => `${id}_${index + 1}`)
    : Object.keys(fields(one['items']))
  return items.map((item) => ({ ...asked, id: item }))
}

const baseOf = (base: Node): 'answered' | Condition => (base === undefined ? 'answered' : conditionOf(base))

/** The code frame of an open question, as ticks: each theme, then its sub-themes. */
export function themesOf(
  id: string,
  one: Readonly<Record<string, Node>>,
  populations: readonly string[],
): readonly Asked[] {
  const titles = Object.values(fields(one['themes'])).flatMap((theme) => {
    const title = word(fields(theme)['title'])
    const subs = Object.values(fields(fields(theme)['sub_themes']))
    return [title, ...subs.map((sub) => `${title} – ${word(fields(sub)['title'])}`)]
  })
  if (titles.length === 0) return []
  const [asked] = askedOf(id, { ...one, kind: 'multiple', answers: titles }, populations)
  return asked === undefined ? [] : [{ ...asked, themes: true, statistics: ['count', 'percent'] }]
}

const NO_POSITION =
  /^(don.?t know|do not know|not sure|unsure|no opinion|not applicable|n\/?a|prefer not|other\b|unfamiliar)/i

/** What answers count in a mean: as stated; else their places, or themselves where all are numbers. */
function scoresOf(stated: Node, answers: readonly string[]): Readonly<Record<string, number>> {
  if (stated !== undefined) return mapped(stated, (score) => Number(word(score)))
  const placed = answers.filter((answer) => !NO_POSITION.test(answer))
  const numbers = placed.every((answer) => Number.isFinite(Number(answer)))
  return Object.fromEntries(placed.map((answer, index) => [answer, numbers ? Number(answer) : index + 1]))
}

/** Labels stand as written: which answers they mean is a matter of `alike`. */
export function conditionOf(node: Node): Condition {
  return Object.entries(fields(node)).map(([name, part]) => {
    if (typeof part === 'string' || Array.isArray(part)) return [name, { how: 'any', labels: words(part) }]
    const { all, none } = fields(part)
    if (all !== undefined) return [name, { how: 'all', labels: words(all) }]
    return none === undefined
      ? [name, { how: 'answered', labels: [] }]
      : [name, { how: 'none', labels: words(none) }]
  })
}
