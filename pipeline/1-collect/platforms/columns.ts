import type { LayoutColumn } from './layout.ts'
import { nameKey } from './records.ts'

export type Role = LayoutColumn['role']

/** A column before its heading is settled; `heading` only where it is not "question - part". */
export interface ColumnDraft extends Omit<LayoutColumn, 'heading'> {
  readonly heading?: string
}

/**
 * Gives each column its heading: "question", or "question - part". Columns that would share one are told
 * apart by the platform's own name before it ("Q7. Why?"), and where there is none by a count behind it.
 */
export function withHeadings(drafts: readonly ColumnDraft[]): readonly LayoutColumn[] {
  const plain = drafts.map(headingOf)
  const repeated = repeatedOf(plain)
  const coded = plain.map((heading, index) => {
    const code = drafts[index]?.code
    return repeated.has(heading) && code !== undefined && code !== heading ? `${code}. ${heading}` : heading
  })
  const used = new Set(coded)
  const seen = new Set<string>()
  return drafts.map((draft, index) => {
    const heading = coded[index] ?? ''
    if (heading === '' || !seen.has(heading)) {
      seen.add(heading)
      return { ...draft, heading }
    }
    let count = 2
    while (used.has(`${heading} (${count})`)) count += 1
    used.add(`${heading} (${count})`)
    return { ...draft, heading: `${heading} (${count})` }
  })
}

const headingOf = ({ heading, question, part }: ColumnDraft): string =>
  heading ?? (part === undefined ? question : `${question} - ${part}`)

function repeatedOf(headings: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(
    headings.filter((heading) => {
      const before = heading !== '' && seen.has(heading)
      seen.add(heading)
      return before
    }),
  )
}

/** A column of the platform's own making, which goes by its name. */
export const ownColumn = (name: string, role: Role): ColumnDraft => ({ question: name, role, heading: name })

/**
 * Looks the platform's own columns up by name, however it is spelled, or by what `key` makes of it;
 * undefined for questions.
 */
export function ownRoles(
  names: Readonly<Partial<Record<Role, readonly string[]>>>,
  key: (name: string) => string = nameKey,
): (name: string) => Role | undefined {
  const roles = new Map(
    Object.entries(names).flatMap(([role, list]) => list.map((name) => [key(name), role as Role] as const)),
  )
  return (name) => roles.get(key(name))
}

/** Leaves a part out where there is none. */
export const partOf = (part: string | undefined): { readonly part?: string } =>
  part === undefined || part === '' ? {} : { part }

/** Leaves a code out where there is none. */
export const codeOf = (code: string | undefined): { readonly code?: string } =>
  code === undefined || code === '' ? {} : { code }
