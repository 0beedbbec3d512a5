import { expect } from 'vitest'
import { FAULTS, type Fault, type Portal, type Simulator } from '../simulators/server.ts'
import type { Published } from './fixture.ts'

/**
 * Publishes twice for every fault at every request of the first attempt, and looks at the portal after the
 * second. The first attempt may give up; the second may not. A question changes nothing, so for one it is the
 * same whether it was answered before or after the fault. Returns how many faults were tried.
 */
export async function everyFault<P extends { readonly portal: Portal }>(
  simulator: Simulator,
  fresh: () => P | Promise<P>,
  publish: () => Promise<Published>,
  holds: (portal: P, where: string) => void,
): Promise<{ readonly faults: number; readonly requests: number }> {
  simulator.begin((await fresh()).portal)
  await publish()
  const clean = [...simulator.log]
  const requests = clean.length
  expect(requests).toBeGreaterThan(5)
  let faults = 0
  for (let at = 1; at <= requests; at += 1) {
    for (const kind of clean[at - 1]?.startsWith('GET ') ? OF_QUESTIONS : FAULTS) {
      const portal = await fresh()
      simulator.begin(portal.portal, { at, kind })
      const where = `${kind}, at request ${at}`
      const first = await publish()
      expect([0, 8], `${where}: ${first.said}`).toContain(first.exitCode)
      const second = await publish()
      expect(second.exitCode, `${where}: ${first.said}\n${second.said}`).toBe(0)
      holds(portal, where)
      faults += 1
    }
  }
  return { faults, requests }
}

const OF_QUESTIONS: readonly Fault[] = [
  'the connection breaks before it is carried out',
  'half of the answer arrives',
  '500 before it is carried out',
  '503 page before it is carried out',
  '429 before it is carried out',
  'no answer, not carried out',
]
