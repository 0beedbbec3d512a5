import { escaped as inHtml, inScript } from '../../html/index.ts'
import type { DataPackage } from '../data-package/index.ts'
import { plainText } from '../markdown.ts'
import { PATHS } from '../paths.ts'
import { pageJsonLd } from './croissant.ts'
import { descriptorFiles } from './release-files.ts'
import { escaped as inXml } from './xml.ts'

/**
 * A release with a DOI that it was given after it was made: path -> text of what reads differently then. In: the
 * texts of the release, as many of them as it has. Everything that says how to name the release names the DOI;
 * data and workbook stay as they are. Its checksums, and those of its bag, are to be made anew.
 */
export function withIdentifier(texts: ReadonlyMap<string, string>, doi: string): ReadonlyMap<string, string> {
  const written = JSON.parse(texts.get(PATHS.descriptor) ?? '{}') as DataPackage
  // Releases of earlier days have no citation.
  const before = { ...written, citation: written.citation ?? '' }
  const descriptor = identified(before, `https://doi.org/${doi}`)
  const changed = new Map<string, string>([[PATHS.descriptor, `${JSON.stringify(descriptor, null, 2)}\n`]])
  if (texts.has(PATHS.dcatTurtle))
    for (const [path, text] of descriptorFiles(descriptor)) changed.set(path, text)
  const alter = (path: string, change: (text: string) => string) => {
    const text = texts.get(path)
    if (text !== undefined) changed.set(path, change(text))
  }
  alter(PATHS.citation, (text) => withDoiLine(text, doi))
  // These are written from more than the descriptor: the words in which they name the release are replaced.
  const cite = (form: (words: string) => string) => (text: string) =>
    before.citation === '' ? text : text.replaceAll(form(before.citation), form(descriptor.citation))
  alter(PATHS.readme, cite(plainText))
  alter(PATHS.licence, cite(String))
  alter(PATHS.codebook, cite(inHtml))
  // The page names the release in its words, and to search engines.
  const told = (one: DataPackage) => inScript(pageJsonLd(one))
  alter(PATHS.page, (text) => text.split(told(before)).map(cite(inHtml)).join(told(descriptor)))
  alter(PATHS.ddi, (text) =>
    cite(inXml)(text).replaceAll(
      `<IDNo>${inXml(before.name)}</IDNo>`,
      `<IDNo agency="DOI">${inXml(doi)}</IDNo>`,
    ),
  )
  return changed
}

/** In the order in which a descriptor is written. */
function identified({ $schema, name, id: old, ...rest }: DataPackage, id: string): DataPackage {
  const { citation: words } = rest
  const citation = `${old === undefined ? words : words.replace(` ${old}`, '')} ${id}`.trim()
  return { $schema, name, id, ...rest, citation }
}

function withDoiLine(citation: string, doi: string): string {
  const lines = citation.split('\n').filter((line) => !line.startsWith('doi:'))
  const after = lines.findLastIndex((line) => /^(version|date-released):/.test(line))
  lines.splice(after + 1, 0, `doi: ${JSON.stringify(doi)}`)
  return lines.join('\n')
}
