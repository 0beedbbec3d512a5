// Node 20 does not run TypeScript: this does. What stands below this folder is compiled into a few files of
// JavaScript, once for every state of the sources. Their folder is named by the bytes of all that they are made of, so
// they are never older than the sources. Where they cannot be kept, each source is compiled as it is read.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { getEnvironmentData, isMainThread, setEnvironmentData, threadId } from 'node:worker_threads'

const PROGRAM = import.meta.dirname
const SCHEMAS = join(PROGRAM, '../schemas')
/** Schemas that files are held against at almost every start. */
const AT_EVERY_START = /\/schemas\/(?:consultation|site)\.schema\.json$/
const CACHE = join(PROGRAM, '../node_modules/.cache/stocktake')
/** States that are kept: a process that waits may still read from one that is no longer the newest. */
const KEPT = 8
/** Under this name threads are told where the compiled files are: only the first has to find out. */
const COMPILED = 'stocktake: compiled program'
/** Files that are started or given to a thread, as the sources name them. */
const STARTED = /new URL\('(\.{1,2}\/[^']+\.ts)', import\.meta\.url\)/g

/** Packages that are read as they are: of native code, and those that compile. */
const APART = ['@duckdb/node-bindings', 'esbuild', 'tsx']
/** What is written for `require` finds it. */
const REQUIRE = `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);`

/** Imports a TypeScript file, of this program or any other, in this thread. */
export async function load(url) {
  const { folder } = await compiled()
  const file = folder === undefined ? undefined : `${join(folder, outputOf(fileURLToPath(url)))}.mjs`
  if (file !== undefined && existsSync(file)) return import(pathToFileURL(file).href)
  const { register } = await import('tsx/esm/api')
  register()
  return import(String(url))
}

/** Where a source comes to stand, below the compiled files and without its ending. */
const outputOf = (source) => relative(PROGRAM, source).replace(/\.ts$/, '')

async function compiled() {
  // Faults are said with the place in the sources.
  if (isMainThread) process.setSourceMapsEnabled(true)
  const known = getEnvironmentData(COMPILED)
  if (known !== undefined) return known
  // Whatever is wrong with a source is said when it is read by itself.
  const found = await compile().then(
    (folder) => ({ folder }),
    () => ({}),
  )
  setEnvironmentData(COMPILED, found)
  return found
}

/** The folder of the compiled files; they are made if need be, whole or not at all. */
async function compile() {
  const sources = [PROGRAM, SCHEMAS]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => /\.(ts|mjs|json)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const hash = createHash('sha256').update(readFileSync(join(PROGRAM, '../package-lock.json')))
  for (const { path, text } of sources) hash.update(`\n${path}\n`).update(text)
  const folder = join(CACHE, hash.digest('hex'))
  if (existsSync(folder)) return folder
  const { build } = await import('esbuild')
  const making = `${folder}.${process.pid}.${threadId}`
  const started = sources.flatMap(({ path, text }) =>
    [...text.matchAll(STARTED)].map(([, to]) => fileURLToPath(new URL(to, pathToFileURL(path)))),
  )
  await build({
    entryPoints: started.map((path) => ({ in: path, out: outputOf(path) })),
    outdir: making,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: REQUIRE },
    sourcemap: 'linked',
    sourcesContent: false,
    tsconfigRaw: {},
    logLevel: 'silent',
    plugins: [
      { name: 'where sources are', setup: keepPlaces },
      { name: 'what stays apart', setup: keepApart },
      { name: 'what is made ahead', setup: makeValidators },
    ],
  })
  try {
    renameSync(making, folder)
  } catch (error) {
    // Another process may have been quicker.
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  forgetOldest()
  return folder
}

/** Packages are read with the sources: as a few files they take half the time, and what nobody calls is left out. */
function keepApart({ onResolve }) {
  onResolve({ filter: /^[^./]/ }, ({ path }) =>
    APART.some((name) => path === name || path.startsWith(`${name}/`)) ? { path, external: true } : undefined,
  )
}

/** What a source finds beside itself it finds there when it is compiled, too. */
function keepPlaces({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, ({ path }) => ({
    loader: 'ts',
    contents: readFileSync(path, 'utf8')
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      .replaceAll('import.meta.dirname', JSON.stringify(join(path, '..'))),
  }))
}

/** The validator of a schema comes with it: making one takes longer than all that it is used for. */
function makeValidators({ onLoad }) {
  onLoad({ filter: AT_EVERY_START }, async ({ path }) => {
    const { Ajv2020 } = await import('ajv/dist/2020.js')
    const { default: codeOf } = await import('ajv/dist/standalone/index.js')
    const shape = join(PROGRAM, 'definition/shape')
    const options = JSON.parse(readFileSync(join(shape, 'ajv-options.json'), 'utf8'))
    const text = readFileSync(path, 'utf8')
    const ajv = new Ajv2020({ ...options, code: { source: true, esm: true } })
    ajv.addSchema(JSON.parse(text), 'read')
    const contents = `import { validators } from ${JSON.stringify(join(shape, 'validators.ts'))}
${codeOf(ajv, { validate: 'read' })}
const read = ${text}
validators.set(read, validate)
export default read`
    return { contents, loader: 'js', resolveDir: shape }
  })
}

function forgetOldest() {
  const states = readdirSync(CACHE).map((name) => ({ name, at: statSync(join(CACHE, name)).mtimeMs }))
  for (const { name } of states.sort((a, b) => b.at - a.at).slice(KEPT))
    rmSync(join(CACHE, name), { recursive: true, force: true })
}
