import type { Issue } from '../../issues.ts'
import { checkResource } from './check-resource.ts'
import { fault, repeated } from './faults.ts'
import type { DataPackage } from './model.ts'

/**
 * What is wrong with a descriptor although the official 2.0 profile accepts it: names and paths that
 * repeat or that no portal takes, keys that name no field, categories that contradict the enum, wrong
 * lengths of hashes, versions that cannot be compared. Empty when it may be published. An issue's
 * `column` is the key path in the descriptor. Source of the rules: Data Package v2, the standard's text.
 */
export function checkDataPackage(descriptor: DataPackage): readonly Issue[] {
  const { name, version, created, resources } = descriptor
  return [
    ...(NAME.test(name)
      ? []
      : [
          fault(
            'name',
            'name',
            'The name of the package is not in lower case letters, digits, ".", "_" and "-".',
          ),
        ]),
    ...(SEMVER.test(version)
      ? []
      : [fault('version', 'version', 'The version is not a semantic version such as 1.0.0.')]),
    ...(created === undefined || isInstant(created)
      ? []
      : [fault('created', 'created', '"created" is not a date-time of RFC 3339.')]),
    ...(resources.length > 0 ? [] : [fault('no-resources', 'resources', 'The package has no resources.')]),
    ...repeated(resources.map((resource) => resource.name)).map((index) =>
      fault('duplicate-resource', `resources[${index}].name`, 'Two resources have the same name.'),
    ),
    ...repeated(resources.map(({ path }) => path.toLowerCase())).map((index) =>
      fault('duplicate-path', `resources[${index}].path`, 'Two resources have the same path.'),
    ),
    ...resources.flatMap((resource, index) => [
      ...(NAME.test(resource.name)
        ? []
        : [
            fault(
              'name',
              `resources[${index}].name`,
              'The name of a resource is not in lower case letters, digits, ".", "_" and "-".',
            ),
          ]),
      ...checkResource(resource, `resources[${index}]`, resources),
    ]),
  ]
}

const NAME = /^[a-z0-9._-]+$/

/** https://semver.org/spec/v2.0.0.html, item 2, 9 and 10. */
const IDENTIFIERS = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)'
const SEMVER = new RegExp(
  `^(?:0|[1-9]\\d*)(?:\\.(?:0|[1-9]\\d*)){2}(?:-${IDENTIFIERS}(?:\\.${IDENTIFIERS})*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
)

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text))
