import { DuckDBInstance } from '@duckdb/node-api'

/**
 * The floor: the engine alone reads the file with types and writes it back as CSV. Arguments: input, output,
 * and for exports the delimiter and the number of header records.
 */
const [input = '', output, delimiter = ',', headers = '1'] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' })
const connection = await instance.connect()
const header = headers === '1' ? 'header = true' : `header = false, skip = ${headers}`
const read = input.endsWith('.json')
  ? `read_json('${input}', format = 'array')`
  : `read_csv('${input}', ${header}, delim = '${delimiter}', quote = '"', escape = '"', strict_mode = true)`
await connection.run(`COPY (SELECT * FROM ${read}) TO '${output}' (FORMAT csv, HEADER true)`)
connection.closeSync()
instance.closeSync()
process.stdout.write(`${JSON.stringify({ peak: process.resourceUsage().maxRSS })}\n`)
