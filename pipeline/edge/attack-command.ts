import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  type AttackReport,
  attackPrinted,
  attackRelease,
  findingInWords,
  type PublishedFolder,
  readFigures,
} from '../attack/index.ts'
import { openEngine } from '../engine/index.ts'
import { grouped } from '../grouped.ts'
import { Refused } from '../issues.ts'
import { notTestedInWords } from '../not-tested.ts'
import { alteredIssue } from './altered.ts'
import type { AttackArguments } from './arguments.ts'
import { readText } from './disk.ts'
import { EXIT } from './exit-codes.ts'
import { failure } from './failures.ts'
import { openRelease } from './open-release.ts'
import { printedLines } from './printed-lines.ts'
import { publishedFolder } from './published-folder.ts'
import type { Result } from './result.ts'

/**
 * `stocktake attack`: what somebody learns who holds a release, and earlier ones, and can do arithmetic. Reads
 * only what is published; writes nothing. Exit 4 where he learns what the release's rules forbid.
 */
export async function attackCommand(typed: AttackArguments, write: (line: string) => void): Promise<Result> {
  const work = await mkdtemp(join(tmpdir(), 'stocktake-attack-'))
  try {
    if (typed.target.toLowerCase().endsWith('.csv')) return await attackFigures(typed.target, write)
    const release = await opened(typed.target, join(work, 'release'))
    const earlier: PublishedFolder[] = []
    for (const [index, path] of typed.earlier.entries()) {
      earlier.push(await opened(path, join(work, `earlier-${index}`)))
    }
    const engine = await openEngine({
      memoryLimit: '1600MB',
      spill: join(work, 'spill'),
      folders: [release, ...earlier].map(({ path }) => path),
    })
    try {
      const report = await attackRelease(engine, release, earlier)
      for (const line of reportLines(report)) write(line)
      const found = report.findings.length > 0
      return {
        exitCode: found ? EXIT.disclosure : EXIT.done,
        status: found ? 'found' : 'nothing found',
        issues: [],
        attack: report,
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

/** Opens a release, and refuses one that is not what its own checksums say. */
async function opened(path: string, work: string): Promise<PublishedFolder> {
  const { folder, name } = await openRelease(resolve(path), work)
  const altered = await alteredIssue(folder, name)
  if (altered !== undefined) throw new Refused([altered])
  return publishedFolder(folder, name)
}

function reportLines({
  findings,
  examined,
  untight,
  notTested,
  comparedWith,
}: AttackReport): readonly string[] {
  return [
    examined === 0
      ? 'Looked at  the figures: no group that they show, or that follows from them, is small enough for a closer look'
      : `Looked at  ${grouped(examined)} counts and bases of groups that tables show or hide, or that differencing reaches`,
    ...(comparedWith.length === 0 ? [] : [`Held       beside it: ${comparedWith.join(', ')}`]),
    ...(untight === 0
      ? []
      : [
          `Unproven   ${grouped(untight)} of them could be bounded only from outside within the effort allowed`,
        ]),
    ...notTested.map(
      (one, index) => `${index === 0 ? 'Not tested ' : '           '}${notTestedInWords(one)}`,
    ),
    ...(findings.length === 0
      ? [
          `Found      nothing that the rules of this release forbid${notTested.length === 0 ? '' : ', as far as they were tested'}`,
        ]
      : findings.map(
          (finding, index) => `${index === 0 ? 'Found      ' : '           '}${findingInWords(finding)}`,
        )),
  ]
}

/** Printed figures: a CSV with the columns of `data/tables.csv`. */
async function attackFigures(path: string, write: (line: string) => void): Promise<Result> {
  const text = await readText(resolve(path))
  const read = text === undefined ? undefined : readFigures(text)
  if (read === undefined || 'fault' in read) {
    throw new Refused([
      {
        code: 'attack/no-figures',
        severity: 'error',
        concern: 'data',
        message: read === undefined ? `There is no readable file ${path}.` : `${path} ${read.fault}.`,
        expected: 'a CSV with the columns table, population, row, statistic, value and base',
        advice: 'Write one line a printed percentage, with the base it is of.',
      },
    ])
  }
  const columns = attackPrinted(read.figures)
  for (const line of printedLines(columns)) write(line)
  return { exitCode: EXIT.done, status: 'attacked', issues: [], columns }
}
