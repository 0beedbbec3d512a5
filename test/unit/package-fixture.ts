import { createHash } from 'node:crypto'
import { riskOf } from '../../pipeline/3-anonymise/risk/index.ts'
import { packageData, packageRelease, type ReleaseFolder } from '../../pipeline/7-package/index.ts'
import {
  type AnonymousResponses,
  NOTHING,
  type ReleasedFigure,
  type ReleasedTables,
  type ReleaseFiles,
  seal,
  type Table,
  type ValidResponses,
} from '../../pipeline/artefacts.ts'
import type { Definition } from '../../pipeline/definition/index.ts'
import { planOf } from '../../pipeline/disclosure/index.ts'

export const definition: Definition = {
  id: 'parks-2024',
  title: 'Parks: "where next"?',
  description: 'What people think of *parks*.\n\nAsked once a year.',
  publisher: { name: 'Borough of Example', url: 'https://example.org/', email: 'data@example.org' },
  licence: 'OGL-UK-3.0',
  version: '1.2.0',
  changes: {},
  published: '2024-07-01',
  language: 'en-GB',
  keywords: ['parks', 'no'],
  fieldwork: { start: '2024-01-20', end: '2024-03-02' },
  sources: [
    { title: 'Register of parks', url: 'https://example.org/register' },
    { title: 'Letters | received' },
  ],
  notes: ['Answers are reported as given.'],
  contributors: [],
  contact: { name: 'Borough of Example', url: 'https://example.org/', email: 'data@example.org' },
  themes: [],
  spatial: [],
  methodology: {},
  responses: [],
  variables: [
    { id: 'region', title: 'Region', values: ['North', 'South'], groups: [] },
    { id: 'type', title: 'Type', values: ['Town', 'Village'], groups: [{ Place: ['Town', 'Village'] }] },
  ],
  questions: [
    {
      id: 'q1',
      kind: 'single',
      text: 'Are parks, as you know them, "good"?',
      answers: ['Yes', 'No'],
      ordered: true,
      populations: [],
      statistics: ['percent'],
      nets: {},
      base: { of: 'answered' },
      decimals: 1,
      sensitive: false,
      headings: {},
      scores: {},
    },
    {
      id: 'q2',
      kind: 'open',
      text: 'Why?',
      populations: [],
      statistics: [],
      nets: {},
      base: { of: 'answered' },
      decimals: 1,
      sensitive: false,
    },
  ],
  waves: [],
  populations: [{ id: 'everybody', title: 'Everybody', base: 'all responses' }],
  cleaning: { keep: 'last', partial: 'keep', unlistedAnswers: 'error', dates: 'day first' },
  tables: {
    responseRates: [],
    profile: [],
    coverage: false,
    populations: [],
    breakdowns: [],
    banners: [],
    precision: false,
    significance: false,
  },
  reporting: { decimals: 1, low: '**', zero: '0', notApplicable: '-' },
  privacy: {
    profile: 'consultation',
    publish: ['region', 'type'],
    rules: {},
    waivers: [],
    groups: 'nested',
    lead: 'tables',
  },
}

const figure = (value: number): ReleasedFigure => ({ value, status: '' })
const none = (status: 'low' | 'c' | 'z'): ReleasedFigure => ({ value: null, status })

export const questionTable: Table<ReleasedFigure> = {
  id: '2',
  title: 'Are parks, as you know them, "good"?',
  kind: 'question',
  question: 'q1',
  columns: [
    column('leaders', 'Leaders', 'percent', 153, 'all leaders'),
    column('everybody', 'Everybody', 'count', 1194, 'all responses'),
    column('everybody', 'Everybody', 'percent', 1194, 'all responses'),
  ],
  rows: [
    { label: 'Yes, "generally",\nbut not always', cells: [figure(44.4), figure(1194), figure(100)] },
    { label: '=SUM(A1)', cells: [none('low'), figure(0), figure(0)] },
    { label: 'Other', cells: [none('c'), none('c'), none('z')] },
  ],
  notes: ['Totals may not add.'],
}

export const rateTable: Table<ReleasedFigure> = {
  id: '1',
  title: 'Response breakdown by role',
  kind: 'response rate',
  columns: [
    { ...column('people', 'No. responded', 'responded', null, '') },
    { ...column('people', 'All people', 'in_frame', null, '') },
    { ...column('people', 'Response rate (per cent)', 'response_rate_percent', null, '') },
  ],
  rows: [{ label: 'Total', cells: [figure(160), figure(794), figure(20.2)] }],
  notes: [],
}

function column(
  population: string,
  title: string,
  statistic: string,
  base: number | null,
  baseDescription: string,
) {
  const decimals = ['percent', 'response_rate_percent'].includes(statistic) ? 1 : 0
  return { population, title, statistic, base, baseDescription, decimals }
}

