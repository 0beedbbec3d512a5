/**
 * The site that a folder of releases is seen at. In: the text of its file, `raw/site.yaml`. Out: the site, or what is
 * wrong with the file, with lines. Not here: what a site shows (7-package), which site stands where (edge).
 */
import schema from '../../schemas/site.schema.json' with { type: 'json' }
import { readWritten } from '../definition/index.ts'
import type { Checked } from '../issues.ts'

/** A site of releases, as its own catalogue speaks of it. */
export interface Site {
  /** Where the folder of releases stands on the web; ends with `/`. */
  readonly url: string
  readonly title: string
  readonly description: string
  readonly publisher: { readonly name: string; readonly url?: string; readonly email: string }
  /** Language tag. */
  readonly language: string
}

interface WrittenSite extends Omit<Site, 'language'> {
  readonly language?: string
}

/** Reads the text of a file that declares a site; `schemas/site.schema.json` is its shape. */
export function readSite(text: string, file: string): Checked<Site | undefined> {
  const { value, issues } = readWritten<WrittenSite>(text, file, schema)
  if (value === undefined) return { value, issues }
  return {
    value: { ...value, url: value.url.replace(/\/*$/, '/'), language: value.language ?? 'en-GB' },
    issues,
  }
}
