import type { Codebook } from '../codebook/model.ts'
import { codebookPage } from '../codebook/page.ts'
import type { DataPackage } from '../data-package/index.ts'
import { PATHS } from '../paths.ts'
import { croissant } from './croissant.ts'
import { csvFolders, csvwMetadata } from './csvw.ts'
import { dataCite } from './datacite.ts'
import { dataset } from './dcat/dataset.ts'
import { ddiCodebook } from './ddi/index.ts'
import { jsonLd } from './rdf/json-ld.ts'
import { turtle } from './rdf/turtle.ts'

/** The folder `metadata/` lies one below the release, and that one below the consultation. */
const FROM_METADATA = { home: '../../', release: '../', page: '../' }

/** Path -> text of every rendering that a release holds. */
export function metadataFiles(descriptor: DataPackage, codebook: Codebook): ReadonlyMap<string, string> {
  return new Map([
    [PATHS.codebook, codebookPage(descriptor, codebook)],
    ...csvFolders(descriptor).map(
      (folder) => [`${folder}${PATHS.csvw}`, csvwMetadata(descriptor, folder)] as const,
    ),
    [PATHS.ddi, ddiCodebook(descriptor, codebook)],
    ...descriptorFiles(descriptor),
  ])
}

/** Path -> text of the renderings that the descriptor alone decides, and that say which release it is. */
export function descriptorFiles(descriptor: DataPackage): ReadonlyMap<string, string> {
  const dcat = dataset({ folder: descriptor.name, descriptor }, FROM_METADATA)
  const registered = dataCite(descriptor)
  return new Map([
    [PATHS.dcatTurtle, turtle([dcat])],
    [PATHS.dcatJsonLd, jsonLd([dcat])],
    [PATHS.croissant, `${JSON.stringify(croissant(descriptor, FROM_METADATA), null, 2)}\n`],
    ...(registered === undefined ? [] : [[PATHS.dataCite, registered] as const]),
  ])
}
