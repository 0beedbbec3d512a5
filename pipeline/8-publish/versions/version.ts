/** How far a version rises: which of its three numbers. */
export type Level = 'none' | 'patch' | 'minor' | 'major'

const LEVELS: readonly Level[] = ['none', 'patch', 'minor', 'major']

/** The highest of these levels; `none` of none. */
export const highest = (levels: readonly Level[]): Level =>
  LEVELS[Math.max(0, ...levels.map((level) => LEVELS.indexOf(level)))] ?? 'none'

/** Three numbers with dots, as a release's folder is named. */
export const isVersion = (text: string): boolean => /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(text)

/** Below zero where `a` is the older: numbers are compared as numbers, the first one first. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  const at = left.findIndex((number, index) => number !== right[index])
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

/** The next version at a level: the numbers after the one that rises begin again. */
export function raise(version: string, level: Level): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version)
  switch (level) {
    case 'major':
      return `${major + 1}.0.0`
    case 'minor':
      return `${major}.${minor + 1}.0`
    case 'patch':
      return `${major}.${minor}.${patch + 1}`
    case 'none':
      return version
  }
}

const numbersOf = (version: string): readonly number[] => version.split('.').map(Number)
