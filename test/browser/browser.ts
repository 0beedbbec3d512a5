import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { ROOT } from '../support/stocktake.ts'

/** Where browsers are installed that could stand in for the one from the package. */
const INSTALLED = [
  process.env['CHROME_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * A real Chromium: the one of `@sparticuz/chromium`, which needs nothing of the machine but the C library, else
 * one that is installed. Throws where none starts: pages that nobody looked at are not tested.
 */
export async function startBrowser(): Promise<Browser> {
  const refusals: string[] = []
  for (const candidate of [packaged, ...INSTALLED.filter(existsSync).map((path) => () => installed(path))]) {
    try {
      return await chromium.launch(candidate())
    } catch (error) {
      refusals.push(
        ...String(error)
          .split('\n')
          .filter((line) => /error/i.test(line) && !/--/.test(line)),
      )
    }
  }
  throw new Error(
    `No browser starts, so no page can be tested. Run npm ci, or install Chromium and name it in CHROME_PATH.\n${refusals.join('\n')}`,
  )
}

const installed = (executablePath: string): LaunchOptions => ({ executablePath })

function packaged(): LaunchOptions {
  const folder = unpacked()
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  }
  return { executablePath: join(folder, 'chromium'), env }
}

/**
 * The browser is packed. It is unpacked once, beside the packages; whole or not at all, for test files start
 * at the same time.
 */
function unpacked(): string {
  const packed = join(ROOT, 'node_modules/@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string }
  const cache = join(ROOT, 'node_modules/.cache/stocktake')
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const half = mkdtempSync(join(cache, 'unpacking-'))
  try {
    // The package unpacks to the temporary folder, and its libraries only where it believes to run on Amazon Linux.
    const unpacking = spawnSync(
      process.execPath,
      ['-e', "import('@sparticuz/chromium').then(({ default: packed }) => packed.executablePath())"],
      {
        cwd: ROOT,
        env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
        encoding: 'utf8',
      },
    )
    if (unpacking.status !== 0) throw new Error(`@sparticuz/chromium does not unpack: ${unpacking.stderr}`)
    writeFileSync(join(half, 'fonts.conf'), fonts(folder))
    renameSync(half, folder)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The same letters on every machine, whatever fonts it has. */
const fonts = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`
