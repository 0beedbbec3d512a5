/**
 * The files of a release that say how to cite it, with a DOI in them: path -> text. In: the texts of
 * `datapackage.json` and `CITATION.cff`. Everything else of a release stays as it is, but its checksums.
 */
export function withDoi(texts: ReadonlyMap<string, string>, doi: string): ReadonlyMap<string, string> {
  const changed = new Map<string, string>()
  const descriptor = texts.get('datapackage.json')
  if (descriptor !== undefined) {
    const { $schema, name, id: _, ...rest } = JSON.parse(descriptor) as Record<string, unknown>
    // The member that Data Package has for an identifier that is unique in the world.
    const whole = { $schema, name, id: `https://doi.org/${doi}`, ...rest }
    changed.set('datapackage.json', `${JSON.stringify(whole, null, 2)}\n`)
  }
  const citation = texts.get('CITATION.cff')
  if (citation !== undefined) {
    const lines = citation.split('\n').filter((line) => !line.startsWith('doi:'))
    const version = lines.findIndex((line) => line.startsWith('version:'))
    lines.splice(version + 1, 0, `doi: "${doi}"`)
    changed.set('CITATION.cff', lines.join('\n'))
  }
  return changed
}
