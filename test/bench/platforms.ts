import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { respondents } from '../platforms/answers.ts'
import { definitionFor } from '../platforms/definition.ts'
import { EXPORTS, type ExportName, writeExport } from '../platforms/write.ts'
import { type Measured, measure } from './measure.ts'

/**
 * `npm run bench:platforms [-- rows [platform ...]]`: a whole run of each platform's export, beside the floor measured in
 * the same minute: collecting and cleaning are to take 3.5 times the floor at most, the whole run less than
 * 2 GiB. A block of respondents is written once and repeated; the workbook of Microsoft Forms has
 * 200,000 rows at most.
 */
const ROOT = join(import.meta.dirname, '../..')
const BLOCK = 5_000
const MOST_IN_WORKBOOK = 200_000
const rows = Number(process.argv[2] ?? 1_000_000)
const chosen = process.argv.slice(3)
const print = (line: string) => process.stdout.write(`${line}\n`)

print(
  '| platform | responses | MB | whole run s | floor s | collect and clean s | its ratio | processor s | floor | peak MiB |',
)
print('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|')
for (const name of EXPORTS.filter((one) => chosen.length === 0 || chosen.includes(one)))
  print(benchmark(name))

function benchmark(name: ExportName): string {
  const home = mkdtempSync(join(tmpdir(), 'stocktake-bench-'))
  try {
    const raw = join(home, 'raw/benchmark')
    mkdirSync(raw, { recursive: true })
    const { file } = writeExport(name, [])
    const path = join(raw, file)
    const written = file.endsWith('.xlsx') ? Math.min(rows, MOST_IN_WORKBOOK) : rows
    writeLarge(name, path, written)
    writeFileSync(join(raw, 'consultation.yaml'), definitionFor(name, file))
    const run = measure([join(ROOT, 'pipeline/edge/stocktake.mjs'), 'run', 'raw/benchmark', '--json'], home)
    const floor = file.endsWith('.xlsx') ? undefined : floorOf(name, path, join(home, 'floor.csv'))
    const cleaning =
      ((run.steps['inspect'] ?? 0) + (run.steps['collect'] ?? 0) + (run.steps['clean'] ?? 0)) / 1000
    const cells = [
      name,
      written.toLocaleString('en-GB'),
      (statSync(path).size / 1e6).toFixed(0),
      run.seconds.toFixed(1),
      floor?.seconds.toFixed(1) ?? '',
      cleaning.toFixed(1),
      floor === undefined ? '' : (cleaning / floor.seconds).toFixed(2),
      run.busy.toFixed(1),
      floor?.busy.toFixed(1) ?? '',
      run.peak.toFixed(0),
    ]
    return `| ${cells.join(' | ')} |`
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

function floorOf(name: ExportName, input: string, output: string): Measured {
  const delimiter = name === 'kobotoolbox' ? ';' : ','
  const headers =
    name === 'qualtrics' || name === 'smartsurvey' ? '3' : name.startsWith('surveymonkey') ? '2' : '1'
  return measure(
    ['--import', 'tsx', join(ROOT, 'test/bench/floor.ts'), input, output, delimiter, headers],
    ROOT,
  )
}

function writeLarge(name: ExportName, path: string, count: number): void {
  if (path.endsWith('.xlsx')) {
    writeFileSync(path, writeExport(name, respondents(count)).bytes)
    return
  }
  const text = (some: number) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeExport(name, respondents(some)).bytes)
  const file = openSync(path, 'w')
  try {
    const isJson = path.endsWith('.json')
    const head = isJson ? '[' : text(0)
    const block = isJson ? text(BLOCK).trim().slice(1, -1) : text(BLOCK).slice(head.length)
    writeSync(file, head)
    for (let done = 0; done < count; done += BLOCK) {
      if (isJson && done > 0) writeSync(file, ',')
      writeSync(file, block)
    }
    if (isJson) writeSync(file, ']\n')
  } finally {
    closeSync(file)
  }
}
