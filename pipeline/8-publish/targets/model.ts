/** Where releases are published: `schemas/targets.schema.json` is the shape of the file. */
export type Target = FolderTarget | CkanTarget | InvenioTarget | DataverseTarget

export type PortalTarget = Exclude<Target, FolderTarget>

export interface FolderTarget {
  readonly name: string
  readonly kind: 'folder'
  readonly path: string
  /** File that declares the site the folder is seen at, where it is a site of its own. */
  readonly site?: string
}

interface OverHttp {
  /** What `--to` names. */
  readonly name: string
  /** Without a slash at its end. */
  readonly url: string
  /** Name of the environment variable that holds the token. */
  readonly tokenFrom: string
}

export interface CkanTarget extends OverHttp {
  readonly kind: 'ckan'
  readonly organisation: string
  readonly dataset?: string
}

/** Zenodo, and every other repository that runs InvenioRDM. */
export interface InvenioTarget extends OverHttp {
  readonly kind: 'invenio'
  readonly record?: string
}

export interface DataverseTarget extends OverHttp {
  readonly kind: 'dataverse'
  readonly collection: string
  readonly subject: string
  readonly contact?: string
  readonly dataset?: string
}
