/** DuckDB behind one door. Knows SQL and files, nothing of surveys. */
export type { Appender, Engine, EngineOptions, Row } from './model.ts'
export { openEngine } from './open.ts'
export { identifier, literal, literals } from './sql.ts'
