import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  compareReleases,
  describedRelease,
  levelOf,
  needsNote,
  type ReadableRelease,
} from '../8-publish/index.ts'
import { openEngine } from '../engine/index.ts'
import type { DiffArguments } from './arguments.ts'
import { differenceLines } from './difference-lines.ts'
import { EXIT } from './exit-codes.ts'
import { failure } from './failures.ts'
import { openRelease } from './open-release.ts'
import type { Result } from './result.ts'

/** `stocktake diff`: what tells two releases apart, for people, and whole with `--json`. Writes nothing. */
export async function diffCommand(typed: DiffArguments, write: (line: string) => void): Promise<Result> {
  const work = await mkdtemp(join(tmpdir(), 'stocktake-diff-'))
  try {
    const [before, after] = [
      await openRelease(resolve(typed.before), join(work, 'before')),
      await openRelease(resolve(typed.after), join(work, 'after')),
    ]
    const engine = await openEngine({
      memoryLimit: '1600MB',
      spill: join(work, 'spill'),
      folders: [before.folder, after.folder],
    })
    try {
      const difference = await compareReleases(engine, readable(before), readable(after))
      const level = levelOf(difference)
      for (const line of differenceLines(versions(before, after), level, difference)) write(line)
      return {
        exitCode: EXIT.done,
        status: level === 'none' ? 'same' : 'different',
        issues: [],
        ...versions(before, after),
        level,
        needsNote: needsNote(difference),
        difference,
      }
    } finally {
      engine.close()
    }
  } catch (error) {
    return failure(error, write)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

type Opened = Awaited<ReturnType<typeof openRelease>>

const readable = ({ folder, descriptor }: Opened): ReadableRelease => ({
  folder,
  described: describedRelease(descriptor),
})

const versions = (before: Opened, after: Opened) => ({
  before: describedRelease(before.descriptor).version,
  after: describedRelease(after.descriptor).version,
})
