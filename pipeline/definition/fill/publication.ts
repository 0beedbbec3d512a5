import { parseCivilTime } from '../civil-time.ts'
import { oneLine } from '../label-key.ts'
import type { Publication } from '../publication.ts'
import { given, mapRecord } from './given.ts'
import type { WrittenDefinition } from './written.ts'

/** A release that comes out at an hour is dated by that day, as it is written where it comes out. */
export function fillPublication({ version, changes, published, publishAt }: WrittenDefinition): Publication {
  const at = publishAt === undefined ? undefined : parseCivilTime(publishAt)
  return {
    version: version ?? '1.0.0',
    ...given({ atLeast: version, published: published ?? at?.local.slice(0, 10), publishAt: at }),
    changes: mapRecord(changes ?? {}, (name, { kind, note }) => [name, { kind, note: oneLine(note) }]),
  }
}
