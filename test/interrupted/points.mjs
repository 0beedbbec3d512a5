// Loaded before the program (`node --import`): knows every change that it makes to what stands below KILL_HOME. With
// KILL_AT it ends its own process by SIGKILL at one of them, before it or half way through it. With KILL_RECORD the
// program runs to its end, and at every such moment the disk is looked at as it would be left: each state that was not
// seen before is copied into that folder, and the list of moments is written there. A moment is known by the kind of
// change, its path, and how often both came before.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { join, resolve } from 'node:path'

const home = process.env.KILL_HOME ?? '/nowhere'
const wanted = process.env.KILL_AT === undefined ? undefined : JSON.parse(process.env.KILL_AT)
const record = process.env.KILL_RECORD
const real = { ...fs }
const promises = { ...fs.promises }

const isOurs = (path) => typeof path === 'string' && `${resolve(path)}/`.startsWith(`${home}/`)
const nameless = (text) => text.replaceAll(String(process.pid), 'PID')

const moments = []
const counts = new Map()

/** Says that a change is about to be made; whether it is to be made by halves. */
function before(kind, path, canHalve) {
  const where = nameless(resolve(path).slice(home.length + 1))
  const key = `${kind} ${where}`
  const nth = counts.get(key) ?? 0
  counts.set(key, nth + 1)
  const change = { kind, path: where, nth }
  moment({ ...change, part: 'before' })
  const half = { ...change, part: 'half' }
  const halved = canHalve && (record !== undefined || isWanted(half))
  return halved ? () => moment(half) : undefined
}

const isWanted = (one) =>
  wanted !== undefined && Object.entries(wanted).every(([key, value]) => one[key] === value)

function moment(one) {
  if (isWanted(one)) {
    process.kill(process.pid, 'SIGKILL')
    // The signal takes a moment; nothing more may happen.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  }
  if (record !== undefined) moments.push({ ...one, state: stateNow() })
}

const states = []
/** While this module itself writes. */
let isOwn = false
const digests = new Map()

/** Number of the state in which the disk is; one that is new is copied. */
function stateNow() {
  const hash = createHash('sha256')
  for (const path of walk('dist').concat(walk('.stocktake'))) hash.update(`${path} ${contentOf(path)}\n`)
  const state = hash.digest('hex')
  const known = states.indexOf(state)
  if (known >= 0) return known
  isOwn = true
  for (const folder of ['dist', '.stocktake'])
    real.cpSync(join(home, folder), join(record, String(states.length), folder), {
      recursive: true,
      verbatimSymlinks: true,
    })
  isOwn = false
  return states.push(state) - 1
}

/** Everything below a folder, but for where a run works, which the next one clears before it does anything else. */
function walk(folder) {
  const entries = real.readdirSync(join(home, folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) return [path]
    return /^\.stocktake\/[^/]+\/work$/.test(path) ? [] : [`${path}/`, ...walk(path)]
  })
}

/** What a file holds, but for the time and the number of this process, which differ in every run. */
function contentOf(path) {
  if (path.endsWith('/')) return ''
  const file = join(home, path)
  const found = real.lstatSync(file, { bigint: true })
  if (found.isSymbolicLink()) return real.readlinkSync(file)
  const key = `${path} ${found.ino} ${found.size} ${found.mtimeNs}`
  if (!digests.has(key)) {
    const text = nameless(real.readFileSync(file, 'latin1')).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    digests.set(key, createHash('sha256').update(text, 'latin1').digest('hex'))
  }
  return digests.get(key)
}

const halves = (data, encoding) => {
  const bytes = typeof data === 'string' ? Buffer.from(data, encoding ?? 'utf8') : Buffer.from(data)
  return [bytes.subarray(0, bytes.length >> 1), bytes.subarray(bytes.length >> 1)]
}

/** What is there is not made again, and a folder with something in it does not go. */
const changes = (name, path) =>
  name === 'mkdir'
    ? !real.existsSync(path)
    : name === 'rmdir'
      ? real.existsSync(path) && real.readdirSync(path).length === 0
      : true

