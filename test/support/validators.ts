import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Ajv04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { memoryPages, validateXML } from 'xmllint-wasm'
import { SHARED } from './stocktake.ts'

/** Validators of others, with the schemas and shapes of those who own the standards. */

const FOLDER = join(SHARED, 'validators')

/** The path of a schema beside the project; undefined, with a printed line, where it is not there. */
export function schemaPath(name: string): string | undefined {
  const path = join(FOLDER, name)
  if (existsSync(path)) return path
  console.log(`skipped: no schemas beside the project (validators/${name})`)
  return undefined
}

/** Triples of a Turtle text. */
export const turtleStore = (text: string, base: string): Store =>
  new Store(new Parser({ baseIRI: base }).parse(text))

/** Triples of a JSON-LD text; a context that would have to be fetched is an error. */
export async function jsonLdStore(text: string, base: string): Promise<Store> {
  const nquads = await jsonld.toRDF(JSON.parse(text), {
    base,
    format: 'application/n-quads',
    documentLoader: async (url) => {
      throw new Error(`would fetch ${url}`)
    },
  })
  return new Store(new Parser({ format: 'N-Quads' }).parse(String(nquads)))
}

/** Triples in an order and with names of nameless things that depend on the graph alone (RDFC-1.0). */
export async function canonical(store: Store): Promise<string> {
  const { Writer } = await import('n3')
  const writer = new Writer({ format: 'N-Quads' })
  writer.addQuads([...store])
  const nquads = await new Promise<string>((resolve, reject) =>
    writer.end((error, result) => (error ? reject(error) : resolve(result))),
  )
  const options = { inputFormat: 'application/n-quads', algorithm: 'RDFC-1.0' }
  return String(await jsonld.canonize(nquads as never, options as never))
}

/** What SHACL shapes find wrong with a graph: "path: message at node". */
export async function shaclFaults(shapes: string, data: Store): Promise<readonly string[]> {
  // What they import would have to be fetched.
  const store = new Store(
    [...turtleStore(readFileSync(shapes, 'utf8'), 'https://example.org/shapes')].filter(
      ({ predicate }) => predicate.value !== 'http://www.w3.org/2002/07/owl#imports',
    ),
  )
  const report = await new SHACLValidator(store as never, { allowNamedNodeInList: true } as never).validate(
    data as never,
  )
  return report.results.map(
    ({ path, message, focusNode, sourceConstraintComponent }) =>
      `${focusNode?.value} ${path?.value} ${message.map(({ value }) => value).join(' ')} ${sourceConstraintComponent?.value}`,
  )
}

/** What an XML Schema finds wrong; the schemas it imports lie below its folder. */
export async function xsdFaults(xml: string, schema: string): Promise<readonly string[]> {
  const folder = dirname(schema)
  const file = (path: string) => ({
    fileName: path.replaceAll('\\', '/'),
    contents: readFileSync(join(folder, path), 'utf8'),
  })
  const imported = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.xsd') && path !== basename(schema),
  )
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: xml }],
    schema: [file(basename(schema))],
    preload: imported.map(file),
    initialMemoryPages: 256,
    maxMemoryPages: 2 * memoryPages.GiB,
  })
  return errors.map(({ message }) => message)
}

/** What DCAT-US 1.1 finds wrong with a `data.json`, but for the codes that only federal agencies have. */
export function dcatUsFaults(text: string): readonly string[] | undefined {
  const folder = schemaPath('dcat-us-1.1/v1.1/schema')
  if (folder === undefined) return undefined
  const ajv = new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv as never)
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const schema = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    if (name === 'dataset.json') {
      schema.required = schema.required.filter((key: string) => !/^(bureau|program)Code$/.test(key))
    }
    ajv.addSchema(schema)
  }
  const validate = ajv.getSchema('https://project-open-data.cio.gov/v1.1/schema/catalog.json#')
  if (validate === undefined) throw new Error('no schema of catalogues')
  validate(JSON.parse(text))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
