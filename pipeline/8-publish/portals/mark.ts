/** By what our own records are found again in a repository: an identifier of kind "other" that a release keeps. */
export const markOf = ({ name }: { readonly name: string }): string => `stocktake:${name}`
