import type { Descriptor } from '../model.ts'

/** What a descriptor, which may be of any version of Stocktake or of others, says for people. */
export interface About {
  readonly language: string | undefined
  readonly description: string | undefined
  readonly publisher: string | undefined
  readonly start: string | undefined
  readonly end: string | undefined
  readonly licence: string | undefined
}

export function about(descriptor: Descriptor): About {
  const { description, contributors, temporal, licenses } = descriptor
  const { start, end } = recordOf(temporal)
  const licence = recordOf(listOf(licenses)[0])
  const publisher = listOf(contributors)
    .map(recordOf)
    .find(({ role, roles }) => role === 'publisher' || listOf(roles).includes('publisher'))
  return {
    language: languageOf(descriptor),
    description: textOf(description),
    publisher: textOf(publisher?.['title']),
    start: textOf(start),
    end: textOf(end),
    licence: textOf(licence['title']) ?? textOf(licence['name']),
  }
}

export const languageOf = ({ languages }: Descriptor): string | undefined => textOf(listOf(languages)[0])

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const recordOf = (value: unknown): Readonly<Record<string, unknown>> => ({ ...Object(value) })
