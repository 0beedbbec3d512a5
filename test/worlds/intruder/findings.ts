/** What an intruder derived that the rules forbid. */
export interface Finding {
  readonly kind:
    | 'small group'
    | 'same answer'
    | 'small count'
    | 'small class of rows'
    | 'few answers in a class of rows'
    | 'same answer in a class of rows'
    | 'untrue figure'
    | 'contradiction'
  readonly question?: string
  readonly group: string
  readonly row?: string
  /** What he derived, and what is so. */
  readonly derived: string
  readonly truth: string
}

export const said = ({ kind, question = '', group, row = '', derived, truth }: Finding): string =>
  `${kind}: ${[question, group, row].filter((one) => one !== '').join(' | ')}: ${derived}; in truth ${truth}`
