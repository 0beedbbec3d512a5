/** A world as the files that a publisher would have: a definition, exports, perhaps a frame. */
import type { Condition, Part, Person, Question, World } from './model.ts'

/** Name of a file -> its content. JSON is YAML, so the definition is written as it comes. */
export function writtenFiles(world: World): Readonly<Record<string, string>> {
  const files = world.files.map((_, index) => [fileOf(index), exportOf(world, index)] as const)
  return {
    ...Object.fromEntries(files),
    ...(world.frame === undefined ? {} : { 'frame.csv': frameOf(world) }),
    'consultation.yaml': JSON.stringify(definitionOf(world), null, 1),
  }
}

const fileOf = (index: number): string => `responses-${index + 1}.csv`

function definitionOf(world: World): object {
  const { variables, files, questions, populations, breakdowns, publish, profile, frame } = world
  const one = files.length === 1
  return {
    title: 'A random world',
    publisher: { name: 'Borough of Testing' },
    licence: 'CC-BY-4.0',
    fieldwork: { start: '2026-03-01', end: '2026-03-31' },
    ...(frame === undefined
      ? {}
      : {
          frame: {
            file: 'frame.csv',
            columns: { key: 'Key', name: 'Unit', [frame.variable]: frame.variable },
          },
        }),
    responses: files.map(({ channel }, index) => ({
      file: fileOf(index),
      ...(one ? {} : { channel }),
      columns: {
        ...Object.fromEntries(
          variables.filter(({ id }) => id !== frame?.variable).map(({ id }) => [id, `Your ${id}`]),
        ),
        ...(frame === undefined ? {} : { unit: 'Key' }),
      },
    })),
    variables: Object.fromEntries(
      variables.map(({ id, values, groups }) => [
        id,
        { title: id, values, ...(Object.keys(groups).length === 0 ? {} : { groups }) },
      ]),
    ),
    questions: Object.fromEntries(questions.map((question) => [question.id, writtenQuestion(question)])),
    ...(populations.length === 0
      ? {}
      : {
          populations: Object.fromEntries(
            populations.map(({ id, where }) => [
              id,
              {
                title: id,
                base: `those of ${id}`,
                ...(where === undefined ? {} : { where: written(where) }),
              },
            ]),
          ),
        }),
    tables: { breakdowns: breakdowns.map((names) => (names.length === 1 ? names[0] : names)) },
    privacy: { profile, publish, ...writtenRules(world) },
  }
}

/** Rules that are stricter than the profile's are rules, the others waivers with a reason. */
function writtenRules({ stated }: World): object {
  const { microdata, ...thresholds } = stated
  return {
    ...(microdata === 0 ? { rules: { microdata: false } } : {}),
    ...(Object.keys(thresholds).length === 0
      ? {}
      : {
          waivers: Object.entries(thresholds).map(([rule, value]) => ({
            rule,
            value,
            reason: 'Small worlds are tried with small thresholds.',
          })),
        }),
  }
}

function writtenQuestion({
  id,
  kind,
  answers,
  bands,
  askedIf,
  base,
  nets,
  statistics,
  decimals,
  scores,
}: Question) {
  return {
    text: wordingOf(id),
    kind,
    ...(kind === 'number'
      ? {
          minimum: bands[0]?.least,
          maximum: bands.at(-1)?.most,
          bands: bands.map(({ label, most }, index) =>
            index === bands.length - 1 ? { label } : { label, below: most + 1 },
          ),
        }
      : kind === 'open'
        ? {}
        : { answers }),
    ...(kind === 'multiple' || kind === 'ranking' ? { separator: ';' } : {}),
    ...(askedIf === undefined ? {} : { asked_if: written(askedIf) }),
    ...(base === 'answered' ? {} : { base: base === 'asked' ? base : written(base) }),
    ...(base !== 'answered' && base !== 'asked' ? { base_description: 'those whom the rule is about' } : {}),
    ...(Object.keys(nets).length === 0 ? {} : { nets }),
    ...(kind === 'open' ? {} : { statistics }),
    ...(statistics.includes('mean') ? { decimals } : {}),
    ...(Object.keys(scores).length === 0 ? {} : { scores }),
  }
}

const wordingOf = (id: string): string => `What do you say to ${id}?`

const written = (condition: Condition): object =>
  Object.fromEntries(Object.entries(condition).map(([name, part]) => [name, writtenPart(part)]))

const writtenPart = ({ how, labels }: Part) =>
  how === 'any' ? labels : how === 'answered' ? { answered: true } : { [how]: labels }

function exportOf({ variables, files, questions, people, frame }: World, index: number): string {
  const asked = questions.filter(({ id }) => files[index]?.lacks.includes(id) !== true)
  const given = variables.filter(({ id }) => id !== frame?.variable)
  const heads = [
    ...(frame === undefined ? [] : ['Key']),
    ...given.map(({ id }) => `Your ${id}`),
    ...asked.map(({ id }) => wordingOf(id)),
  ]
  const lines = people.flatMap((person, place) =>
    person.file !== index
      ? []
      : [
          [
            ...(frame === undefined ? [] : [keyOf(place)]),
            ...given.map(({ id }) => person.values[id] ?? ''),
            ...asked.map((question) => cellOf(question, person)),
          ],
        ],
  )
  return csv([heads, ...lines])
}

const cellOf = ({ id, kind }: Question, { said, numbers }: Person): string =>
  kind === 'number' ? String(numbers[id] ?? '') : (said[id] ?? []).join(';')

/** Everybody who answered is a unit of it, and so are some who did not. */
function frameOf({ people, frame }: World): string {
  if (frame === undefined) return ''
  const { variable, silent } = frame
  const silents = Object.entries(silent).flatMap(([value, count]) =>
    Array.from({ length: count }, () => value),
  )
  const values = [...people.map((person) => person.values[variable] ?? ''), ...silents]
  return csv([
    ['Key', 'Unit', variable],
    ...values.map((value, place) => [keyOf(place), `Unit ${keyOf(place)}`, value]),
  ])
}

const keyOf = (place: number): string => `K${String(place + 1).padStart(5, '0')}`

const csv = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `${line.join(',')}\n`).join('')
