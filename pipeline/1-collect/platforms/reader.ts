import type { Layout, Platform } from './layout.ts'
import type { Records } from './records.ts'

/** What is known of one platform's exports. */
export interface PlatformReader {
  readonly platform: Platform
  /** Whether the file bears signs that only this platform leaves. */
  readonly recognises: (records: Records) => boolean
  /**
   * How to read the file as an export of this platform; undefined where it cannot be one. Asks less than
   * `recognises`: the author has said what the file is.
   */
  readonly layout: (records: Records) => Layout | undefined
}
