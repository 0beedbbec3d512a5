import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countGroups } from '../../pipeline/3-anonymise/count-groups.ts'
import { identifyingVariables } from '../../pipeline/3-anonymise/identifying.ts'
import { limitsOf } from '../../pipeline/3-anonymise/limits.ts'
import { candidatePartitions, inOrder } from '../../pipeline/3-anonymise/partition/index.ts'
import { sameValues } from '../../pipeline/3-anonymise/placing.ts'
import { RECODING, typeOf, writeRecoding } from '../../pipeline/3-anonymise/recoding.ts'
import { riskOf } from '../../pipeline/3-anonymise/risk/index.ts'
import { type Definition, readDefinition } from '../../pipeline/definition/index.ts'
import { type Engine, identifier, literals, openEngine } from '../../pipeline/engine/index.ts'
import { median } from './measure.ts'

/**
 * `npm run bench:anonymity [-- rows]`: k-anonymity of seeded responses with five identifying variables, from
 * rows in the engine to what is published of each, beside the engine's own grouping of the same rows. The two
 * take turns in one process; the limit is twice the grouping plus a second.
 */
const ROWS = Number(process.argv[2] ?? 1_000_000)
const ROUNDS = 5

/** Numbers of values of the five variables, and how much commoner the first values are than the last. */
const CASES = [
  { name: 'few combinations', sizes: [9, 8, 6, 3, 2], skew: 1.3 },
  { name: 'some rare ones', sizes: [10, 12, 6, 3, 5], skew: 2 },
  { name: 'many', sizes: [10, 12, 6, 3, 40], skew: 1.6 },
] as const

const NAMES = ['region', 'type', 'age', 'sex', 'ward'] as const

function definitionOf(sizes: readonly number[]): Definition {
  const variables = NAMES.map((name, variable) => {
    const values = Array.from({ length: sizes[variable] ?? 0 }, (_, value) => `${name} ${value}`)
    const halves = [values.slice(0, values.length / 2), values.slice(values.length / 2)]
    const groups = variable < 3 ? `, groups: { First: [${halves[0]}], Second: [${halves[1]}] }` : ''
    return `  ${name}: { values: [${values}]${groups} }\n`
  })
  const text = `title: Bench
publisher: { name: Bench }
licence: CC0-1.0
fieldwork: { start: 2026-01-01, end: 2026-01-02 }
responses: { file: r.csv, columns: { ${NAMES.map((name) => `${name}: ${name}`).join(', ')} } }
variables:
${variables.join('')}questions:
  q: { text: Q, answers: ["Yes", "No"] }
privacy: { publish: [${NAMES}] }
`
  const { value, issues } = readDefinition(text, 'consultation.yaml', 'bench')
  if (value === undefined) throw new Error(issues.map(({ message }) => message).join('\n'))
  return value
}

async function writeResponses(engine: Engine, sizes: readonly number[], skew: number): Promise<void> {
  const columns: string[] = []
  for (const [variable, name] of NAMES.entries()) {
    const size = sizes[variable] ?? 0
    const values = Array.from({ length: size }, (_, value) => `${name} ${value}`)
    await engine.run(
      `CREATE TYPE ${name}_values AS ENUM (${literals([...values, '[no reply]', '[error]', '[not released]'])})`,
    )
    columns.push(
      `('${name} ' || floor(pow((hash(i * 10 + ${variable}) % 1000000) / 1000000.0, ${skew}) * ${size})::INTEGER)::${name}_values AS ${name}`,
    )
  }
  await engine.run(
    `CREATE TABLE responses AS SELECT ${columns.join(', ')}, hash(i)::UHUGEINT AS digest FROM range(${ROWS}) t(i)`,
  )
}

/** From rows to what is published of each, and the risk before and after. */
async function anonymise(engine: Engine, definition: Definition) {
  const { publish } = definition.privacy
  const limits = limitsOf(definition)
  const before = inOrder(await countGroups(engine, 'responses', publish, []))
  const [best] = await candidatePartitions(before, identifyingVariables(definition), [], limits)
  if (best === undefined) throw new Error('nothing was found')
  await writeRecoding(engine, definition, before, best, { withheld: new Map() })
  await engine.run(`CREATE TABLE published AS SELECT ${publish.map((id) => `${RECODING}.${typeOf(id)} AS ${identifier(id)}`)}
    FROM responses r JOIN ${RECODING} ON ${sameValues(definition, RECODING)}`)
  const after = await countGroups(engine, 'published', publish, [])
  const [from, to] = [before, after].map((groups) =>
    riskOf(
      groups.map(({ count }) => ({ size: count, answers: [] })),
      [],
    ),
  )
  return { best, from, to }
}

const print = (line: string) => process.stdout.write(`${line}\n`)

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

async function benchmark({ name, sizes, skew }: (typeof CASES)[number]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stocktake-bench-'))
  const engine = await openEngine({ memoryLimit: '1600MB', spill: join(folder, 'spill'), folders: [folder] })
  try {
    const definition = definitionOf(sizes)
    await writeResponses(engine, sizes, skew)
    const floors: number[] = []
    const runs: number[] = []
    let made: Awaited<ReturnType<typeof anonymise>> | undefined
    for (let round = 0; round < ROUNDS; round += 1) {
      floors.push(
        await seconds(() =>
          engine.run(
            `CREATE OR REPLACE TABLE grouped AS SELECT ${NAMES.join(', ')}, count(*) AS n FROM responses GROUP BY ALL`,
          ),
        ),
      )
      runs.push(
        await seconds(async () => {
          made = await anonymise(engine, definition)
        }),
      )
      await engine.run('DROP TABLE published; DROP TABLE recoding; DROP TABLE recoding_numbers')
      for (const id of NAMES) await engine.run(`DROP TYPE ${typeOf(id)}`)
    }
    if (made?.from === undefined || made.to === undefined) throw new Error('nothing was made')
    const floor = median(floors)
    const run = median(runs)
    const over = median(runs.map((one, index) => one / (2 * (floors[index] ?? 0) + 1)))
    const { from, to, best } = made
    const rare = from.sizes.reduce((sum, { upTo, classes }) => sum + ((upTo ?? 10) < 10 ? classes : 0), 0)
    return `| ${name} | ${from.classes} | ${rare} | ${to.classes} | ${to.smallestClass} | ${best.way} (${best.loss.toFixed(2)} lost) | ${floor.toFixed(3)} | ${run.toFixed(3)} | ${over.toFixed(2)} |`
  } finally {
    engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

print(`${ROWS.toLocaleString('en-GB')} responses, five identifying variables; medians of ${ROUNDS} rounds\n`)
print(
  '| case | combinations | rarer than 10 | classes after | smallest | way | grouping s | k-anonymity s | of the limit |',
)
print('|---|---:|---:|---:|---:|---|---:|---:|---:|')
for (const one of CASES) print(await benchmark(one))
