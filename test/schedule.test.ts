import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ROOT, stocktake, tree, workplace } from './support/stocktake.ts'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const page = readme.slice(readme.indexOf('## Every night'), readme.indexOf('## Publishing'))
const blocks = (kind: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${kind}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text)

/** A home with consultations of these names; `spoil` changes the definition of one. */
function homeOf(
  names: readonly string[],
  spoil: (name: string, text: string) => string = (_, text) => text,
): string {
  const home = workplace()
  for (const name of names) {
    const raw = join(home, 'raw', name)
    cpSync(join(ROOT, 'test/golden/library-hours/raw'), raw, { recursive: true })
    const path = join(raw, 'consultation.yaml')
    writeFileSync(path, spoil(name, readFileSync(path, 'utf8').replace(/^(version|published): .*\n/gm, '')))
  }
  return home
}

const clock = (at: string, then?: string) => ({
  NODE_OPTIONS: `--import ${pathToFileURL(join(ROOT, 'test/support/clock.mjs')).href}`,
  CLOCK_AT: at,
  ...(then === undefined ? {} : { CLOCK_THEN: then }),
})
const journal = (home: string, name: string): readonly Record<string, unknown>[] =>
  readFileSync(join(home, '.stocktake', name, 'journal.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('stocktake run --all', { timeout: 240_000 }, () => {
  it('carries on past one that fails, and ends with the worst code', () => {
    const home = homeOf(['b-broken', 'a-refused', 'c-good'], (name, text) =>
      name === 'b-broken' ? text.replace('title:', 'titel:') : text,
    )
    writeFileSync(join(home, 'raw/a-refused/export.csv'), '')
    mkdirSync(join(home, 'raw/notes'))
    const first = stocktake(home, ['run', '--all'])
    expect(first.exitCode).toBe(2)
    const codes = Object.entries(first.result['results'] as Record<string, { exitCode: number }>)
    expect(codes.map(([folder, { exitCode }]) => [folder, exitCode])).toEqual([
      ['raw/a-refused', 3],
      ['raw/b-broken', 2],
      ['raw/c-good', 0],
    ])
    expect(existsSync(join(home, 'dist/c-good/1.0.0'))).toBe(true)
    expect(first.said).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z {2}raw\/a-refused$/m)
  })

  it('says so where there is none', () => {
    const home = workplace()
    const ran = stocktake(home, ['run', '--all'])
    expect([ran.exitCode, ran.said]).toEqual([
      2,
      expect.stringContaining('There is no consultation below raw'),
    ])
  })
})

