import type { Codebook, Variable } from '../../codebook/model.ts'
import { type Element, element } from '../xml.ts'

const FILE = 'F1'

/** `fileDscr` and `dataDscr`: the file of responses, where it is published, and each column or question. */
export const data = (
  { rows, variables }: Codebook,
  file: { readonly path: string; readonly sha256: string } | undefined,
): readonly Element[] => [
  ...(file === undefined ? [] : [describeFile(file, rows ?? 0, variables.length)]),
  ...(variables.length === 0
    ? []
    : [element('dataDscr', {}, ...variables.map((one, index) => variable(one, index, file !== undefined)))]),
]

const describeFile = (
  { path, sha256 }: { readonly path: string; readonly sha256: string },
  rows: number,
  columns: number,
): Element =>
  element(
    'fileDscr',
    { ID: FILE, URI: `../${path}` },
    element(
      'fileTxt',
      {},
      element('fileName', {}, path),
      element(
        'dataFingerprint',
        { type: 'dataFile' },
        element('digitalFingerprintValue', {}, sha256),
        element('algorithmSpecification', {}, 'SHA-256'),
      ),
      element('dimensns', {}, element('caseQnty', {}, String(rows)), element('varQnty', {}, String(columns))),
      element('fileType', { charset: 'UTF-8' }, 'text/csv'),
    ),
  )

/** `var`: wording, who was asked, what may stand in it and how often it does. */
function variable(
  { name, label, question, universe, kind, ordered, values, missing }: Variable,
  index: number,
  inFile: boolean,
): Element {
  const counted = [...values, ...missing].some(({ count }) => count !== undefined)
  const total = (of: readonly { readonly count?: number }[]) =>
    of.reduce((sum, { count = 0 }) => sum + count, 0)
  return element(
    'var',
    {
      ID: `V${index + 1}`,
      name,
      ...(inFile ? { files: FILE } : {}),
      intrvl: kind === 'identifier' ? 'contin' : 'discrete',
      ...(ordered
        ? { nature: 'ordinal' }
        : kind === 'category' || kind === 'yes or no'
          ? { nature: 'nominal' }
          : {}),
    },
    element('labl', {}, label),
    question === undefined ? undefined : element('qstn', {}, element('qstnLit', {}, question)),
    missing.length === 0
      ? undefined
      : element('invalrng', {}, ...missing.map(({ value }) => element('item', { VALUE: value }))),
    universe === undefined ? undefined : element('universe', {}, universe),
    ...(counted && values.length > 0
      ? [
          element('sumStat', { type: 'vald' }, String(total(values))),
          element('sumStat', { type: 'invd' }, String(total(missing))),
        ]
      : []),
    ...values.map(({ value, count }) => category(value, value, count, false)),
    ...missing.map(({ value, meaning, count }) => category(value, meaning, count, true)),
    element('varFormat', { type: kind === 'identifier' ? 'numeric' : 'character', schema: 'other' }),
  )
}

const category = (value: string, label: string, count: number | undefined, missing: boolean): Element =>
  element(
    'catgry',
    missing ? { missing: 'Y' } : {},
    element('catValu', {}, value),
    element('labl', {}, label),
    count === undefined ? undefined : element('catStat', { type: 'freq' }, String(count)),
  )
