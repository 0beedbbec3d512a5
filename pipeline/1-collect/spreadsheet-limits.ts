const MiB = 1024 * 1024

/**
 * What a workbook may cost. Sizes are of what really comes out of the container, not of what it
 * claims. A workbook beyond them is refused before it is opened; the same table as CSV has no limit.
 */
export const SPREADSHEET_LIMITS = {
  /** Packed. A million rows of a survey fill about 100 MiB; old .xls files, which are not packed, end at 65,536 rows. */
  fileBytes: 256 * MiB,
  /** The sheets of .xlsx and .ods, unpacked: a million rows of 20 columns. They are read in pieces. */
  sheetBytes: 1024 * MiB,
  /** One other part, or a sheet that cannot be read in pieces, unpacked. V8 holds no string above 512 MiB, and the reader silently returns no rows then. */
  entryBytes: 256 * MiB,
  /** All other parts, unpacked. */
  totalBytes: 512 * MiB,
  /** Parts. Excel writes about ten and one a sheet, picture or comment page. */
  entries: 2_000,
  /** Rows times columns up to the last cell in use: blank ones are written out too, as commas. */
  area: 100_000_000,
  /** Cells one ODS cell or row may stand for by repetition, blank ones aside: more is an attack. */
  repeatedCells: 1_048_576,
  /**
   * Heap of the thread that reads. In pieces 200,000 rows of 20 columns take a tenth of it; .xlsb, .xls and
   * sheets that cannot be cut take up to seven times their size, and stay under 1.5 GiB for the process.
   */
  heapMiB: 1_024,
  /** Reading 200,000 rows of 20 columns takes 10 to 40 seconds of one processor, which others may be using too. */
  milliseconds: 300_000,
} as const
