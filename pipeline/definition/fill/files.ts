import { oneLine } from '../label-key.ts'
import type { Frame, Invitees, ResponseSource, SourceFile } from '../model.ts'
import { given, listOf } from './given.ts'
import type { OneOrMore, WrittenFile, WrittenFrame, WrittenInvitees, WrittenResponses } from './written.ts'

/** The frame with its defaults. */
export function fillFrame(written: WrittenFrame): Frame {
  return { ...fillFile(written), unit: written.unit ?? { one: 'organisation', many: 'organisations' } }
}

/** The list of people invited with its defaults. */
export function fillInvitees(written: WrittenInvitees): Invitees {
  return { ...fillFile(written), separator: written.separator ?? ';' }
}

/** One file of responses with its defaults; with a frame, its rows must be found there. */
export function fillResponses(written: WrittenResponses, hasFrame: boolean): ResponseSource {
  return {
    ...fillFile(written),
    separator: written.separator ?? ';',
    setAside: (written.set_aside ?? []).map(({ reason, column, equals, starts_with: startsWith }) => ({
      reason: oneLine(reason),
      column,
      ...given({ equals: optionalList(equals), startsWith: optionalList(startsWith) }),
    })),
    fromFrame: written.from_frame ?? hasFrame,
  }
}

function fillFile({ file, sheet, encoding, columns, identifying, ignore }: WrittenFile): SourceFile {
  return {
    file,
    ...given({ sheet, encoding }),
    columns: columns ?? {},
    identifying: identifying ?? [],
    ignore: ignore ?? [],
  }
}

const optionalList = (values: OneOrMore<string> | undefined): readonly string[] | undefined =>
  values === undefined ? undefined : listOf(values)
