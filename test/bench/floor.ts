import { DuckDBInstance } from '@duckdb/node-api'

/** The floor: the engine alone reads the CSV with types and writes it back. Arguments: input, output. */
const [input, output] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' })
const connection = await instance.connect()
await connection.run(`COPY (SELECT * FROM read_csv('${input}', header = true, delim = ',', quote = '"', escape = '"', strict_mode = true))
  TO '${output}' (FORMAT csv, HEADER true)`)
connection.closeSync()
instance.closeSync()
process.stdout.write(`${JSON.stringify({ peak: process.resourceUsage().maxRSS })}\n`)
