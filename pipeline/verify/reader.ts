/** A release to be read; the edge implements it on disk. Paths are relative, POSIX. */
export interface ReleaseReader {
  /** Folder for the engine. */
  readonly folder: string
  /** Every file, in code-unit order; anything that is neither file nor folder too. */
  readonly paths: () => Promise<readonly string[]>
  /** Content of a text file; undefined where there is none. */
  readonly text: (path: string) => Promise<string | undefined>
  readonly digest: (path: string) => Promise<{ readonly bytes: number; readonly sha256: string } | undefined>
}
