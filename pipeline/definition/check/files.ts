import type { Fault, Path } from '../fault.ts'
import type { Definition, ResponseSource } from '../model.ts'
import { checkColumns } from './columns.ts'

/** What the files received need of each other, and the columns named of each. */
export function checkFiles(definition: Definition): readonly Fault[] {
  const { frame, invitees, responses } = definition
  return [
    ...(frame === undefined
      ? []
      : checkColumns(definition, frame, ['frame'], ['key', 'name', 'from', 'until'])),
    ...(frame?.aliases === undefined
      ? []
      : checkColumns(definition, frame.aliases, ['frame', 'aliases'], ['name', 'key'])),
    ...(invitees === undefined ? [] : checkColumns(definition, invitees, ['invitees'], ['link', 'unit'])),
    ...(invitees !== undefined && frame === undefined
      ? [
          {
            code: 'no-frame',
            path: ['invitees'],
            atKey: true,
            message: 'The invitees belong to units of a frame, and there is no frame.',
            advice: 'Add the list of all units under frame.',
          },
        ]
      : []),
    ...responses.flatMap((source, index) => {
      const path: Path = ['responses', index]
      return [
        ...checkColumns(definition, source, path, RESPONSE_ROLES),
        ...checkRoles(definition, source, path),
        ...checkFromFrame(definition, source, path),
        ...checkConsent(source, path),
        ...checkTwice(responses, index, path),
      ]
    }),
  ]
}

const RESPONSE_ROLES = [
  ...['link', 'unit', 'unit_name', 'started', 'submitted', 'covers'],
  ...['weight', 'stratum', 'cluster', 'population_size'],
  ...['reference', 'organisation_name', 'may_be_named', 'do_not_publish'],
]
const FRAME_ROLES = ['unit', 'unit_name', 'covers']

/** A link without invitees needs nothing more: it tells two responses of one person. */
function checkRoles({ frame }: Definition, { columns }: ResponseSource, path: Path): readonly Fault[] {
  if (frame !== undefined) return []
  return Object.keys(columns)
    .filter((name) => FRAME_ROLES.includes(name))
    .map((name) => ({
      code: 'no-frame',
      path: [...path, 'columns', name],
      atKey: true,
      message: `'${name}' is looked up in the frame, and there is no frame.`,
      advice: 'Add frame, or remove this line.',
    }))
}

/** What may be published by a column that is not there. */
function checkConsent({ columns, mayPublish }: ResponseSource, path: Path): readonly Fault[] {
  if (mayPublish === undefined || Object.hasOwn(columns, 'do_not_publish')) return []
  const message = "'may_publish' says what a column holds, and no column is named for 'do_not_publish'."
  const advice = 'Name the heading it stands under: columns: { do_not_publish: ... }.'
  return [{ code: 'no-consent-column', path: [...path, 'may_publish'], atKey: true, message, advice }]
}

function checkFromFrame(
  { frame, invitees }: Definition,
  source: ResponseSource,
  path: Path,
): readonly Fault[] {
  if (!source.fromFrame) return []
  if (frame === undefined) {
    const message = "'from_frame' is true, and there is no frame."
    return [
      { code: 'no-frame', path: [...path, 'from_frame'], message, advice: 'Add frame, or remove this line.' },
    ]
  }
  const linking = ['unit', 'unit_name', ...(invitees === undefined ? [] : ['link'])]
  if (linking.some((name) => Object.hasOwn(source.columns, name))) return []
  const message = 'Responses must be found in the frame, and no column says to which unit they belong.'
  const advice =
    'Name a column as link, unit or unit_name, or write from_frame: false where anyone could respond.'
  return [{ code: 'not-linked', path, atKey: true, message, advice }]
}

function checkTwice(responses: readonly ResponseSource[], index: number, path: Path): readonly Fault[] {
  const source = responses[index]
  const first = responses.findIndex((each) => each.file === source?.file && each.sheet === source?.sheet)
  if (first === index) return []
  const message = `The file '${source?.file}' is read twice, so its responses would count twice.`
  return [
    { code: 'same-file', path: [...path, 'file'], message, advice: 'Remove one, or name a sheet for each.' },
  ]
}
