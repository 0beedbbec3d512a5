import { spawnSync } from 'node:child_process'

/** Programs that a machine may or may not have; a test that wants one says so where it is not there. */

/** `PYTHON` names an interpreter whose modules are to be used. */
const PYTHON = process.env['PYTHON'] ?? 'python3'

export interface Said {
  readonly exitCode: number | null
  readonly out: string
  readonly all: string
}

export function runProgram(program: string, args: readonly string[], folder: string): Said {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 1 << 26,
  })
  return { exitCode: status, out: stdout ?? '', all: `${stdout ?? ''}${stderr ?? ''}` }
}

/** Python with these modules; undefined, with a printed line, where one is not there. */
export function python(...modules: readonly string[]): string | undefined {
  const { exitCode } = runProgram(PYTHON, ['-c', modules.map((name) => `import ${name}`).join('\n')], '.')
  if (exitCode === 0) return PYTHON
  console.log(`skipped: no Python with ${modules.join(', ')}`)
  return undefined
}

/** A program of this name; undefined, with a printed line, where it is not there. */
export function program(name: string, args: readonly string[] = ['--version']): string | undefined {
  if (runProgram(name, args, '.').exitCode === 0) return name
  console.log(`skipped: no ${name}`)
  return undefined
}
