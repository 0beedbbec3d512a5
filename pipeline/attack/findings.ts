/** What an intruder can derive that he should not. Never a respondent's words: counts, groups and labels. */
export interface Finding {
  readonly rule:
    | 'small group'
    | 'small count'
    | 'same answer'
    | 'small class'
    | 'same answer in rows'
    | 'few answers in rows'
    | 'order of rows'
    | 'impossible'
    | 'linked records'
    | 'solved blank'
    | 'releases differ'
    | 'formats differ'
    | 'not tested'
  readonly question?: string
  readonly group: string
  /** How many people the group has, as far as can be derived. */
  readonly base?: { readonly least: number; readonly most: number }
  readonly derived: readonly { readonly row: string; readonly least: number; readonly most: number }[]
}
