import type { Tombstone } from './earlier.ts'

/** `README.md` in the place of a release that was withdrawn. */
export const tombstoneReadme = ({ title, version, date, reason }: Tombstone): string =>
  `# ${oneLine(title)}, version ${version}: withdrawn

This release was withdrawn on ${date}. Its files are no longer offered; please do not use copies of it.

Reason: ${oneLine(reason)}

Later and earlier versions, where there are any, stand beside this folder, and \`catalogue.json\` above it lists them.
`

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
