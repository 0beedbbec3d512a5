import { join } from 'node:path'
import type { Issue } from '../issues.ts'
import { inspectText, type TextInspection } from './inspect-text.ts'
import type { PlatformFile } from './open-source.ts'

/** What a file is read for. */
export type Purpose =
  | ('plan' | 'printed' | 'wave' | 'decisions')
  | ('coding' | 'adjudication' | 'settled' | 'quotes' | 'review' | 'reviewed')

/** A file to be read, and what for. */
export interface Planned {
  readonly source: PlatformFile
  readonly purpose: Purpose
}

/** What is known of a file before it is read. */
export interface Inspection {
  readonly source: Planned['source']
  readonly purpose: Planned['purpose']
  readonly file: string
  readonly path: string
  readonly sha256: string
  readonly text?: TextInspection
  readonly issues: readonly Issue[]
}

/** Looks at one file; a missing one is an issue. */
export async function inspectSource({ source, purpose }: Planned, folder: string): Promise<Inspection> {
  const path = join(folder, source.file)
  const common = { source, purpose, file: source.file, path }
  try {
    const text = await inspectText(path, source.encoding)
    return { ...common, sha256: text.sha256, text, issues: [] }
  } catch (error) {
    return { ...common, sha256: '', issues: [missing(source.file, error)] }
  }
}

function missing(file: string, error: unknown): Issue {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'EACCES') throw error
  return {
    code: 'collect/missing-file',
    severity: 'error',
    concern: 'data',
    message: code === 'ENOENT' ? 'The file is not there.' : 'The file cannot be opened.',
    advice: 'Put the file, as received, beside consultation.yaml, or correct its name there.',
    file,
  }
}
