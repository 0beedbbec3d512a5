import { exampleFiles } from './index.ts'
import type { ManifestEntry } from './manifest.ts'
import { countedResponses, readExample } from './reading.ts'

/** The example as the tests look at it: its files, their rows, the responses that count. */
export const files = exampleFiles()
export const example = readExample(files)
export const responses = countedResponses(example)
export const manifest: {
  readonly expected: Readonly<Record<string, unknown>>
  readonly trouble: readonly ManifestEntry[]
  readonly canaries: readonly string[]
} = JSON.parse(new TextDecoder().decode(files.get('manifest.json')))
