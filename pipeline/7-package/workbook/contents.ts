import { linkTo, type Sheet } from './sheet.ts'
import { tableSheet } from './table-sheet.ts'

/**
 * The worksheet that lists the worksheets after it. The link is the short name and not the title:
 * LibreOffice does not wrap the text of a link.
 */
export function contentsSheet(entries: readonly { readonly sheet: string; readonly title: string }[]): Sheet {
  return tableSheet({
    name: 'Contents',
    orientation: 'portrait',
    tableName: 'contents',
    title: 'Contents',
    lines: [
      {
        value: 'This worksheet contains one table, with a link to each worksheet that follows.',
        style: 'text',
      },
    ],
    columns: [
      { header: 'Worksheet', style: 'header', width: 24 },
      { header: 'Title', style: 'header', width: 76 },
    ],
    rows: entries.map(({ sheet, title }) => [
      { value: sheet, style: 'link', link: linkTo(sheet) },
      { value: title, style: 'text' },
    ]),
  })
}
