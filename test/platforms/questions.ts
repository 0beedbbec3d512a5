/** A question of the synthetic survey, worded the same on every platform. */
export interface SurveyQuestion {
  readonly id: string
  /** Variables describe a respondent; everything else is asked for its answers. */
  readonly use: 'question' | 'variable'
  readonly kind: 'single' | 'scale' | 'multiple' | 'matrix' | 'ranking' | 'number' | 'date' | 'open'
  readonly text: string
  /** Labels of answers in order; empty where none are listed. */
  readonly answers: readonly string[]
  /** Rows of a matrix. The items of a ranking are its `answers`. */
  readonly items: readonly string[]
  /** The answer beside which words are typed. */
  readonly other?: string
  /** Asked only of those who gave this answer to this question. */
  readonly askedIf?: { readonly id: string; readonly answer: string }
}

const question = (
  id: string,
  kind: SurveyQuestion['kind'],
  text: string,
  answers: readonly string[] = [],
  more: Partial<SurveyQuestion> = {},
): SurveyQuestion => ({ id, use: 'question', kind, text, answers, items: [], ...more })

/** In the order of the questionnaire. */
export const SURVEY: readonly SurveyQuestion[] = [
  question('region', 'single', 'Which region do you live in?', ['North', 'East', 'South', 'West'], {
    use: 'variable',
  }),
  question('type', 'single', 'Are you an individual or an organisation?', ['Individual', 'Organisation'], {
    use: 'variable',
  }),
  question('visit', 'single', 'Have you used a library in the last year?', ['Yes', 'No', "Don't know"]),
  question(
    'reason',
    'single',
    'What was the main reason for your last visit?',
    ['Borrowing', 'Study', 'An event'],
    {
      askedIf: { id: 'visit', answer: 'Yes' },
    },
  ),
  question('needs', 'scale', 'The library meets my needs', [
    'Strongly agree',
    'Agree',
    'Neither agree nor disagree',
    'Disagree',
    'Strongly disagree',
  ]),
  question(
    'services',
    'multiple',
    'Which services would you use? Please select all that apply.',
    ['Home delivery', 'Toys, games and puzzles', 'Film nights', 'Language classes', 'Other (please specify)'],
    { other: 'Other (please specify)' },
  ),
  question(
    'satisfied',
    'matrix',
    'How satisfied are you with each of these?',
    ['Very satisfied', 'Fairly satisfied', 'Fairly dissatisfied', 'Very dissatisfied'],
    { items: ['Opening hours', 'Staff', 'The building'] },
  ),
  question('priorities', 'ranking', 'Put these in order of importance, the most important first.', [
    'Books',
    'Space',
    'Events',
    'Computers',
  ]),
  question('age', 'number', 'How old are you?'),
  question('last_visit', 'date', 'When did you last visit a library?'),
  question('comments', 'open', 'Is there anything else you would like to tell us?'),
]