for (const name of ['mkdir', 'mkdtemp', 'rmdir', 'unlink', 'symlink', 'link', 'copyFile', 'cp', 'truncate']) {
  fs.promises[name] = async (...args) => {
    const path = ['symlink', 'link', 'copyFile', 'cp'].includes(name) ? args[1] : args[0]
    if (isOurs(path) && changes(name, path)) before(name, path, false)
    return promises[name](...args)
  }
}
fs.promises.rename = async (from, to) => {
  if ((isOurs(to) || isOurs(from)) && real.existsSync(from)) before('rename', to, false)
  return promises.rename(from, to)
}
/** Of a folder, the first half of what is in it goes first. */
fs.promises.rm = async (path, options) => {
  const found = isOurs(path) ? real.lstatSync(path, { throwIfNoEntry: false }) : undefined
  const names = found?.isDirectory() ? real.readdirSync(path) : []
  if (found !== undefined) {
    const half = before('rm', path, names.length > 0)
    if (half !== undefined) {
      for (const name of names.slice(0, names.length >> 1))
        real.rmSync(join(path, name), { recursive: true, force: true })
      half()
    }
  }
  return promises.rm(path, options)
}
fs.promises.writeFile = async (path, data, options) => {
  const half = isOurs(path) ? before('write', path, true) : undefined
  if (half !== undefined) {
    await promises.writeFile(path, halves(data)[0], options)
    half()
  }
  return promises.writeFile(path, data, options)
}
fs.promises.appendFile = async (path, data, options) => {
  const half = isOurs(path) ? before('write', path, true) : undefined
  if (half === undefined) return promises.appendFile(path, data, options)
  const [first, second] = halves(data)
  await promises.appendFile(path, first, options)
  half()
  return promises.appendFile(path, second, options)
}

const paths = new WeakMap()
fs.promises.open = async (path, flags = 'r', mode) => {
  const writes = flags !== 'r' && isOurs(path)
  if (writes && flags !== 'r+' && !(flags === 'wx' && real.existsSync(path))) before('create', path, false)
  const handle = await promises.open(path, flags, mode)
  if (!writes) return handle
  paths.set(handle, path)
  watch(Object.getPrototypeOf(handle))
  return handle
}
let watched = false
function watch(prototype) {
  if (watched) return
  watched = true
  const { write } = prototype
  prototype.write = async function (data, offset, length, position) {
    const path = paths.get(this)
    const half = path === undefined ? undefined : before('write', path, true)
    if (half === undefined) return write.call(this, data, offset, length, position)
    await write.call(this, data, offset, length >> 1, position)
    half()
    return write.call(this, data, offset, length, position)
  }
  for (const name of ['writeFile', 'appendFile']) {
    const whole = prototype[name]
    prototype[name] = async function (data, ...rest) {
      const path = paths.get(this)
      const half = path === undefined ? undefined : before('write', path, true)
      if (half === undefined) return whole.call(this, data, ...rest)
      const [first, second] = halves(data)
      await whole.call(this, first)
      half()
      return whole.call(this, second)
    }
  }
}

// Spreadsheets are unpacked without waiting.
const open = new Map()
fs.openSync = (path, flags, mode) => {
  const writes = !isOwn && isOurs(path) && flags !== 'r' && flags !== undefined
  if (writes) before('create', path, false)
  const file = real.openSync(path, flags, mode)
  if (writes) open.set(file, path)
  return file
}
fs.writeSync = (file, data, ...rest) => {
  const path = open.get(file)
  const half = path === undefined || rest.length > 0 ? undefined : before('write', path, true)
  if (half === undefined) return real.writeSync(file, data, ...rest)
  const [first, second] = halves(data)
  real.writeSync(file, first)
  half()
  return first.length + real.writeSync(file, second)
}
fs.closeSync = (file) => {
  open.delete(file)
  return real.closeSync(file)
}

// Whatever goes round all of this would not be counted, so it must not be there.
for (const name of [
  'writeFileSync',
  'appendFileSync',
  'renameSync',
  'mkdirSync',
  'symlinkSync',
  'cpSync',
  'createWriteStream',
]) {
  fs[name] = (...args) => {
    if (!isOwn && (isOurs(args[0]) || isOurs(args[1]))) throw new Error(`${name} is not counted`)
    return real[name](...args)
  }
}
syncBuiltinESMExports()

function write(path, bytes) {
  isOwn = true
  real.writeFileSync(path, bytes)
  isOwn = false
}

/** The engine writes files by itself: half of one is what it made, cut short. Watched where its own code begins. */
const requireBeside = createRequire(createRequire(import.meta.url).resolve('@duckdb/node-api'))
const engine = requireBeside('@duckdb/node-bindings')
const query = async (connection, sql) => {
  const [, path] = /^\s*COPY[\s\S]* TO '([^']+)'/.exec(sql) ?? []
  const half = isOurs(path) ? before('engine', path, true) : undefined
  const result = await engine.query(connection, sql)
  if (half === undefined) return result
  const bytes = real.readFileSync(path)
  write(path, halves(bytes)[0])
  half()
  write(path, bytes)
  return result
}
const loaded = requireBeside.cache[requireBeside.resolve('@duckdb/node-bindings')]
loaded.exports = Object.create(engine, { query: { value: query } })

process.on('exit', () => {
  if (record !== undefined) real.writeFileSync(join(record, 'moments.json'), JSON.stringify(moments))
})