describe('an hour of publication', { timeout: 240_000 }, () => {
  const HOUR = 'publishAt: 2026-07-01T09:30[Europe/London]\n'
  const embargoed = () => homeOf(['library'], (_, text) => text.replace('licence:', `${HOUR}licence:`))
  const run = (home: string, env: Readonly<Record<string, string>>, ...more: string[]) =>
    stocktake(home, ['run', 'raw/library', ...more], env)

  it('ends a run before it with 6, and nobody sees anything but the one who made it', () => {
    const home = embargoed()
    // 09:29 by clocks in London, which are on summer time; 09:29 UTC would be past it.
    const early = run(home, clock('2026-07-01T08:29:00Z'))
    expect(early.exitCode, early.said).toBe(6)
    expect(early.said).toContain('It comes out on 2026-07-01 at 09:30 (Europe/London), in')
    expect(existsSync(join(home, 'dist'))).toBe(false)
    expect(existsSync(join(home, '.stocktake/library/draft/datapackage.json'))).toBe(true)
    const at = run(home, clock('2026-07-01T08:30:00Z'))
    expect(at.exitCode, at.said).toBe(0)
    expect(readFileSync(join(home, 'dist/library/1.0.0/CITATION.cff'), 'utf8')).toContain('2026-07-01')
    expect(existsSync(join(home, '.stocktake/library/draft'))).toBe(false)
    expect(journal(home, 'library').map(({ event }) => event)).toEqual([
      'started',
      'early',
      'started',
      'published',
    ])
  })

  it('is waited for, by the clock and not by a count of hours', () => {
    const home = embargoed()
    const waited = run(home, clock('2026-06-30T23:00:00Z', '2026-07-01T08:29:59Z'), '--wait')
    expect(waited.exitCode, waited.said).toBe(0)
    expect(waited.said).toContain('Waiting until 2026-07-01 at 09:30'.replace('until ', 'until on '))
    expect(journal(home, 'library').map(({ event }) => event)).toEqual(['started', 'waiting', 'published'])
  })

  it('is not kept by a clock that is an hour wrong', async () => {
    const server = spawn(process.execPath, [
      '-e',
      `require('http').createServer((_, answer) => { answer.sendDate = false
        answer.setHeader('Date', new Date(Date.parse('2026-07-01T08:30:30Z')).toUTCString()); answer.end()
      }).listen(0, '127.0.0.1', function () { console.log(this.address().port) })`,
    ])
    const port = await new Promise<string>((resolve) => {
      server.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()))
    })
    try {
      const home = embargoed()
      const fast = run(home, clock('2026-07-01T09:30:30Z'), '--clock', `http://127.0.0.1:${port}`)
      expect(fast.exitCode, fast.said).toBe(6)
      expect(fast.said).toMatch(
        /The clock of this machine is (1 hour|59 minutes).* fast by that of 127\.0\.0\.1/,
      )
      expect(existsSync(join(home, 'dist'))).toBe(false)
      const right = run(home, clock('2026-07-01T08:30:25Z'), '--clock', `http://127.0.0.1:${port}`)
      expect(right.exitCode, right.said).toBe(0)
    } finally {
      server.kill()
    }
    const home = embargoed()
    const silent = run(home, clock('2026-07-01T08:30:30Z'), '--clock', `http://127.0.0.1:${port}`)
    expect(silent.exitCode, silent.said).toBe(8)
    expect(existsSync(join(home, 'dist'))).toBe(false)
  })

  it('warns when the clock went back by an hour since the last run', () => {
    const home = homeOf(['library'])
    expect(run(home, clock('2026-07-01T10:00:00Z')).exitCode).toBe(0)
    const back = run(home, clock('2026-07-01T09:00:00Z'))
    expect([back.exitCode, back.result['status']]).toEqual([0, 'unchanged'])
    expect(back.said).toMatch(/the last run is (1 hour|59 minutes).* in the future/)
  })
})

describe('a journal', { timeout: 240_000 }, () => {
  it('outlives a line that was cut off, and never repeats what somebody answered', () => {
    const home = homeOf(['library'])
    expect(stocktake(home, ['run', 'raw/library']).exitCode).toBe(0)
    const path = join(home, '.stocktake/library/journal.jsonl')
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"time":"2026-`)
    expect(stocktake(home, ['run', 'raw/library']).result['status']).toBe('unchanged')
    const lines = readFileSync(path, 'utf8').split('\n')
    expect(lines.filter((line) => line.startsWith('{') && line.endsWith('}')).length).toBe(4)
    expect(readFileSync(path, 'utf8')).not.toContain('zyx.example')
  })
})

