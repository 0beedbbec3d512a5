import type { Sheet } from './sheet.ts'

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The part [Content_Types].xml for these worksheets and their tables. */
export function contentTypesPart(sheets: readonly Sheet[]): string {
  const overrides = [
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`),
    override('/xl/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'),
    override('/xl/styles.xml', `${SPREADSHEET}.styles+xml`),
    override('/xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`),
  ]
  sheets.forEach((sheet, index) => {
    overrides.push(override(`/xl/worksheets/sheet${index + 1}.xml`, `${SPREADSHEET}.worksheet+xml`))
    if (sheet.table === undefined) return
    overrides.push(override(`/xl/tables/table${index + 1}.xml`, `${SPREADSHEET}.table+xml`))
  })
  return (
    `${HEADER}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  )
}

/** The relationships of the workbook part. SheetJS names its worksheets rId1 onwards, in order. */
export function relationshipsPart(sheets: readonly Sheet[]): string {
  const worksheets = sheets.map((_, index) =>
    relationship(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  return relationships([
    ...worksheets,
    relationship('theme', 'theme', 'theme/theme1.xml'),
    relationship('styles', 'styles', 'styles.xml'),
    relationship('strings', 'sharedStrings', 'sharedStrings.xml'),
  ])
}

/** A worksheet's relationships (none so far, or as SheetJS wrote them) with the one to its table. */
export function withRelationship(existing: string | undefined, table: number): string {
  const added = relationship('table', 'table', `../tables/table${table}.xml`)
  if (existing === undefined) return relationships([added])
  return existing.replace('</Relationships>', `${added}</Relationships>`)
}

function relationships(entries: readonly string[]): string {
  return `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${type}"/>`
}
