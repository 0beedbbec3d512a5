import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { exampleFiles } from './index.ts'
import { reviewedExample } from './review.ts'

// `npm run example`: writes the raw files of the example consultation, beside its consultation.yaml.
const folder = new URL('../../raw/taking-stock-2015/', import.meta.url)

mkdirSync(folder, { recursive: true })
for (const [name, bytes] of exampleFiles()) {
  writeFileSync(new URL(name, folder), bytes)
  process.stderr.write(`${name}: ${bytes.length} bytes\n`)
}

// What a person decided of its quotes: the sheet depends on what redaction finds, so it is made by a run.
writeFileSync(new URL('review.csv', folder), reviewedExample(fileURLToPath(folder)))
