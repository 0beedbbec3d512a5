const MiB = 1024 * 1024

/**
 * What a workbook may cost. Sizes are of what really comes out of the container, not of what it
 * claims. A workbook beyond them is refused before it is opened; the same table as CSV has no limit.
 */
export const SPREADSHEET_LIMITS = {
  /** Packed. A million rows of a survey fill about 100 MiB; old .xls files, which are not packed, end at 65,536 rows. */
  fileBytes: 256 * MiB,
  /** One part, unpacked. V8 holds no string above 512 MiB, and the reader silently returns no rows then. */
  entryBytes: 256 * MiB,
  /** All parts, unpacked. Reading takes six to seven times as much memory: 512 MiB is what 4 GiB can bear. */
  totalBytes: 512 * MiB,
  /** Parts. Excel writes about ten and one a sheet, picture or comment page. */
  entries: 2_000,
  /** Rows times columns up to the last cell in use: blank ones are written out too, as commas. */
  area: 100_000_000,
  /** Cells one ODS cell or row may stand for by repetition, blank ones aside: more is an attack. */
  repeatedCells: 1_048_576,
  /** Heap of the thread that reads. */
  heapMiB: 3_072,
  /** Reading 200,000 rows of 20 columns takes 8 seconds; nothing honest takes two minutes. */
  milliseconds: 120_000,
} as const
