import type { Definition } from '../../definition/index.ts'
import { Refused } from '../../issues.ts'
import type { Difference } from './difference.ts'
import type { Tombstone } from './earlier.ts'
import { differenceSentences } from './sentences.ts'

const FILE = 'consultation.yaml'

/** The definition asks for a version that is taken, or too low for what changed. */
export function refuseLower(stated: string, least: string, last: string): never {
  const why =
    least === last
      ? `Version ${last} is published already, and versions do not go backwards.`
      : `Version ${last} is published already, and what changed since makes the next one ${least} at least.`
  throw new Refused([
    {
      code: 'publish/version-too-low',
      severity: 'error',
      concern: 'definition',
      message: `The definition asks for version ${stated}. ${why}`,
      expected: `${least} or higher`,
      advice: `Write version: ${least}, or take the line out: the next version is then computed.`,
      file: FILE,
      column: 'version',
    },
  ])
}

/** Published values change, and the definition does not say why. */
export function refuseUnexplained(
  { changes }: Definition,
  version: string,
  last: string,
  difference: Difference,
): never {
  const others = Object.keys(changes)
  const found = others.length === 0 ? '' : ` The notes that are there are for ${others.join(', ')}.`
  throw new Refused([
    {
      code: 'publish/change-note-missing',
      severity: 'error',
      concern: 'definition',
      message: `This would be version ${version}, and what was published in ${last} changes without a word of why. ${differenceSentences(difference).join(' ')}${found}`,
      expected: `changes: { ${version}: { kind: correction, note: What was wrong and what was done } }`,
      advice:
        'Say it for those who used the figures: kind: correction where something was wrong, kind: planned revision where it was announced. To look at it first, add --draft.',
      file: FILE,
      column: 'changes',
    },
  ])
}

/** The same data as those of a release that was withdrawn. */
export function refuseWithdrawn({ version, date, reason }: Tombstone): never {
  throw new Refused([
    {
      code: 'publish/withdrawn',
      severity: 'error',
      concern: 'data',
      message: `These data were published as version ${version} and withdrawn on ${date}: ${reason}`,
      advice: 'Mend what was the reason, in the files or in the definition, and run again.',
    },
  ])
}
