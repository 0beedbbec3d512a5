import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { publishCommand } from '../../pipeline/edge/publish-command.ts'
import type { Surroundings } from '../../pipeline/edge/publish-to.ts'
import type { Result } from '../../pipeline/edge/result.ts'
import { workplace } from '../support/stocktake.ts'

export const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')

export interface ReleaseOptions {
  readonly version?: string
  /** Path -> text, beside those that every release has. */
  readonly files?: Readonly<Record<string, string>>
  readonly descriptor?: Readonly<Record<string, unknown>>
}

/** A release on disk as `stocktake run` leaves it, but small: its folder, and path -> SHA-256. */
export function writeRelease(
  home: string,
  { version = '1.0.0', files = {}, descriptor = {} }: ReleaseOptions = {},
) {
  const folder = join(home, 'dist/library-hours', version)
  const resources = [
    {
      name: 'responses',
      path: 'data/responses.csv',
      title: 'Anonymous responses',
      format: 'csv',
      mediatype: 'text/csv',
    },
  ]
  const contents: Record<string, string> = {
    'data/responses.csv': `id,ward\n1,North\n2,South\n${version}\n`,
    'README.md': `# Library opening hours ${version}\n`,
    'CITATION.cff': `cff-version: "1.2.0"\ntitle: "Library opening hours"\nversion: "${version}"\n`,
    'datapackage.json': `${JSON.stringify(
      {
        $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
        name: 'library-hours',
        title: 'Library opening hours',
        description: 'When people would like the libraries to be open.',
        version,
        created: '2026-03-31T00:00:00Z',
        keywords: ['libraries', 'health & care'],
        licenses: [
          {
            name: 'OGL-UK-3.0',
            path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
            title: 'Open Government Licence v3.0',
          },
        ],
        contributors: [
          {
            title: 'Borough of Testing',
            email: 'research@testing.example',
            roles: ['publisher'],
            role: 'publisher',
          },
        ],
        temporal: { start: '2026-03-01', end: '2026-03-31' },
        languages: ['en-GB'],
        citation: `Borough of Testing (2026). Library opening hours. Version ${version}.`,
        resources,
        ...descriptor,
      },
      null,
      2,
    )}\n`,
    ...files,
  }
  contents['SHA256SUMS'] = Object.keys(contents)
    .sort()
    .map((path) => `${sha256(contents[path] ?? '')}  ${path}\n`)
    .join('')
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return { folder, sums: new Map(Object.entries(contents).map(([path, text]) => [path, sha256(text)])) }
}

/** A clock that nobody waits for: sleeping only moves its hands. */
export function handClock(start = '2026-04-01T09:00:00Z') {
  let now = Date.parse(start)
  let slept = 0
  return {
    now: () => new Date(now),
    slept: () => slept,
    sleep: async (milliseconds: number) => {
      now += milliseconds
      slept += milliseconds
    },
  }
}

export const TOKEN = 'CANARY-eyJ0b2tlbg.s3cr3t'

export interface Published extends Result {
  readonly said: string
  readonly [detail: string]: unknown
}

/** Publishes as the command does, without waiting: what came of it, and all that was said. */
export async function publish(
  home: string,
  release: string,
  targets: string,
  options: {
    readonly to?: string
    readonly dryRun?: boolean
    readonly at?: string
    readonly wait?: boolean
    readonly surroundings?: Partial<Surroundings>
  } = {},
): Promise<Published> {
  const file = join(home, 'targets.yaml')
  writeFileSync(file, targets)
  const said: string[] = []
  const result = await publishCommand(
    {
      release,
      to: options.to ?? 'target',
      targets: file,
      dryRun: options.dryRun ?? false,
      wait: options.wait ?? false,
      json: true,
      ...(options.at === undefined ? {} : { at: options.at }),
    },
    (line) => said.push(line),
    {
      clock: handClock(),
      environment: { TEST_TOKEN: TOKEN },
      privately: join(home, '.stocktake'),
      patience: { answer: 250, perMegabyte: 1000 },
      ...options.surroundings,
    },
  )
  return { ...result, said: said.join('\n') }
}

export { workplace }
