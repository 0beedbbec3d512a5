import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import schema from '../../../schemas/targets.schema.json' with { type: 'json' }
import { nearest, yamlDocument } from '../../definition/index.ts'
import type { Checked, Issue } from '../../issues.ts'
import type { Target } from './model.ts'

/** A target as written: the keys of its kind, and no other. */
interface Written {
  readonly kind: 'folder' | 'ckan' | 'zenodo' | 'invenio' | 'dataverse'
  readonly [key: string]: string | undefined
}

type AllWritten = Readonly<Record<string, Written>>

let made: ValidateFunction<AllWritten> | undefined

/** Made when targets are read: most commands read none. That the schema is one is tested. */
const validator = (): ValidateFunction<AllWritten> => {
  const options = { allErrors: true, strict: true, discriminator: true, meta: false, validateSchema: false }
  made ??= new Ajv2020(options).compile<AllWritten>(schema)
  return made
}

/**
 * Reads the text of a file of targets. Out come the targets by name, or what is wrong with the file, with
 * lines; what was written is never repeated, in case it is a token in the wrong place.
 */
export function readTargets(text: string, file: string): Checked<readonly Target[]> {
  const document = yamlDocument(text, file)
  if (document.issues.length > 0) return { value: [], issues: document.issues }
  const value = document.value
  const matches = validator()
  if (!matches(value)) {
    const issues = (matches.errors ?? [])
      .filter(({ keyword }) => !ECHOES.includes(keyword))
      .map((error) => {
        const path = error.instancePath.split('/').slice(1)
        return fault(error, path, document.place(path, false).line, file)
      })
    return { value: [], issues }
  }
  const named = Object.entries(value).filter(([name]) => name !== '$schema')
  return { value: named.map(([name, written]) => target(name, written)), issues: [] }
}

function target(name: string, written: Written): Target {
  const { kind, token_from: tokenFrom = '', url = 'https://zenodo.org', $schema: _, ...rest } = written
  const optional = (key: string) => (rest[key] === undefined ? {} : { [key]: rest[key] })
  if (kind === 'folder') return { name, kind, path: rest['path'] ?? '', ...optional('site') }
  const common = { name, url: url.replace(/\/+$/, ''), tokenFrom }
  switch (kind) {
    case 'ckan':
      return { ...common, kind, organisation: rest['organisation'] ?? '', ...optional('dataset') }
    case 'dataverse':
      return {
        ...common,
        kind,
        collection: rest['collection'] ?? '',
        subject: rest['subject'] ?? 'Social Sciences',
        ...optional('contact'),
        ...optional('dataset'),
      }
    default:
      return { ...common, kind: 'invenio', ...optional('record') }
  }
}

function fault(error: ErrorObject, path: readonly string[], row: number, file: string): Issue {
  const column = path.join('.')
  const issue = (message: string, advice: string, expected?: string): Issue => ({
    code: `targets/${error.keyword}`,
    severity: 'error',
    concern: 'definition',
    file,
    row,
    ...(column === '' ? {} : { column }),
    message,
    advice,
    ...(expected === undefined ? {} : { expected }),
  })
  const key = path.at(-1) ?? ''
  switch (error.keyword) {
    case 'required':
      return issue(`"${error.params['missingProperty']}" is missing.`, 'Add it to this target.')
    case 'additionalProperties': {
      const unknown = String(error.params['additionalProperty'])
      const meant = nearest(unknown, KEYS)
      return issue(
        `A target of this kind has no key "${unknown}".`,
        meant === undefined || meant === unknown ? 'Take it out.' : `Was "${meant}" meant?`,
      )
    }
    case 'enum':
      return issue(
        `This ${key} is not known.`,
        'Write one of those that are.',
        error.params['allowedValues'].join(', '),
      )
    case 'pattern':
      return key === 'token_from'
        ? issue(
            'token_from is not the name of an environment variable.',
            'Put the token into the environment, and here the name of its variable. If this was the token itself, have the portal issue a new one.',
            'capital letters, digits and underscores, such as CKAN_TOKEN',
          )
        : issue(`This ${key} is not of the form expected.`, 'Compare it with schemas/targets.schema.json.')
    case 'propertyNames':
      return issue(
        'The name of a target is not one.',
        'Rename it.',
        'small letters, digits and hyphens, a letter first',
      )
    default:
      return issue(
        'This is not what a file of targets holds.',
        'Compare it with schemas/targets.schema.json.',
      )
  }
}

/** Told already by another fault of the same place. */
const ECHOES: readonly string[] = ['oneOf', 'discriminator']
const KEYS = [
  'kind',
  'path',
  'site',
  'url',
  'token_from',
  'organisation',
  'dataset',
  'record',
  'collection',
  'subject',
  'contact',
]
