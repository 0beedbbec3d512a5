/** Where the files of a release stand in its folder. */
export const PATHS = {
  descriptor: 'datapackage.json',
  responses: 'data/responses.csv',
  responsesParquet: 'data/responses.parquet',
  tables: 'data/tables.csv',
  schema: 'schemas/response.schema.json',
  workbook: 'tables.xlsx',
  readme: 'README.md',
  licence: 'LICENSE.txt',
  citation: 'CITATION.cff',
  changelog: 'CHANGELOG.md',
  checksums: 'SHA256SUMS',
} as const
