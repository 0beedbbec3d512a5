import { join } from 'node:path'
import type { Definition } from '../definition/index.ts'
import { disclosurePage, disclosureReport } from '../disclosure-report/index.ts'
import type { Disclosed } from '../pipeline.ts'
import { writeWhole } from './durable.ts'

/** The report as a page, in the private folder. */
export const DISCLOSURE_PAGE = 'disclosure.html'

/** Writes what a run found of disclosure, as data and as a page, into the private folder, in the place of those of the run before. */
export async function writeDisclosure(
  folder: string,
  definition: Definition,
  found: Disclosed,
): Promise<void> {
  const report = disclosureReport(definition, found)
  await writeWhole(join(folder, 'disclosure.json'), `${JSON.stringify(report, null, 2)}\n`)
  await writeWhole(join(folder, DISCLOSURE_PAGE), disclosurePage(report))
}
