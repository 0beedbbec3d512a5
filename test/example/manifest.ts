import type { RawRecord } from './model.ts'
import type { TroubleKind } from './trouble-rules.ts'
import { TROUBLE_RULES } from './trouble-rules.ts'

export interface ManifestEntry {
  readonly kind: TroubleKind
  readonly file: string
  /** The header is record 1; null where the whole file is meant. */
  readonly record: number | null
  readonly field: string | null
  readonly rule: string
  /** Records of the same file that belong with this one. */
  readonly related?: readonly number[]
}

/** What is planted in the records of one file, in file order. */
export function entriesOf(file: string, records: readonly RawRecord[]): readonly ManifestEntry[] {
  const groups = new Map<string, Set<number>>()
  records.forEach(({ trouble }, index) => {
    for (const { group } of trouble)
      if (group !== undefined) groups.set(group, (groups.get(group) ?? new Set()).add(index + 2))
  })
  return records.flatMap((record, index) =>
    [...record.trouble, ...lineBreaks(record)].map(({ kind, field, group }) => {
      const entry = { kind, file, record: index + 2, field, rule: TROUBLE_RULES[kind] }
      const together = [...(groups.get(group ?? '') ?? [])].filter((other) => other !== index + 2)
      return together.length === 0 ? entry : { ...entry, related: together }
    }),
  )
}

/** Trouble of a whole file or column. */
export function entryOfFile(kind: TroubleKind, file: string, field: string | null): ManifestEntry {
  return { kind, file, record: null, field, rule: TROUBLE_RULES[kind] }
}

/** JSON with one trouble and one canary a line, so that a change reads as one. */
export function manifestText(
  expected: Readonly<Record<string, unknown>>,
  trouble: readonly ManifestEntry[],
  canaries: readonly string[],
): string {
  const lines = (list: readonly unknown[]): string =>
    list.map((item) => `    ${JSON.stringify(item)}`).join(',\n')
  return [
    '{',
    `  "about": ${JSON.stringify(ABOUT)},`,
    `  "expected": ${JSON.stringify(expected, null, 2).replaceAll('\n', '\n  ')},`,
    `  "trouble": [\n${lines(trouble)}\n  ],`,
    `  "canaries": [\n${lines(canaries)}\n  ]`,
    '}\n',
  ].join('\n')
}

const ABOUT =
  'Written by the example generator for the tests; the pipeline does not read it. Everybody in these files is fictional. `trouble` lists what is planted: records are counted with the header as 1, whatever the lines. `canaries` are strings that identify somebody and must appear in no published byte.'

function lineBreaks({ cells, trouble }: RawRecord): { kind: TroubleKind; field: string; group?: string }[] {
  const told = new Set(trouble.filter(({ kind }) => kind === 'CRLF in answer').map(({ field }) => field))
  return Object.entries(cells)
    .filter(([field, value]) => value.includes('\n') && !told.has(field))
    .map(([field]) => ({ kind: 'line break in answer', field }))
}
