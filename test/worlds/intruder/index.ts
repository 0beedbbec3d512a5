/**
 * An intruder who holds what is published, knows every rule and reckons exactly. Shares nothing with the product: own
 * cells, own facts, own elimination, the solver's package alone. The judge beside him knows the people.
 */
import type { Question, World } from '../model.ts'
import type { Release } from '../published.ts'
import { atomsOf } from './atoms.ts'
import { classGroups } from './class-groups.ts'
import { classFindings } from './classes.ts'
import { componentsOf } from './components.ts'
import { emptyOf } from './empty.ts'
import type { Finding } from './findings.ts'
import { type Group, groupsOf } from './groups.ts'
import { impliedGroups } from './implied.ts'
import { judge } from './judge.ts'
import { restsOf } from './rests.ts'
import { spaceOf } from './space.ts'
import { systemOf } from './system.ts'

export { type Finding, said } from './findings.ts'

export interface Attack {
  readonly findings: readonly Finding[]
  readonly targets: number
  readonly programs: number
  readonly open: number
  /** Questions whose implied groups were too many to be searched to the end. */
  readonly unsearched: number
  /** Whether rows were joined with the tables as wholes, or class by class. */
  readonly joined: 'no rows' | 'whole' | 'by class'
}

export interface AttackOptions {
  /** Stops looking when so many are found. */
  readonly mostFindings?: number
  /** Stops looking after so long, and says how much was left: what is found then depends on the machine. */
  readonly seconds?: number
}

export async function attack(world: World, release: Release, options: AttackOptions = {}): Promise<Attack> {
  const { mostFindings = 5, seconds = Number.POSITIVE_INFINITY } = options
  const end = performance.now() + 1_000 * seconds
  const closed = world.questions.filter(({ kind }) => kind !== 'open')
  const findings: Finding[] = [...classFindings(world, release).slice(0, mostFindings)]
  const whole = release.rows === undefined ? undefined : atomsOf(spaceOf(world, closed), release, true)
  const parts: readonly (readonly Question[])[] =
    whole === undefined ? componentsOf(world, release) : [closed]
  let targets = 0
  let programs = 0
  let open = 0
  let unsearched = 0
  for (const questions of parts) {
    const atoms = whole ?? atomsOf(spaceOf(world, questions), release, false)
    if (atoms === undefined) continue
    const system = systemOf(atoms, release)
    findings.push(...system.untrue.slice(0, mostFindings).map((about) => untrue(about)))
    const pointed = groupsOf(atoms.space, release)
    const rests = restsOf(atoms.space, release)
    const { minimum_base, unanimity_below } = world.rules
    const implied = questions.map((question) =>
      impliedGroups(atoms.space, release, question, Math.max(minimum_base, unanimity_below) - 1),
    )
    unsearched += implied.filter(({ finished }) => !finished).length
    const told = distinct([...pointed, ...rests, ...implied.flatMap((one) => one.groups)])
    const left = Math.max(1, mostFindings - findings.length)
    const reasons = [...pointed, ...rests, ...classGroups(atoms.space, release)]
    const empty = emptyOf(atoms.space, release)
    const judged = await judge(system, told, reasons, empty, left, () => performance.now() > end)
    findings.push(...judged.findings)
    targets += judged.targets
    programs += judged.programs
    open += judged.open
  }
  const joined = release.rows === undefined ? 'no rows' : whole === undefined ? 'by class' : 'whole'
  return { findings, targets, programs, open, unsearched, joined }
}

/** The same people once, under the first name they are given, and of which questions anything follows of them. */
function distinct(groups: readonly Group[]): readonly Group[] {
  const all = new Map<string, Group>()
  for (const group of groups) {
    const key = `${Buffer.from(group.cells).toString('latin1')} ${group.by.join()}`
    const known = all.get(key) ?? group
    all.set(key, { ...known, followsIn: [...(known.followsIn ?? []), ...(group.followsIn ?? [])] })
  }
  return [...all.values()]
}

const untrue = (about: string): Finding => ({
  kind: 'untrue figure',
  group: about,
  derived: 'a figure that the answers do not give',
  truth: 'another',
})
