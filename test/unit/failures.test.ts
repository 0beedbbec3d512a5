import { expect, it } from 'vitest'
import { failure } from '../../pipeline/edge/failures.ts'
import { testEngine } from '../support/engine.ts'

it('repeats of a fault of the engine only its kind where the words would quote a cell', async () => {
  const { engine } = await testEngine()
  const said: string[] = []
  const fault = await engine.rows("SELECT CAST('Quillfeather' AS INTEGER)").catch((error: unknown) => error)
  expect(String(fault)).toContain('Quillfeather')
  expect(failure(fault, (line) => said.push(line)).exitCode).toBe(1)
  expect(said.join()).toContain('Conversion Error')
  expect(said.join()).not.toContain('Quillfeather')
  engine.close()
})

it('tells a full disk from a fault of its own', () => {
  const said: string[] = []
  const full = Object.assign(new Error('write'), { code: 'ENOSPC' })
  expect(failure(full, (line) => said.push(line)).exitCode).toBe(1)
  expect(said).toEqual(['The disk is full. Nothing was published.'])
})