describe('the README’s schedules', { timeout: 240_000 }, () => {
  /** The command of an example, with the places of this machine. */
  const here = (command: string, home: string): string =>
    command
      .replaceAll('/srv/stocktake', home)
      .replaceAll(
        /(\/usr\/bin\/)?npx stocktake/g,
        `${process.execPath} ${join(ROOT, 'pipeline/edge/stocktake.mjs')}`,
      )

  it('has units that systemd takes', (context) => {
    const [service = '', timer = ''] = blocks('ini')
    const [, hours = ''] = /^OnCalendar=(.*)$/m.exec(timer) ?? []
    expect(hours).toBe('Mon..Fri 09:15 Europe/London')
    if (spawnSync('systemd-analyze', ['--version']).status !== 0) {
      console.log('skipped: no systemd-analyze on this machine')
      context.skip()
    }
    const folder = workplace()
    const [, command = ''] = /^ExecStart=(.*)$/m.exec(service) ?? []
    const unit = service.replace(command, here(command, folder)).replace('User=stocktake', 'User=root')
    writeFileSync(join(folder, 'stocktake.service'), unit.replace('/srv/stocktake', folder))
    writeFileSync(join(folder, 'stocktake.timer'), timer)
    for (const name of ['stocktake.service', 'stocktake.timer']) {
      const verified = spawnSync('systemd-analyze', ['verify', join(folder, name)], { encoding: 'utf8' })
      expect(
        `${verified.stdout}${verified.stderr}`.split('\n').filter((line) => line.includes('stocktake')),
      ).toEqual([])
    }
    const summer = execFileSync('systemd-analyze', ['calendar', '--base-time=2026-06-30 12:00 UTC', hours], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC' },
    })
    expect(summer).toContain('2026-07-01 08:15:00 UTC')
  })

  it('has a line of cron that does what it says, and writes a log that can be kept', () => {
    const [line = ''] = blocks('cron')
    const [, times = '', command = ''] = /^((?:\S+\s+){5})(.*)\n$/.exec(line) ?? []
    expect(times.trim().split(/\s+/)).toEqual(['15', '9', '*', '*', '1-5'])
    // An unescaped per cent sign would end the command.
    expect(command).not.toContain('%')
    const home = homeOf(['library'])
    for (const [night, word] of [
      ['first', '0  published'],
      ['second', '0  unchanged'],
    ]) {
      const ran = spawnSync('sh', ['-c', here(command, home)], {
        encoding: 'utf8',
        env: { PATH: '/usr/bin:/bin' },
      })
      expect([night, ran.status, ran.stdout, ran.stderr]).toEqual([night, 0, '', ''])
      expect(readFileSync(join(home, 'stocktake.log'), 'utf8')).toContain(word)
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what must not be there.
    expect(readFileSync(join(home, 'stocktake.log'), 'utf8')).not.toMatch(/\u001b/)
    expect([...tree(join(home, 'dist')).keys()]).toContain('library/1.0.0.zip')
  })

  it('has a schedule of CI that does what it says', () => {
    const workflow = parse(blocks('yaml').at(-1) ?? '') as {
      on: { schedule: { cron: string }[] }
      jobs: { release: { steps: { run: string }[] } }
    }
    expect(workflow.on.schedule[0]?.cron.split(' ')).toEqual(['0', '7', '*', '*', '1-5'])
    const home = homeOf(['library'])
    const [step] = workflow.jobs.release.steps
    const ran = spawnSync('bash', ['-e', '-c', here(step?.run ?? '', home)], { encoding: 'utf8' })
    expect(ran.status, ran.stderr).toBe(0)
    expect(JSON.parse(ran.stdout)).toMatchObject({ exitCode: 0, status: 'done' })
  })
})

describe('a place for releases on another disk', { timeout: 240_000 }, () => {
  it('is filled by copying beside and moving', (context) => {
    if (!existsSync('/dev/shm')) {
      console.log('skipped: no second disk on this machine')
      context.skip()
    }
    const home = homeOf(['library'])
    const other = execFileSync('mktemp', ['-d', '/dev/shm/stocktake-test-XXXXXX'], {
      encoding: 'utf8',
    }).trim()
    symlinkSync(other, join(home, 'dist'))
    expect(stocktake(home, ['run', 'raw/library']).exitCode).toBe(0)
    expect(stocktake(home, ['verify', 'dist/library/1.0.0.zip']).exitCode).toBe(0)
    expect(stocktake(home, ['verify', 'dist/library/latest']).exitCode).toBe(0)
    execFileSync('rm', ['-r', other])
  })
})
