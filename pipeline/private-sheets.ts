/** Sheets that people fill in, in the private folder of a consultation, and the relations that they hold. */

/** File of the review sheet of names, in the private folder of a consultation. */
export const REVIEW_SHEET = 'names-to-review.csv'

/** Relation of the review sheet; its rows are in the order in which people should read them. */
export const NAMES_TO_REVIEW = 'names_to_review'

/** Review sheets of open text in the private folder: the same rows, to be filled in as one or the other. */
export const REVIEW_SHEETS = ['review.csv', 'review.xlsx'] as const

/** Sheets of answers that nobody has coded, with proposals, in the private folder; and their relation. */
export const CODING_SHEETS = ['coding-to-do.csv', 'coding-to-do.xlsx'] as const
export const CODING_TO_DO = 'coding_to_do'

/** File in the private folder in which coders' disagreements are listed, and its relation. */
export const DISAGREEMENTS_SHEET = 'coding-disagreements.csv'
export const CODING_DISAGREEMENTS = 'coding_disagreements'
