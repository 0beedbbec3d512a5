import { strToU8, type Zippable, zipSync } from 'fflate'

/**
 * The parts as a package, in the order given, the same bytes in every time zone: a zip entry's time is
 * the local wall clock, so the date is made of local parts. The first two parts must be the content
 * types and the root relationships for programs that read packages as a stream.
 */
export function zipFixed(parts: ReadonlyMap<string, string>): Uint8Array {
  const entries: Zippable = {}
  const mtime = new Date(1980, 0, 1)
  // Small parts are stored: deflated, they may have no distance codes, which Windows cannot open.
  for (const [path, xml] of parts) entries[path] = [strToU8(xml), { mtime, level: xml.length < 512 ? 0 : 9 }]
  return zipSync(entries)
}
