import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Fault, Path } from '../fault.ts'
import { nearest } from '../nearest.ts'
import options from './ajv-options.json' with { type: 'json' }
import { type Breach, child } from './breach.ts'
import type { SchemaNode } from './schema-node.ts'
import { shapeFault } from './shape-fault.ts'
import { validators } from './validators.ts'

/** Made with the compiled program; else when first asked for. */
function validator(schema: SchemaNode): ValidateFunction {
  // It is used once or twice: quick code is not worth the making. That the schema is one is tested.
  const matches =
    validators.get(schema) ?? new Ajv2020({ ...options, code: { optimize: false } }).compile(schema)
  validators.set(schema, matches)
  return matches
}

/** Holds what somebody wrote against the schema of a `Written`: it, or what is wrong with it. */
export function checkShape<Written>(
  schema: SchemaNode,
  value: unknown,
): { readonly written?: Written; readonly faults: readonly Fault[] } {
  const matches = validator(schema)
  if (matches(value)) return { written: value as Written, faults: [] }
  const breaches = joinChoices((matches.errors ?? []).map((error) => breach(error, value)))
  return { faults: withoutEchoes(breaches).map((each) => shapeFault(schema, each, value)) }
}

function breach(error: ErrorObject, value: unknown): Breach {
  const { keyword, params, propertyName, schemaPath } = error
  return { keyword, params, propertyName, schemaPath, path: pathOf(error.instancePath, value), choices: [] }
}

/** A JSON pointer as a path: only in lists is a number a position. */
function pathOf(pointer: string, value: unknown): Path {
  const path: (string | number)[] = []
  let here = value
  for (const part of pointer.split('/').slice(1)) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~')
    path.push(Array.isArray(here) ? Number(step) : step)
    here = child(here, step)
  }
  return path
}

/**
 * The validator tells of every alternative that failed, and then that all did. The alternatives of our
 * schema differ in type, or in the key they require: what lies deeper belongs to the one that was meant
 * and stays; the others become one breach with their types or keys as choices.
 */
function joinChoices(breaches: readonly Breach[]): readonly Breach[] {
  let kept: readonly Breach[] = []
  for (const each of breaches) {
    if (each.keyword !== 'anyOf') {
      kept = [...kept, each]
      continue
    }
    const choice = ({ path, keyword, schemaPath }: Breach) =>
      same(path, each.path) &&
      (keyword === 'type' || (keyword === 'required' && schemaPath.startsWith(`${each.schemaPath}/`)))
    const failed = kept.filter(choice)
    const rest = kept.filter((other) => !failed.includes(other))
    const meant = rest.some((other) => inside(other.path, each.path))
    const types = failed.flatMap(({ keyword, params }) =>
      keyword === 'type' ? [String(params['type'])] : [],
    )
    const keys = failed.flatMap(({ params }) =>
      'missingProperty' in params ? [String(params['missingProperty'])] : [],
    )
    const wrongType = types.length > 0 && !meant
    kept = wrongType
      ? [...rest, { ...each, keyword: 'type', choices: [...new Set(types)] }]
      : types.length === 0 && keys.length > 0
        ? [...rest, { ...each, keyword: 'required', choices: keys }]
        : rest
  }
  return kept
}

/** Leaves out what only repeats another breach: a key missed because it is misspelt, a type told twice. */
function withoutEchoes(breaches: readonly Breach[]): readonly Breach[] {
  const told = new Set<string>()
  return breaches.filter((each) => {
    if (['if', 'propertyNames'].includes(each.keyword)) return false
    const { missingProperty, ...params } = each.params
    const mark = JSON.stringify([each.path, each.keyword, missingProperty, params, each.propertyName])
    if (told.has(mark)) return false
    told.add(mark)
    return !missing(each).some((key) => breaches.some((other) => misspelt(other, each.path, key)))
  })
}

const missing = ({ keyword, params, choices }: Breach): readonly string[] =>
  keyword !== 'required' ? [] : choices.length > 0 ? choices : [String(params['missingProperty'])]

const misspelt = (other: Breach, path: Path, key: string): boolean =>
  other.keyword === 'additionalProperties' &&
  same(other.path, path) &&
  nearest(String(other.params['additionalProperty']), [key]) === key

const inside = (path: Path, outer: Path): boolean => outer.every((step, index) => path[index] === step)
const same = (a: Path, b: Path): boolean => a.length === b.length && inside(a, b)
