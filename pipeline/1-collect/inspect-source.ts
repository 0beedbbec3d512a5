import { join } from 'node:path'
import type { SourceFile } from '../definition/index.ts'
import type { Issue } from '../issues.ts'
import { inspectText, type TextInspection } from './inspect-text.ts'

/** What is known of a file before it is read. */
export interface Inspection {
  readonly source: SourceFile
  readonly printed: boolean
  readonly file: string
  readonly path: string
  readonly sha256: string
  readonly text?: TextInspection
  readonly issues: readonly Issue[]
}

/** Looks at one file; a missing one is an issue. */
export async function inspectSource(
  { source, printed }: { readonly source: SourceFile; readonly printed: boolean },
  raw: string,
): Promise<Inspection> {
  const path = join(raw, source.file)
  const common = { source, printed, file: source.file, path }
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
