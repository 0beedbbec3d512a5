import type { DraftColumn, DraftHeading } from './draft.ts'
import type { Judged, JudgedColumn } from './judge.ts'

/** Columns that are no questions, by where the definition names them. */
export interface SortedColumns {
  readonly columns: readonly DraftColumn[]
  readonly identifying: readonly DraftHeading[]
  readonly ignore: readonly DraftHeading[]
}

const REASONS: Readonly<Record<string, string>> = {
  technical: 'Of the survey tool? A column that marks tests or previews belongs under set_aside as well.',
  'unread time': 'Times that are not written as dates, or in two orders of day and month. Needed?',
  blank: 'No cell holds anything. Nothing to publish?',
  constant: 'Every cell holds the same. Nothing to publish?',
  code: 'Numbers that look like codes. Or do they count something?',
  'population size':
    'Units in the population? Then name it under columns as population_size, beside stratum and weight.',
}

/**
 * Sorts what is not asked into roles, identifying and ignored columns. Each role goes to the first column that
 * fits; with a frame the name of an organisation is looked up in it. Columns of the platform's own need no
 * line.
 */
export function sortColumns(
  judged: readonly Judged[],
  isPlatform: boolean,
  hasFrame: boolean,
): SortedColumns {
  const columns: DraftColumn[] = []
  const identifying: DraftHeading[] = []
  const ignore: DraftHeading[] = []
  const role = (name: string, { column }: JudgedColumn, doubts: readonly string[] = []): void => {
    if (columns.some((one) => one.name === name))
      ignore.push({ heading: column.heading, doubts: [`Not needed beside "${name}"?`] })
    else columns.push({ name, heading: column.heading, doubts })
  }
  for (const one of judged) {
    if (one.is === 'question') continue
    const { verdict, column } = one
    if (isPlatform && column.role !== 'answer') continue
    switch (verdict.is) {
      case 'own':
      case 'other text':
        break
      case 'submitted':
      case 'started': {
        const blank = column.rows - column.filled
        const doubt = `${blank === 1 ? '1 row has' : `${blank} rows have`} none: never sent in? What is not sent in is set aside.`
        role(verdict.is, one, verdict.is === 'submitted' && blank > 0 ? [doubt] : [])
        break
      }
      case 'weight':
        role('weight', one, ['Is this the weight of a response? Every figure would then be weighted.'])
        break
      case 'identifying':
        if (
          verdict.what === 'organisation' &&
          hasFrame &&
          !columns.some(({ name }) => name === 'unit_name')
        ) {
          role('unit_name', one, [
            'Is this the name of the unit that responded? It is looked up in the frame.',
          ])
        } else identifying.push({ heading: column.heading, doubts: identifyingDoubts(verdict.what) })
        break
      default:
        ignore.push({
          heading: column.heading,
          doubts: [REASONS[verdict.is] ?? ''].filter((reason) => reason !== ''),
        })
    }
  }
  return { columns, identifying, ignore }
}

function identifyingDoubts(what: 'person' | 'organisation' | 'identifier' | 'link'): readonly string[] {
  if (what === 'organisation') {
    return ['The name of who responded? With a list of all who could have (init --frame) it can be matched.']
  }
  return what === 'link' ? ['Web addresses that differ: do they lead to who answered?'] : []
}
