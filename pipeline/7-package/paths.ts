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
  codebook: 'codebook.html',
  dcatTurtle: 'metadata/dcat.ttl',
  dcatJsonLd: 'metadata/dcat.jsonld',
  ddi: 'metadata/ddi-codebook.xml',
  dataCite: 'metadata/datacite.xml',
  croissant: 'metadata/croissant.json',
  /** In each folder that holds CSV files. */
  csvw: 'csv-metadata.json',
  bag: ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'],
  tagManifest: 'tagmanifest-sha256.txt',
  checksums: 'SHA256SUMS',
} as const
