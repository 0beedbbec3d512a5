import { linkTo, type Sheet } from './sheet.ts'
import { tableSheet } from './table-sheet.ts'

/**
 * The worksheet that lists the worksheets after it. The link's text is the title found where it leads,
 * so that it makes sense read on its own.
 */
export function contentsSheet(entries: readonly { readonly sheet: string; readonly title: string }[]): Sheet {
  return tableSheet({
    name: 'Contents',
    orientation: 'portrait',
    tableName: 'contents',
    above: [
      { value: 'Contents', style: 'title' },
      {
        value: 'This worksheet contains one table. It lists the worksheets that follow, with links.',
        style: 'text',
      },
    ],
    columns: [
      { header: 'Title', style: 'header', width: 80 },
      { header: 'Worksheet', style: 'header', width: 20 },
    ],
    rows: entries.map(({ sheet, title }) => [
      { value: title, style: 'link', link: linkTo(sheet) },
      { value: sheet, style: 'text' },
    ]),
  })
}
