import { LineCounter, parseDocument } from 'yaml'
import type { Issue } from '../../issues.ts'
import type { Path, Place } from '../fault.ts'
import type { SchemaNode } from '../shape/schema-node.ts'
import { tooDeepAt } from './nesting.ts'
import { syntaxWords } from './yaml-syntax.ts'
import { type Spot, type TreeFault, yamlTree } from './yaml-tree.ts'

export interface YamlDocument {
  readonly value: unknown
  readonly issues: readonly Issue[]
  /** Where a path stands, or the longest beginning of it that is there. */
  readonly place: (path: Path, atKey: boolean) => Place
}

const LONGEST = 1024 * 1024

/**
 * Reads YAML 1.2. What breaks its rules is in `issues`, told once (a broken line makes the parser
 * stumble over those after it); `value` is then not to be used. Numbers are text where `schema` does not want them.
 */
export function yamlDocument(text: string, file: string, schema: SchemaNode = {}): YamlDocument {
  const lines = new LineCounter()
  const deep = text.length > LONGEST ? 0 : tooDeepAt(text)
  const document = parseDocument(deep === undefined ? text : '', {
    lineCounter: lines,
    schema: 'core',
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
    // 'silent' would also hide a second document.
    logLevel: 'error',
  })
  const lineOf = (offset: number): number => Math.max(1, lines.linePos(offset).line)
  const broken = (fault: TreeFault, row: number): Issue => ({
    code: `definition/${fault.code}`,
    severity: 'error',
    concern: 'definition',
    message: fault.message,
    advice: fault.advice,
    file,
    row,
  })
  const refused = (fault: TreeFault, row: number): YamlDocument => ({
    value: undefined,
    issues: [broken(fault, row)],
    place: () => ({ line: row, offset: 0, path: [], shared: false }),
  })
  if (deep !== undefined) {
    const tooLong = text.length > LONGEST
    const message = tooLong ? 'The file is larger than 1 MiB.' : 'This is nested too deep.'
    const advice = tooLong ? 'Is this the right file?' : 'Look for brackets that are opened and never closed.'
    return refused(
      { code: tooLong ? 'too-large' : 'yaml', offset: deep, message, advice },
      lineIn(text, deep),
    )
  }
  const error = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])[0]
  if (error !== undefined) {
    const row = lineOf(error.pos[0])
    const words = syntaxWords(error, text.split('\n')[row - 1] ?? '')
    return refused({ code: 'yaml', offset: error.pos[0], ...words }, row)
  }
  const { root, faults } = yamlTree(document, schema)
  return {
    value: root.value,
    issues: faults.map((fault) => broken(fault, lineOf(fault.offset))),
    place: (path, atKey) => placeOf(root, path, atKey, lineOf),
  }
}

const lineIn = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function placeOf(root: Spot, path: Path, atKey: boolean, lineOf: (offset: number) => number): Place {
  let spot = root
  let complete = true
  const found: (string | number)[] = []
  for (const step of path) {
    const next = spot.children.get(step)
    // A single entry may stand where a list of them is allowed.
    if (next === undefined && typeof step === 'number' && !Array.isArray(spot.value)) continue
    if (next === undefined) {
      complete = false
      break
    }
    spot = next
    found.push(step)
  }
  const offset = atKey || !complete ? spot.keyOffset : spot.offset
  return { line: lineOf(offset), offset, path: found, shared: spot.shared }
}
