import { type Fault, inYaml, orList, type Path } from '../fault.ts'
import { didYouMean } from '../nearest.ts'
import { type Breach, child } from './breach.ts'
import { renamedValue } from './renamed.ts'
import type { SchemaNode } from './schema-node.ts'

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a section with keys of its own',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
}

/** A list where text should be, and the like; also nothing at all. */
export function wrongType(
  { path, params, choices }: Breach,
  nodes: readonly SchemaNode[],
  value: unknown,
): Fault {
  const types = choices.length > 0 ? choices : [String(params['type'])]
  // Numbers and true or false are read as text wherever text may stand.
  const told = types.includes('string')
    ? types.filter((type) => !['number', 'boolean'].includes(type))
    : types
  const wanted = orList(told.map((type) => TYPES[type] ?? type))
  const expected = exampleOf(nodes)
  if (path.length === 0) {
    const message = value === null ? 'The file is empty.' : 'The file must be made of keys, such as "title:".'
    return { code: 'not-a-definition', path, message, advice: 'README.md shows what one looks like.' }
  }
  return {
    code: value === null ? 'no-value' : 'wrong-type',
    path,
    atKey: value === null,
    message: value === null ? `${named(path)} has no value.` : `${named(path)} must be ${wanted}.`,
    ...expected,
    ...typeAdvice(types, value),
  }
}

function typeAdvice(types: readonly string[], value: unknown): Pick<Fault, 'advice'> {
  if (value === null)
    return { advice: 'Give a value, or remove the line. For empty text, or the word null, use quotes.' }
  if (types.includes('string') && typeof value === 'object' && !Array.isArray(value)) {
    return { advice: 'Text with a colon and a blank in it must be in double quotes: "Other: please say".' }
  }
  if (types.includes('boolean') && typeof value === 'string') {
    if (/^(yes|on|y)$/i.test(value)) return { advice: `Write true instead of ${value}.` }
    if (/^(no|off|n)$/i.test(value)) return { advice: `Write false instead of ${value}.` }
  }
  if (types.includes('array') && typeof value === 'string')
    return { advice: 'Put it in square brackets, or on a line of its own after "- ".' }
  return {}
}

/** A word that is not one of those allowed. */
export function notAllowed(path: Path, nodes: readonly SchemaNode[], value: unknown): Fault {
  const allowed = nodes.flatMap((node) => node.enum ?? [])
  const told = typeof value === 'string' ? value : 'this'
  const renamed = renamedValue(path, value, allowed)
  if (renamed !== undefined) return renamed
  return {
    code: 'not-allowed',
    path,
    message: `${named(path)} cannot be '${told}'${(typeof value === 'string' && didYouMean(told, allowed)) || '.'}`,
    expected: orList(allowed),
  }
}

/** Text that is not of the form its description says: a date, a version, a file. */
export function wrongForm(path: Path, nodes: readonly SchemaNode[]): Fault {
  const form = nodes.findLast((node) => node.pattern !== undefined)
  return {
    code: 'wrong-form',
    path,
    message: `${named(path)} must be ${form?.description ?? 'of another form'}.`,
    ...exampleOf(nodes),
  }
}

/** Too few, too many, too small, too large, or twice. */
export function outOfBounds(
  path: Path,
  keyword: string,
  params: Readonly<Record<string, unknown>>,
  value: unknown,
): Fault {
  const limit = String(params['limit'])
  if (keyword === 'uniqueItems') {
    const [again] = [Number(params['i']), Number(params['j'])].sort((a, b) => b - a)
    const name = String(child(value, again ?? 0))
    return {
      code: 'twice',
      path: [...path, again ?? 0],
      message: `'${name}' stands in ${named(path)} twice.`,
    }
  }
  if (keyword.startsWith('min') && keyword !== 'minimum') {
    return {
      code: 'empty',
      path,
      message: `${named(path)} is empty.`,
      advice: 'Give a value, or remove the line.',
    }
  }
  const bound: Readonly<Record<string, string>> = {
    minimum: `must be at least ${limit}`,
    maximum: `must be at most ${limit}`,
    maxItems: `can hold at most ${limit} entries`,
  }
  return { code: 'out-of-bounds', path, message: `${named(path)} ${bound[keyword] ?? 'is not allowed'}.` }
}

/** The thing at a path in words: its key, or its position in a list. */
function named(path: Path): string {
  const last = path.at(-1)
  return typeof last === 'number' ? `Entry ${last + 1} of '${path.at(-2)}'` : `'${last}'`
}

function exampleOf(nodes: readonly SchemaNode[]): Pick<Fault, 'expected'> {
  const example = nodes.find((node) => node.examples !== undefined)?.examples?.[0]
  return example === undefined ? {} : { expected: `such as ${inYaml(example)}` }
}
