/**
 * A name that CKAN takes for a dataset: 2 to 100 of `a-z0-9_-`. Undefined where nothing of the id is left.
 */
export function datasetName(id: string): string | undefined {
  const name = id
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
  return name.length < 2 ? undefined : name
}

/**
 * Keywords as CKAN takes tags: letters of any alphabet, digits, space and `-_.`, 2 to 100 of them. One that is
 * against the rules would have the whole dataset refused. Those that nothing is left of are left out.
 */
export function tagsOf(keywords: readonly string[]): readonly string[] {
  const tags = keywords
    .map((keyword) =>
      keyword
        .normalize('NFC')
        .replace(/&/g, ' and ')
        .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, ' ')
        .replace(/ +/g, ' ')
        .trim()
        .slice(0, 100)
        .trim(),
    )
    .filter((tag) => tag.length >= 2)
  return [...new Set(tags)].sort()
}
