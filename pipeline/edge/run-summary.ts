import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { chalk } from 'zx'
import { needsNote } from '../8-publish/index.ts'
import { type ChangeKind, REVIEW_SHEET } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { printIssues } from './print-issues.ts'
import type { Outcome } from './run.ts'
import { summary } from './summary.ts'

/** Says what a run made, in the lines a person reads. */
export function printRun(
  definition: Definition,
  { result, status, issues }: Extract<Outcome, { readonly result: unknown }>,
  places: { readonly release: string; readonly private: string },
  write: (line: string) => void,
): void {
  const { version, changes } = result.proposal.edition
  const [change] = changes
  const line = (heading: string, text: string) => write(`${heading.padEnd(11)}${text}`)
  write(chalk.bold(`${definition.title} (${definition.id} ${version})`))
  for (const [heading, text] of summary(definition, result)) line(heading, text)
  if (changes.length > 1 && status !== 'unchanged') {
    const { difference } = result.proposal
    const mute = change.note === undefined && difference !== undefined && needsNote(difference)
    const said = [
      `${version}: ${mute ? 'values change' : KINDS[change.kind]}`,
      ...change.differences,
      ...(mute ? [`Before it can be published, say why: changes: { ${version}: { kind: …, note: … } }`] : []),
    ]
    for (const [index, text] of said.entries()) line(index === 0 ? 'Version' : '', text)
  }
  line('Release', `${places.release}${WORDS[status]}`)
  line('Page', `open ${join(places.release, 'index.html')}`)
  const sheet = existsSync(join(places.private, REVIEW_SHEET)) ? `, ${REVIEW_SHEET}` : ''
  line(
    'Private',
    `${relative('.', places.private)}: cleaning-log.csv, disclosure.html, report.json, journal.jsonl${sheet}`,
  )
  printIssues([...result.issues, ...issues], write)
}

const WORDS = {
  published: '',
  unchanged: ' (the same as before: untouched)',
  draft: ' (a draft, for your eyes alone: nothing was published)',
} as const

const KINDS: Readonly<Record<ChangeKind, string>> = {
  'first release': 'the first release',
  addition: 'something was added',
  correction: 'a correction',
  'planned revision': 'a planned revision',
  description: 'other words, the same data',
}
