import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openEngine } from '../engine/index.ts'
import { grouped } from '../grouped.ts'
import { hasErrors } from '../issues.ts'
import { type Verdict, verifyRelease } from '../verify/index.ts'
import type { VerifyArguments } from './arguments.ts'
import { EXIT } from './exit-codes.ts'
import { failure } from './failures.ts'
import { unpackedRelease } from './open-release.ts'
import { printIssues } from './print-issues.ts'
import { releaseReader } from './release-reader.ts'
import type { Result } from './result.ts'

/** `stocktake verify`: checks a release that was downloaded, folder or ZIP file. Writes nothing. */
export async function verifyCommand(typed: VerifyArguments, write: (line: string) => void): Promise<Result> {
  const work = await mkdtemp(join(tmpdir(), 'stocktake-verify-'))
  try {
    const folder = await unpackedRelease(resolve(typed.release), join(work, 'release'))
    const verdict = await verifyFolder(folder, work)
    printIssues(verdict.issues, write)
    const wrong = hasErrors(verdict.issues)
    write(wrong ? `${typed.release} is not as it was published, or contradicts itself.` : words(verdict))
    return {
      exitCode: wrong ? EXIT.data : EXIT.done,
      status: wrong ? 'refused' : 'verified',
      issues: verdict.issues,
      checked: verdict.checked,
    }
  } catch (error) {
    return failure(error, write)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Checks the release in a folder; `work` is for what does not fit in memory. */
export async function verifyFolder(folder: string, work: string): Promise<Verdict> {
  const engine = await openEngine({ memoryLimit: '1600MB', spill: join(work, 'spill'), folders: [folder] })
  try {
    return await verifyRelease(engine, releaseReader(folder))
  } finally {
    engine.close()
  }
}

const words = ({ checked: { files, tables, rows, figures, recomputed } }: Verdict): string =>
  `verified: ${grouped(files)} files by their checksums; ${grouped(rows)} rows of ${grouped(tables)} tables by their schemas and keys; ${grouped(recomputed)} of ${grouped(figures)} figures computed anew from the responses`
