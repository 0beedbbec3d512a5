import type { Edition, ReleaseFile } from '../model.ts'

/** What people want to see without unpacking anything. Folders cannot be kept there, so names must differ. */
const IN_THE_OPEN = ['README.md', 'tables.xlsx', 'data/responses.csv', 'data/tables.csv']

/** The files of a record: name there -> file. The archive holds the whole release, folders and all. */
export function depositFiles({ archive, files }: Edition): ReadonlyMap<string, ReleaseFile> {
  const open = files.filter(({ path }) => IN_THE_OPEN.includes(path))
  return new Map([archive, ...open].map((file) => [file.path.split('/').at(-1) ?? file.path, file]))
}
