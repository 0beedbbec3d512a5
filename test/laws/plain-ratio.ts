import type { Design } from '../../pipeline/5-aggregate/estimation/index.ts'

interface Response {
  readonly stratum: string
  readonly cluster: string
  readonly weight: number
  readonly member: boolean
}

/** The ratio over members and its linearised standard error, as the textbook writes it, in floats. */
export function plainRatio<R extends Response>(
  rows: readonly R[],
  design: Design,
  value: (row: R) => number,
) {
  const weight = (row: R): number => (design.weight === undefined ? 1 : row.weight)
  const members = rows.filter(({ member }) => member)
  const base = sum(members.map(weight))
  if (base === 0) return undefined
  const ratio = sum(members.map((row) => weight(row) * value(row))) / base
  const units = new Map<string, Map<string, number>>()
  for (const [index, row] of rows.entries()) {
    const stratum = design.stratum === undefined ? '' : row.stratum
    const unit = design.cluster === undefined ? String(index) : row.cluster
    const sums = units.get(stratum) ?? new Map<string, number>()
    const z = row.member ? (weight(row) * (value(row) - ratio)) / base : 0
    sums.set(unit, (sums.get(unit) ?? 0) + z)
    units.set(stratum, sums)
  }
  const all = [...units.values()].flatMap((sums) => [...sums.values()])
  const population =
    design.frameSize ?? (design.populationSize === undefined ? undefined : Number(design.populationSize))
  const variance = sum(
    [...units.values()].map((sums) => {
      const z = [...sums.values()]
      const n = z.length
      const centre = n === 1 ? sum(all) / all.length : sum(z) / n
      const correction = population === undefined ? 1 : 1 - n / population
      return correction * (n === 1 ? 1 : n / (n - 1)) * sum(z.map((one) => (one - centre) ** 2))
    }),
  )
  return { value: ratio, standardError: Math.sqrt(variance) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
