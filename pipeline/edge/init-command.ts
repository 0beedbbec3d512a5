import { copyFile, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { openExport } from '../1-collect/index.ts'
import { type DraftInput, draftFrom, draftYaml, surveyName } from '../draft/index.ts'
import { type Engine, openEngine } from '../engine/index.ts'
import { hasErrors, type Issue, Refused } from '../issues.ts'
import { EXIT } from './exit-codes.ts'
import { failure } from './failures.ts'
import { initSummary } from './init-summary.ts'
import { printIssues } from './print-issues.ts'
import type { Result } from './result.ts'

export interface InitArguments {
  /** The export of a survey platform, or a table of responses. */
  readonly export: string
  /** A table of everyone who could have answered. */
  readonly frame?: string
  /** Folder to be made; `raw/<name of the file>` where it is not said. */
  readonly out?: string
  readonly json: boolean
  readonly sheet?: string
  readonly encoding?: string
}

/**
 * `stocktake init`: makes the folder of a consultation from an export: the files as received, and a draft of
 * its definition. The folder appears whole or not at all; one that is there is never touched.
 */
export async function initCommand(typed: InitArguments, write: (line: string) => void): Promise<Result> {
  const received = resolve(typed.export)
  const target = resolve(typed.out ?? join('raw', idOf(basename(received))))
  const work = await mkdtemp(join(tmpdir(), 'stocktake-init-'))
  const folders = [
    dirname(received),
    ...(typed.frame === undefined ? [] : [dirname(resolve(typed.frame))]),
    work,
  ]
  const engine = await openEngine({ memoryLimit: '1600MB', spill: join(work, 'spill'), folders })
  try {
    await refuseExisting(target)
    const options = {
      ...(typed.sheet === undefined ? {} : { sheet: typed.sheet }),
      ...(typed.encoding === undefined ? {} : { encoding: typed.encoding }),
    }
    const responses = await load(engine, received, 'responses', options, work)
    const frame =
      typed.frame === undefined ? undefined : await load(engine, resolve(typed.frame), 'frame', {}, work)
    const issues = [...responses.issues, ...(frame?.issues ?? [])]
    const { draft, rows } = await draftFrom(engine, {
      ...responses.input,
      ...options,
      ...(frame === undefined ? {} : { frame: frame.input }),
      today: new Date().toISOString().slice(0, 10),
    })
    const yaml = draftYaml(draft)
    if (draft.questions.length === 0) throw new Refused([nothingAsked(draft.file)])
    const files = [received, ...(typed.frame === undefined ? [] : [resolve(typed.frame)])]
    await placeFolder(target, files, yaml)
    printIssues(issues, write)
    const folder = relative('.', target)
    for (const line of initSummary({
      draft,
      yaml,
      rows,
      columns: responses.input.columns.length,
      reading: responses.reading,
      folder,
    })) {
      write(line)
    }
    return { exitCode: EXIT.done, status: 'drafted', issues, folder, questions: draft.questions.length }
  } catch (error) {
    return failure(error, write)
  } finally {
    engine.close()
    await rm(work, { recursive: true, force: true })
  }
}

type Loaded = {
  readonly input: Omit<DraftInput, 'today'>
  readonly reading: string
  readonly issues: readonly Issue[]
}

async function load(
  engine: Engine,
  path: string,
  relation: string,
  options: { readonly sheet?: string; readonly encoding?: string },
  work: string,
): Promise<Loaded> {
  const { value, issues } = await openExport(engine, path, options, { work })
  if (value === undefined || hasErrors(issues)) throw new Refused(issues.map(asTyped))
  const faults = await value.load(relation)
  if (hasErrors(faults)) throw new Refused(faults)
  const { layout, columns, reading } = value
  const input = { file: basename(path), relation, columns, ...(layout === undefined ? {} : { layout }) }
  return {
    input,
    reading: layout === undefined ? reading : `${reading}, as ${layout.platform} exports it`,
    issues: [...issues, ...faults],
  }
}

/** There is no definition yet in which an encoding could be stated. */
const asTyped = (issue: Issue): Issue =>
  issue.code === 'collect/encoding' && issue.advice !== undefined
    ? {
        ...issue,
        advice:
          'Export the file again as CSV UTF-8, or say what it is: --encoding windows-1252, --encoding macintosh.',
      }
    : issue

/** Letters, digits and hyphens of a survey's name. */
function idOf(file: string): string {
  const id = surveyName(file)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return id === '' ? 'consultation' : id
}

async function refuseExisting(target: string): Promise<void> {
  const found = await stat(target).catch(() => undefined)
  if (found === undefined) return
  throw new Refused([
    {
      code: 'usage/folder-exists',
      severity: 'error',
      concern: 'usage',
      message: `The folder ${relative('.', target)} is there already, and nothing in it was changed.`,
      advice: 'Name another with --out raw/<id>, or move that one away.',
    },
  ])
}

/** Puts everything beside its place first, so that no half of it can stay behind. */
async function placeFolder(target: string, files: readonly string[], yaml: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  const building = await mkdtemp(join(dirname(target), '.init-'))
  try {
    for (const file of files) await copyFile(file, join(building, basename(file)))
    await writeFile(join(building, 'consultation.yaml'), yaml)
    await rename(building, target)
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}

const nothingAsked = (file: string): Issue => ({
  code: 'draft/no-questions',
  severity: 'error',
  concern: 'data',
  message:
    'No column of the file looks like a question: all are blank, the same in every row, or tell who answered.',
  advice: 'Is this the right file, and the right sheet of it?',
  file,
})
