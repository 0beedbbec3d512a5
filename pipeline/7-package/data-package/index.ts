/**
 * Data Package v2 behind one door: the types, what builds a descriptor, and the check of what the
 * official profile lets through. A library may take its place here the day one does all of this. Not
 * here: what a release holds (7-package), the JSON Schema of the profile (a development tool).
 */
export {
  booleanField,
  categoryField,
  csvResource,
  dataPackage,
  type MeasuredFile,
  resource,
  tableResource,
} from './build.ts'
export { checkDataPackage } from './check.ts'
export type * from './model.ts'
