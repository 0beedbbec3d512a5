import { parse } from 'yaml'
import type { Plan } from './plan.ts'
import { askedOf, conditionOf, themesOf } from './read-questions.ts'
import { fields, list, mapped, type Node, word, words } from './written.ts'

/** Reads a definition that the program takes. Every scalar is text as it stands: `0.50` is no number here. */
export function planOf(text: string): Plan {
  const all = fields(parse(text, { schema: 'failsafe', merge: true }) as Node)
  const files = list(all['responses']).map(fields)
  const channels = files.flatMap(({ channel }) => (channel === undefined ? [] : [word(channel)]))
  const variables = {
    ...(channels.length === 0 ? {} : { channel: [...new Set(channels)] }),
    ...mapped(all['variables'], (one) => words(fields(one)['values'])),
  }
  const tables = fields(all['tables'])
  const populations = Object.entries(fields(all['populations'])).map(([id, one]) => ({
    id,
    where: conditionOf(fields(one)['where']),
  }))
  const known = populations.length === 0 ? [{ id: 'all_responses', where: [] }] : populations
  const shown = tables['populations'] === undefined ? known.map(({ id }) => id) : words(tables['populations'])
  const questions = Object.entries(fields(all['questions'])).map(([id, one]) => [id, fields(one)] as const)
  const [frame, invitees] = [columnsOf(all['frame']), columnsOf(all['invitees'])]
  const carried = Object.keys(variables).filter((id) => id in frame || id in invitees)
  const rated = tables['response_rates'] === undefined ? carried : words(tables['response_rates'])
  const privacy = fields(all['privacy'])
  const has = (role: string) => files.some((file) => role in fields(file['columns']))
  const coded = list(fields(all['open_text'])['coders']).length > 0
  return {
    variables,
    questions: [
      ...questions.flatMap(([id, one]) => askedOf(id, one, shown)),
      ...(coded ? questions.flatMap(([id, one]) => themesOf(id, one, shown)) : []),
    ],
    populations: known,
    breakdowns: list(tables['breakdowns']).map((names) => words(names)),
    banners: list(tables['banners']).map((names) => words(names)),
    rates: rated.flatMap((variable) => ratesOf(variable, invitees, frame)),
    profile: words(tables['profile']),
    weighted: all['weighting'] !== undefined || has('weight'),
    sampled: { strata: has('stratum'), clusters: has('cluster'), sizes: has('population_size') },
    allFromFrame: all['frame'] !== undefined && files.every((file) => file['from_frame'] !== 'false'),
    separators: Object.fromEntries(files.map((file) => [word(file['file']), word(file['separator'] ?? ';')])),
    decimals: Number(fields(all['reporting'])['decimals'] ?? 0),
    rounding: Number(fields(privacy['rules'])['rounding'] ?? (privacy['profile'] === 'health' ? 5 : 1)),
    partition: privacy['groups'] === 'partition',
  }
}

/** People where their list carries the variable, else units. */
function ratesOf(variable: string, people: object, units: object): Plan['rates'] {
  if (variable in people) return [{ variable, of: 'people' }]
  return variable in units ? [{ variable, of: 'units' }] : []
}

const columnsOf = (file: Node) => fields(fields(file)['columns'])
