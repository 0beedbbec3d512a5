/** What is planted, and what a right run does with it. */
export const TROUBLE_RULES = {
  'partial before complete':
    'Set the record aside: it has no end time. The later complete record of the same link counts.',
  'partial after complete':
    'Set the record aside: it has no end time. The earlier complete record of the same link still counts.',
  'replaced by a later complete':
    'Set the record aside: a later complete record of the same link, with other answers, takes its place.',
  'later complete of one link':
    'Count this record; the related ones give way. Times must be compared as times: as text, or with the month first, the order comes out wrong.',
  'test record': 'Set the record aside by its Status.',
  'test record on a real link':
    'Set the record aside by its Status before duplicates are settled: it must neither count nor replace the real response.',
  partial: 'Set the record aside: it has no end time and nothing complete follows.',
  'not from the frame':
    'Set the record aside: neither its link nor its authority name is found among those invited.',
  'mistyped link':
    'No invitation has this link: join by the authority name as typed, role from "Your role", and count the record.',
  'authority name as typed':
    'Compare names after normalising: letter case, spaces, "The", "Council", "&" for "and", curly apostrophe.',
  'two people of one authority': 'Both responses count; the authority counts once.',
  'shared chief executive':
    'One invitation, one response; both authorities named in the cell count as having responded.',
  'job share': 'Two people hold one post; both were invited and are counted as invited.',
  'space at separator': 'Split at the separator and trim: two codes.',
  'outer spaces': 'Trim the cell.',
  'non-breaking space': 'Read a non-breaking space as a space, then trim.',
  'curly apostrophe': 'Read the curly apostrophe as a straight one when matching the code list.',
  'en dash': 'Read the en dash as a hyphen when matching the code list.',
  'letter case': 'Match the code list whatever the letter case; the label comes out as the list writes it.',
  'line break in answer': 'Keep the answer whole: the line break is inside a quoted field.',
  'CRLF in answer': 'Keep the answer whole, its line break written like all others.',
  'unlisted answer': 'An error: not a label of the code list. Neither an answer nor in the base.',
  'answer not asked': 'Drop the answer: the routing did not ask this person the question.',
  'identifying words in an open answer': 'Hide the words, or hold the answer back; they must not leave.',
  'leading zeros': 'Read codes as text: the zeros belong to them.',
  'Windows-1252':
    'The file is Windows-1252 with CRLF line ends; curly apostrophes, en dashes and non-breaking spaces must survive.',
  'two time notations': 'Times stand both as 2015-02-03 14:05:00 and, day first, as 03/02/2015 14:05.',
  'dates and text': 'Dates are real spreadsheet dates in some records and ISO text in others.',
  'officers of the frame':
    'Officers and councillors name a council of the frame; that does not make it one that responded.',
} as const

export type TroubleKind = keyof typeof TROUBLE_RULES
