/** A line of a list of checksums. */
export interface Checksum {
  readonly path: string
  readonly sha256: string
}

/** Reads a list as `sha256sum` writes it; undefined where a line is of another form. */
export function parseChecksums(text: string): readonly Checksum[] | undefined {
  const lines = text.split('\n')
  if (lines.pop() !== '') return undefined
  const found = lines.flatMap((line) => {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? []
    return sha256 === undefined || path === undefined ? [] : [{ path, sha256 }]
  })
  return found.length === lines.length && lines.length > 0 ? found : undefined
}
