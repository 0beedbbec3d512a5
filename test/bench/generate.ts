import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** Answers of the closed questions; one cell in fifty strays from them as real exports do. */
const SCALE = [
  'Strongly agree',
  'Tend to agree',
  'Neither agree nor disagree',
  'Tend to disagree',
  'Strongly disagree',
  "Don't know",
]
const ROLES = [
  'Resident',
  'Councillor',
  'Officer',
  'Business',
  'Charity',
  'Parish council',
  'School',
  'Health',
  'Police',
  'Union',
  'Faith group',
  'Other',
]
const AGES = ['16 to 24', '25 to 34', '35 to 44', '45 to 54', '55 to 64', '65 and over']
const WORDS = [
  'the service should',
  'we think that',
  'in our area',
  'more support is needed',
  'costs have gone up',
  'people rely on it',
  'please consider',
  'nothing to add',
]

const CLOSED = 20
const OPTIONS = 5
const OPEN = 5

/**
 * Writes a consultation of `rows` responses by 40 columns into `folder`: closed, multiple, number and
 * open questions, with stray blanks, curly apostrophes, duplicates and partial rows. A row depends on
 * its number alone, so smaller files are prefixes of larger ones.
 */
export async function generateConsultation(folder: string, rows: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'consultation.yaml'), definition())
  await writeFile(join(folder, 'authorities.csv'), frame())
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (SELECT ${columns().join(',\n')} FROM range(${rows}) t(i))
    TO '${join(folder, 'responses.csv')}' (FORMAT csv, HEADER true)`)
  connection.closeSync()
  instance.closeSync()
}

const pick = (list: readonly string[], seed: number): string =>
  `[${list.map((text) => `'${text.replaceAll("'", "''")}'`).join(',')}][1 + (hash(i * 1000 + ${seed}) % ${list.length})::INTEGER]`

const rarely = (seed: number, every: number): string => `hash(i * 1000 + ${seed}) % ${every} = 0`

function columns(): readonly string[] {
  const closed = Array.from({ length: CLOSED }, (_, index) => {
    const label = pick(SCALE, 100 + index)
    return `CASE WHEN ${rarely(200 + index, 20)} THEN NULL WHEN ${rarely(300 + index, 50)} THEN ' ' || replace(${label}, '''', '\u2019')
      ELSE ${label} END AS "${wording(index)}"`
  })
  const options = Array.from(
    { length: OPTIONS },
    (_, index) =>
      `CASE WHEN ${rarely(400 + index, 3)} THEN 'Option ${index + 1}' END AS "Channels - Option ${index + 1}"`,
  )
  const open = Array.from({ length: OPEN }, (_, index) => {
    const phrases = Array.from({ length: 6 }, (_, part) => pick(WORDS, 500 + index * 10 + part))
    return `CASE WHEN ${rarely(600 + index, 2)} THEN NULL ELSE concat_ws(', ', ${phrases.join(', ')}) || chr(10) || 'regards' END AS "Comment ${index + 1}"`
  })
  return [
    `'https://survey.example/r/' || md5((CASE WHEN ${rarely(1, 97)} AND i > 0 THEN i - 1 ELSE i END)::VARCHAR) AS "Link"`,
    `CASE WHEN ${rarely(2, 40)} THEN NULL ELSE strftime(TIMESTAMP '2026-01-05' + to_seconds((i * 7)::BIGINT % 2000000), '%Y-%m-%d %H:%M:%S') END AS "Submitted"`,
    `'Person ' || i AS "Name"`,
    `'person' || i || '@example.org' AS "Email"`,
    `lpad((1 + hash(i * 1000 + 3) % 400)::VARCHAR, 4, '0') AS "Authority"`,
    `${pick(ROLES, 4)} AS "Role"`,
    `${pick(AGES, 5)} AS "Age"`,
    `'Region ' || lpad((1 + hash(i * 1000 + 6) % 30)::VARCHAR, 2, '0') AS "Region"`,
    `(hash(i * 1000 + 7) % 120)::INTEGER AS "Visits"`,
    `(hash(i * 1000 + 8) % 60)::INTEGER AS "Years"`,
    ...closed,
    ...options,
    ...open,
  ]
}

const wording = (index: number): string => `Statement ${index + 1}`

function frame(): string {
  const rows = Array.from(
    { length: 400 },
    (_, index) =>
      `${String(index + 1).padStart(4, '0')},Authority ${index + 1},${index % 2 === 0 ? 'Urban' : 'Rural'}`,
  )
  return `Code,Name,Kind\n${rows.join('\n')}\n`
}

function definition(): string {
  const closed = Array.from(
    { length: CLOSED },
    (_, index) => `  s${index + 1}: { text: ${wording(index)}, kind: scale, answers: *scale }`,
  )
  const open = Array.from(
    { length: OPEN },
    (_, index) => `  o${index + 1}: { text: Comment ${index + 1}, kind: open }`,
  )
  const options = Array.from({ length: OPTIONS }, (_, index) => `"Option ${index + 1}"`)
  return `title: Benchmark consultation
publisher: { name: Benchmark }
licence: CC0-1.0
fieldwork: { start: 2026-01-05, end: 2026-02-28 }
frame:
  file: authorities.csv
  unit: { one: authority, many: authorities }
  columns: { key: Code, name: Name, kind: Kind }
responses:
  - file: responses.csv
    columns: { link: Link, submitted: Submitted, unit: Authority, role: Role, age: Age, region: Region }
    identifying: [Name, Email]
variables:
  kind: { title: Kind of authority, values: [Urban, Rural] }
  role: { title: Role, values: ${JSON.stringify(ROLES)} }
  age: { title: Age, values: ${JSON.stringify(AGES)} }
  region: { title: Region, values: ${JSON.stringify(Array.from({ length: 30 }, (_, index) => `Region ${String(index + 1).padStart(2, '0')}`))} }
questions:
  visits: { text: Visits, kind: number, minimum: 0, bands: [{ label: Under 10, below: 10 }, { label: 10 to 49, below: 50 }, { label: 50 or more }] }
  years: { text: Years, kind: number, minimum: 0, bands: [{ label: Under 5, below: 5 }, { label: 5 to 19, below: 20 }, { label: 20 or more }] }
  s1: { text: ${wording(0)}, kind: scale, answers: &scale ${JSON.stringify(SCALE)} }
${closed.slice(1).join('\n')}
  channels: { text: Channels, kind: multiple, answers: [${options.join(', ')}], columns: { ${options.map((option) => `${option}: "Channels - ${option.slice(1, -1)}"`).join(', ')} } }
${open.join('\n')}
cleaning: { unlisted_answers: error }
privacy: { publish: [region, role] }
`
}
