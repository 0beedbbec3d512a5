import { knownLabel, oneLine } from '../label-key.ts'
import type { Frame, Invitees, ResponseSource, SetAsideRule, SourceFile } from '../model.ts'
import type { Labels } from './condition.ts'
import { given, listOf, mapRecord } from './given.ts'
import type { OneOrMore, WrittenFile, WrittenFrame, WrittenInvitees, WrittenResponses } from './written.ts'

/** The frame with its defaults. */
export function fillFrame(written: WrittenFrame): Frame {
  return {
    ...fillFile(written),
    setAside: setAsideRules(written.set_aside),
    unit: written.unit ?? { one: 'organisation', many: 'organisations' },
    ...given({ aliases: written.aliases && fillFile(written.aliases) }),
  }
}

/** The list of people invited with its defaults. */
export function fillInvitees(written: WrittenInvitees): Invitees {
  return { ...fillFile(written), separator: written.separator ?? ';' }
}

/** One file of responses with its defaults; with a frame, its rows must be found there. `labels` are those that wordings stand for. */
export function fillResponses(written: WrittenResponses, hasFrame: boolean, labels: Labels): ResponseSource {
  return {
    ...fillFile(written),
    ...given({
      platform: written.platform,
      channel: written.channel === undefined ? undefined : oneLine(written.channel),
      separator: written.separator,
      mayPublish: written.may_publish?.map((cell) => oneLine(String(cell))),
    }),
    missing: written.missing ?? [],
    answersAs: written.answers_as ?? 'labels',
    recode: mapRecord(written.recode ?? {}, (name, wordings) => [
      name,
      mapRecord(wordings, (wording, label) => [
        oneLine(wording),
        knownLabel(oneLine(label), labels.get(name) ?? []),
      ]),
    ]),
    setAside: setAsideRules(written.set_aside),
    fromFrame: written.from_frame ?? hasFrame,
  }
}

const setAsideRules = (written: WrittenResponses['set_aside'] = []): readonly SetAsideRule[] =>
  written.map(({ reason, column, equals, starts_with: startsWith }) => ({
    reason: oneLine(reason),
    column,
    ...given({ equals: optionalList(equals), startsWith: optionalList(startsWith) }),
  }))

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
