import type { Change, Edition } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { plainText } from './markdown.ts'
import { dateInWords } from './words.ts'

/** `CHANGELOG.md`: what every version brought, the newest first, and why. */
export function changelog({ title }: Definition, { changes }: Edition): string {
  const blocks = [
    `# Changes to ${plainText(title)}`,
    'Versions have three numbers. The first rises when columns, codes or tables that others may build on change or go; the second when something is added; the third when values are mended or words are changed.',
    ...changes.flatMap(oneChange),
  ]
  return `${blocks.join('\n\n')}\n`
}

function oneChange({ version, date, kind, note, differences, withdrawn }: Change): readonly string[] {
  const when = date === undefined ? '' : `, ${dateInWords(date)}`
  return [
    `## ${version}${when}: ${KINDS[kind]}`,
    ...(withdrawn === undefined
      ? []
      : [`Withdrawn on ${dateInWords(withdrawn.date)}: ${plainText(withdrawn.reason)}`]),
    ...(note === undefined ? [] : [plainText(note)]),
    ...(differences.length === 0 ? [] : [differences.map((line) => `- ${plainText(line)}`).join('\n')]),
  ]
}

const KINDS: Readonly<Record<Change['kind'], string>> = {
  'first release': 'first release',
  addition: 'addition',
  correction: 'correction',
  'planned revision': 'planned revision',
  description: 'words only',
}
