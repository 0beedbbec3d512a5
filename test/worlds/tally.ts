/** One world tried, and what many of them come to. */
import { COUPLINGS, type Coupling, couplingsOf } from './couplings.ts'
import { type Options, type Outcome, release } from './harness.ts'
import { type Attack, type AttackOptions, attack } from './intruder/index.ts'
import type { World } from './model.ts'
import { type Share, shownShare } from './shown.ts'

export interface Tried {
  readonly world: World
  readonly outcome?: Outcome
  readonly attack?: Attack
  /** What the product broke on, if it did: no world may make it. */
  readonly fault?: string
  readonly couplings: ReadonlySet<Coupling>
  readonly shown: Share
  readonly milliseconds: { readonly product: number; readonly intruder: number }
}

export async function tried(world: World, options: Options & AttackOptions = {}): Promise<Tried> {
  const couplings = couplingsOf(world)
  const began = performance.now()
  try {
    const outcome = await release(world, options)
    const made = performance.now()
    if (outcome.status === 'refused')
      return {
        world,
        outcome,
        couplings,
        shown: NOTHING,
        milliseconds: { product: made - began, intruder: 0 },
      }
    const found = await attack(world, outcome.release, options)
    return {
      world,
      outcome,
      attack: found,
      couplings,
      shown: shownShare(world, outcome.release),
      milliseconds: { product: made - began, intruder: performance.now() - made },
    }
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return {
      world,
      fault,
      couplings,
      shown: NOTHING,
      milliseconds: { product: performance.now() - began, intruder: 0 },
    }
  }
}

const NOTHING: Share = { groups: 0, shown: 0, most: 0 }

const sumOf = (all: readonly Tried[]): Share =>
  all.reduce(
    (sum, { shown }) => ({
      groups: sum.groups + shown.groups,
      shown: sum.shown + shown.shown,
      most: sum.most + shown.most,
    }),
    NOTHING,
  )

/** Of the groups of 10 or more, the part that is shown. */
const shareOf = (all: readonly Tried[]): number => {
  const { groups, shown } = sumOf(all)
  return groups === 0 ? 1 : shown / groups
}

export function tally() {
  const all: Tried[] = []
  const leaking = () => all.filter(({ attack: found }) => (found?.findings.length ?? 0) > 0)
  const faults = () => all.filter(({ fault }) => fault !== undefined)
  const refused = () => all.filter(({ outcome }) => outcome?.status === 'refused')
  return {
    add: (one: Tried): void => {
      all.push(one)
    },
    leaking,
    faults,
    refused,
    all,
    line: ({ world, outcome, attack: found, milliseconds }: Tried): string =>
      [
        `seed ${world.seed}`,
        `${world.people.length} people`,
        world.profile,
        outcome?.status ?? 'fault',
        found === undefined ? '' : `${found.targets} targets, ${found.programs} programs, ${found.joined}`,
        `${Math.round(milliseconds.product)} + ${Math.round(milliseconds.intruder)} ms`,
      ].join('  '),
    shown: (): number => shareOf(all),
    words: (): string => {
      const share = sumOf(all)
      const alone = all.filter(
        ({ couplings, world }) =>
          !couplings.has('routing') && !couplings.has('rows') && world.questions.length > 0,
      )
      const shareAlone = sumOf(alone)
      const kinds = new Map<string, number>()
      for (const one of leaking())
        for (const kind of new Set(one.attack?.findings.map((finding) => finding.kind)))
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      const codes = new Map<string, number>()
      for (const { outcome } of refused())
        if (outcome?.status === 'refused')
          for (const code of outcome.codes) codes.set(code, (codes.get(code) ?? 0) + 1)
      const times = (of: 'product' | 'intruder') => {
        const sorted = all.map(({ milliseconds }) => milliseconds[of]).sort((a, b) => a - b)
        const at = (part: number) => Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0)
        return `median ${at(0.5)} ms, 95 in 100 within ${at(0.95)} ms, longest ${at(1)} ms`
      }
      return [
        `worlds     ${all.length}: ${leaking().length} leak, ${refused().length} refused, ${faults().length} faults`,
        `leaking    ${
          leaking()
            .map(({ world }) => world.seed)
            .join(' ') || 'none'
        }`,
        ...[...kinds].map(([kind, count]) => `             ${kind}: ${count} worlds`),
        `refused    ${[...codes].map(([code, count]) => `${code} ${count}`).join(', ') || 'none'}`,
        `couplings  ${COUPLINGS.map((name) => `${name} ${all.filter(({ couplings }) => couplings.has(name)).length}`).join(', ')}`,
        `shown      ${percent(share)} of groups of 10 or more; without routing and rows ${percent(shareAlone)}`,
        `targets    ${all.reduce((sum, one) => sum + (one.attack?.targets ?? 0), 0)}, programs ${all.reduce((sum, one) => sum + (one.attack?.programs ?? 0), 0)}, not proved ${all.reduce((sum, one) => sum + (one.attack?.open ?? 0), 0)}, not searched to the end ${all.reduce((sum, one) => sum + (one.attack?.unsearched ?? 0), 0)}, rows as wholes in ${all.filter((one) => one.attack?.joined === 'whole').length}, by class in ${all.filter((one) => one.attack?.joined === 'by class').length}`,
        `product    ${times('product')}`,
        `intruder   ${times('intruder')}`,
      ].join('\n')
    },
  }
}

const percent = ({ shown, groups, most }: Share): string =>
  groups === 0
    ? 'none'
    : `${((100 * shown) / groups).toFixed(1)} % (${shown} of ${groups}; the rules let no more than ${most} be shown)`
