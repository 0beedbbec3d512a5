import type { ExportRow, Invitee, RawRecord } from '../model.ts'
import { DO_NOT_PUBLISH } from '../platform.ts'
import type { Quotable } from './quotes.ts'

/** Responses that count, with the group that each is quoted as: region and kind, `named`, or `silent`. */
export function quotableRecords(
  rows: readonly ExportRow[],
  further: readonly RawRecord[],
  invitees: readonly Invitee[],
): readonly Quotable[] {
  const byLink = new Map(invitees.map((invitee) => [invitee.link, invitee]))
  const ofExport = rows.flatMap((record): readonly Quotable[] => {
    const invitee = byLink.get(record.cells['Unique link'] ?? '')
    if (!record.counted || invitee === undefined) return []
    const reference = record.cells['Response ID'] ?? ''
    return [
      { record, reference, group: record.cells[DO_NOT_PUBLISH] === 'Yes' ? 'silent' : groupOf(invitee) },
    ]
  })
  const ofFurther = further.map((record): Quotable => {
    const isNamed =
      record.cells['Respondent type'] === 'Organisation' && record.cells['Consent to be named'] === 'Yes'
    return { record, reference: record.cells['Reference'] ?? '', group: isNamed ? 'named' : 'not named' }
  })
  return [...ofExport, ...ofFurther]
}

function groupOf({ authorities: [{ region, type }] }: Invitee): string {
  if (type === 'London borough') return 'London borough'
  return `${region} ${type === 'Fire and rescue' ? 'fire and rescue' : 'council'}`
}
