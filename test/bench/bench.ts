import { mkdtemp, rm, stat } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { generateConsultation } from './generate.ts'
import { type Measured, measure, median } from './measure.ts'

/**
 * `npm run bench [-- rows ...]`: whole runs of seeded consultations, each beside the floor measured in
 * the same minute. Ratios are what counts; seconds depend on the machine.
 */
const SIZES = [200, 10_000, 100_000, 1_000_000]
const ROUNDS = 3
const ROOT = join(import.meta.dirname, '../..')

const print = (line: string) => process.stdout.write(`${line}\n`)
async function benchmark(rows: number): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'stocktake-bench-'))
  try {
    const raw = join(home, 'raw', 'benchmark')
    await generateConsultation(raw, rows)
    const input = join(raw, 'responses.csv')
    const runs: Measured[] = []
    const floors: Measured[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      floors.push(
        measure(['--import', 'tsx', join(ROOT, 'test/bench/floor.ts'), input, join(home, 'floor.csv')], ROOT),
      )
      await rm(join(home, 'dist'), { recursive: true, force: true })
      await rm(join(home, '.stocktake'), { recursive: true, force: true })
      runs.push(measure([join(ROOT, 'pipeline/edge/stocktake.mjs'), 'run', 'raw/benchmark', '--json'], home))
    }
    const whole = median(runs.map(({ seconds }) => seconds))
    const floor = median(floors.map(({ seconds }) => seconds))
    const ratio = median(runs.map(({ seconds }, index) => seconds / (floors[index]?.seconds ?? 1)))
    const peak = Math.max(...runs.map(({ peak: one }) => one))
    const steps = Object.keys(runs[0]?.steps ?? {}).map(
      (name) => `${name} ${(median(runs.map((one) => one.steps[name] ?? 0)) / 1000).toFixed(2)}`,
    )
    const size = (await stat(input)).size / 1e6
    return `| ${rows.toLocaleString('en-GB')} | ${size.toFixed(1)} | ${whole.toFixed(2)} | ${floor.toFixed(2)} | ${ratio.toFixed(2)} | ${((whole / rows) * 1e6).toFixed(1)} | ${peak.toFixed(0)} | ${steps.join(', ')} |`
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

const sizes = process.argv.slice(2).map(Number)
print(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB; medians of ${ROUNDS} rounds\n`,
)
print('| responses | MB | whole run s | floor s | ratio | µs a row | peak MiB | seconds by step |')
print('|---:|---:|---:|---:|---:|---:|---:|---|')
for (const rows of sizes.length > 0 ? sizes : SIZES) print(await benchmark(rows))
