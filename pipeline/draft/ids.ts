/** Names that the pipeline has already: see the checks of a definition. */
const RESERVED = new Set([
  ...[
    'id',
    'source',
    'link',
    'unit',
    'unit_name',
    'key',
    'name',
    'started',
    'submitted',
    'covers',
    'channel',
  ],
  ...['record', 'rowid', 'person', 'unit_key', 'keys', 'digest', 'reason', 'complete', 'not_a_response'],
  ...['responded', 'covered', 'in_frame', 'constructor', 'from', 'until', 'weight', 'stratum', 'cluster'],
  ...['population_size', 'all_responses', 'table', 'row', 'value', 'base', 'status', 'text', 'title'],
  ...['reference', 'organisation_name', 'may_be_named', 'do_not_publish', 'named'],
])
const RESERVED_FORM = /^(?:population|raw|rule|edit|base|measure|known|text|by|staged|matched)_|^[ckp][0-9]+$/
const LONGEST = 30

/** Gives out identifiers, each once, together with those of the columns its question is spread over. */
export interface Identifiers {
  /** The first of the wishes that is valid and free, else the last with a count behind it. */
  readonly take: (wishes: readonly (string | undefined)[], spread?: number) => string
}

/**
 * Identifiers for a file with these headings: none whose options would go by the name of a heading, as `q2`
 * would where a heading is `q2_1`.
 */
export function identifiers(headings: readonly string[]): Identifiers {
  const taken = new Set<string>()
  const numbered = headings.flatMap((heading) => /^(.+)_\d+$/.exec(heading.trim().toLowerCase())?.[1] ?? [])
  const stems = new Set(numbered)
  const own = (id: string, spread: number) => [
    id,
    `${id}_other`,
    ...Array.from({ length: spread }, (_, index) => `${id}_${index + 1}`),
  ]
  const isFree = (id: string, spread: number) =>
    /^[a-z][a-z0-9_]*$/.test(id) &&
    !RESERVED.has(id) &&
    !stems.has(id) &&
    !RESERVED_FORM.test(id) &&
    own(id, spread).every((name) => !taken.has(name))
  return {
    take: (wishes, spread = 0) => {
      const named = wishes.flatMap((wish) => wish ?? [])
      const last = named.at(-1) ?? 'q'
      let id = named.find((wish) => isFree(wish, spread))
      for (let count = 1; id === undefined; count++) {
        const next = `${last}${'abcdefghijklmnopqrstuvwxyz'[count - 1] ?? `_${count}`}`
        if (isFree(next, spread)) id = next
      }
      for (const name of own(id, spread)) taken.add(name)
      return id
    },
  }
}

/** A platform's short name, or a heading that is one, as an identifier; undefined where it cannot be. */
export function idOf(name: string | undefined): string | undefined {
  if (name === undefined || /\s/.test(name.trim())) return undefined
  const last = name.trim().split('/').at(-1) ?? ''
  const id = last
    .toLowerCase()
    .replace(/[.\-[\]]+/g, '_')
    .replace(/_+$/, '')
  return /^[a-z][a-z0-9_]*$/.test(id) && id.length <= LONGEST ? id : undefined
}

/** The short name that columns of one question share: Q3 of Q3_1, Q3_2. */
export function sharedCode(codes: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = codes
  if (first === undefined || others.length === 0) return first
  let shared = first
  for (const code of others) {
    while (code !== undefined && shared !== '' && !code.startsWith(shared)) shared = shared.slice(0, -1)
  }
  return shared.replace(/(?:_|\/|\[|SQ|\()+\d*$/, '') || undefined
}
