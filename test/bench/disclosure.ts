import { impliedGroups } from '../../pipeline/6-protect/suppression/implied.ts'
import { suppress } from '../../pipeline/6-protect/suppression/suppress.ts'
import { loadSolver } from '../../pipeline/solver/index.ts'
import { cpu, exponent } from './cpu.ts'
import { type Size, surveyOf } from './survey.ts'
import { twoWayTables } from './two-way-tables.ts'

/**
 * `npm run bench:disclosure`: seeded surveys with more and more populations that overlap, and with more and more
 * questions: processor seconds for finding the groups that follow, and for protecting all tables, with how they grow (the
 * exponent). Then two-way tables in which small counts are hidden one by one.
 */
const POPULATIONS = [5, 10, 20, 40]
const QUESTIONS = [50, 100, 200, 400]

const print = (line: string) => process.stdout.write(`${line}\n`)
const solver = await loadSolver()

print('2,000 rows, 30 questions, 3 breakdowns\n')
scale(
  'populations',
  POPULATIONS.map((populations) => [populations, { rows: 2_000, questions: 30, populations, breakdowns: 3 }]),
)
print('\n2,000 rows, 2 breakdowns\n')
scale(
  'questions',
  QUESTIONS.map((questions) => [questions, { rows: 2_000, questions, populations: 0, breakdowns: 2 }]),
)
print('\nTwo-way tables for special categories\n')
twoWayTables(solver, print)

function scale(name: string, sizes: readonly (readonly [number, Size])[]): void {
  print(`| ${name} | cells | groups under 20 | columns hidden | search s | protect s |`)
  print('|---:|---:|---:|---:|---:|---:|')
  const searched: (readonly [number, number])[] = []
  const protecting: (readonly [number, number])[] = []
  for (const [size, survey] of sizes) {
    const input = surveyOf(survey)
    const start = cpu()
    const { minimum_base, unanimity_below } = input.plan.rules
    const below = Math.max(minimum_base, unanimity_below)
    const found = input.plan.questions.map((question) => impliedGroups(input, question, below, () => false))
    const between = cpu()
    const { hidden, unprotectable, unsearched } = suppress(solver, input)
    const [search, whole] = [(between - start) / 1e6, (cpu() - between) / 1e6]
    searched.push([size, search])
    protecting.push([size, whole])
    const groups = found.reduce((sum, one) => sum + one.groups.length, 0)
    const cells = input.inner[0]?.crossing.cells.length ?? 0
    print(
      `| ${size} | ${cells} | ${groups} | ${hidden.length} | ${search.toFixed(2)} | ${whole.toFixed(2)} |`,
    )
    if (unprotectable.length + unsearched.length > 0)
      print(`${unprotectable.length} cannot be protected, ${unsearched.length} questions not searched`)
  }
  print(`\nExponent: search ${exponent(searched).toFixed(2)}, protect ${exponent(protecting).toFixed(2)}`)
}
