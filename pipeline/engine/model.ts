/** A result row; 64-bit integers and decimals arrive as strings. */
export type Row = Readonly<Record<string, string | number | boolean | null>>

/** The embedded SQL engine. Rows stay inside it; only small results come out. */
export interface Engine {
  readonly run: (sql: string) => Promise<void>
  /** For results of at most some thousand rows. */
  readonly rows: (sql: string) => Promise<readonly Row[]>
  /** For results of at most some hundred thousand rows: values column by column. */
  readonly columns: (sql: string) => Promise<readonly (readonly Row[string][])[]>
  /**
   * For results of any size: some thousand rows at a time, in their order. Other statements may run meanwhile; it
   * sees the relations as they were when it began.
   */
  readonly pieces: (sql: string) => AsyncIterable<readonly Row[]>
  /** Opens a relation to which rows are added at its end. Its columns may be VARCHAR, INTEGER or BIGINT. */
  readonly append: (relation: string) => Promise<Appender>
  /** Makes a table of whole numbers: name of a column -> its values, all of one length. */
  readonly table: (name: string, columns: ReadonlyMap<string, readonly number[]>) => Promise<void>
  readonly close: () => void
}

/** Adds rows to a relation. Texts go into VARCHAR, numbers into INTEGER, bigints into BIGINT columns. */
export interface Appender {
  readonly add: (row: readonly (string | number | bigint)[]) => void
  /** What was added is there only afterwards. */
  readonly close: () => void
}

export interface EngineOptions {
  /** Such as `1GB`. */
  readonly memoryLimit: string
  /** Folder for what does not fit in memory. */
  readonly spill: string
  /** The only folders whose files it may read or write. */
  readonly folders: readonly string[]
}