/** What the relation of the fixture is made by. */
export const RELATION_SQL = `CREATE TABLE fixture_responses AS SELECT * FROM (VALUES
  (1, 'North', 'Place', 'Yes', 'true', true),
  (2, 'South', '[not released]', '[not asked]', 'false', true),
  (3, 'South', 'Place', 'No', '[no reply]', false)) AS rows (id, region, type, q1, q3_1, population_everybody)`

export const RESPONSES_CSV = `id,region,type,q1,q3_1
1,North,Place,Yes,true
2,South,[not released],[not asked],false
3,South,Place,No,[no reply]
`

const answer = [NOTHING.notAsked, NOTHING.noReply, NOTHING.error]

/** Released tables over `fixture_responses`. */
export function releasedTables(
  tables: readonly Table<ReleasedFigure>[] = [rateTable, questionTable],
): ReleasedTables {
  const responses = seal<AnonymousResponses>({
    relation: 'fixture_responses',
    fields: [
      { name: 'id', title: 'Number', type: 'number', categories: [], ordered: false, missing: [] },
      text('region', 'Region', ['North', 'South'], []),
      text('type', 'Type', ['Place'], [NOTHING.notReleased]),
      {
        ...text('q1', 'Are parks, as you know them, "good"?', ['Yes', 'No'], answer),
        ordered: true,
        question: 'q1',
      },
      { ...text('q3_1', 'Which? – Swings', ['true', 'false'], answer), type: 'boolean', question: 'q3' },
    ],
    rows: 3,
    counted: 'anonymous_responses',
    responses: 3,
    classes: { count: 0, withheld: new Map(), leftOut: new Set(), sides: [] },
    report: {
      minimumClass: 10,
      diversity: 2,
      withheld: [],
      confidential: 0,
      omitted: 0,
      uniques: 2,
      alternatives: [],
      before: riskOf(
        [
          { size: 1, answers: [] },
          { size: 24, answers: [] },
        ],
        [],
      ),
      after: riskOf(
        [
          { size: 12, answers: [] },
          { size: 13, answers: [] },
        ],
        [],
      ),
      identifying: [
        { variable: 'region', values: 3, of: 3, merged: false, blanked: 0 },
        { variable: 'type', values: 2, of: 4, merged: true, blanked: 1 },
      ],
      classes: 2,
      smallestClass: 12,
      loss: 0.1,
    },
  })
  return seal<ReleasedTables>({
    plan: planOf(definition, tables),
    ledByRows: [],
    refusedBreakdowns: [],
    parts: [],
    tables,
    protection: {
      figures: 0,
      hidden: { base: 0, quality: 0, derived: 0, refused: 0, unrounded: 0 },
      changed: { figures: 0, counts: 0, meanCount: 0, meanPercent: 0 },
      alternatives: [],
    },
    refusals: [{ table: '2_by_region', title: 'Parks (by region)', reason: 'too few people answered' }],
    responses: seal<ValidResponses>({ responses, schema: { type: 'object', additionalProperties: false } }),
  })
}

/** Data and words of a release, as the first of its kind. */
export async function packageWhole(
  one: Definition,
  released: ReleasedTables,
  folder: ReleaseFolder,
): Promise<ReleaseFiles> {
  const data = await packageData(one, released, folder)
  const change = { version: one.version, kind: 'first release' as const, differences: [] }
  return packageRelease(one, data, { version: one.version, changes: [change] }, folder, [])
}

function text(name: string, title: string, categories: readonly string[], missing: readonly string[]) {
  return { name, title, type: 'string' as const, categories, ordered: false, missing }
}

/** A release folder in memory; rows are those of the fixture, whatever the query. */
export function memoryFolder() {
  const files = new Map<string, Uint8Array>()
  const queries: string[] = []
  const folder: ReleaseFolder = {
    write: async (path, content) => {
      files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content)
    },
    exportRows: async (path, sql) => {
      queries.push(sql)
      files.set(path, new TextEncoder().encode(RESPONSES_CSV))
    },
    // What the engine counts of the fixture; `package-disk.test.ts` asks a real one.
    rows: async () => [
      { field: 'region', value: 'South', count: 2 },
      { field: 'region', value: 'North', count: 1 },
      { field: 'type', value: 'Place', count: 2 },
      { field: 'type', value: '[not released]', count: 1 },
      { field: 'q1', value: 'Yes', count: 1 },
      { field: 'q1', value: 'No', count: 1 },
      { field: 'q1', value: '[not asked]', count: 1 },
      { field: 'q3_1', value: 'true', count: 1 },
      { field: 'q3_1', value: 'false', count: 1 },
      { field: 'q3_1', value: '[no reply]', count: 1 },
    ],
    digest: async (path) => {
      const content = files.get(path)
      if (content === undefined) throw new Error(`${path} was not written`)
      return { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
    },
  }
  const textOf = (path: string): string => new TextDecoder().decode(files.get(path))
  return { folder, files, queries, textOf }
}
