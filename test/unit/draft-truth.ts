/** What a column of a real file is, by somebody who looked at the data. */
export interface ColumnTruth {
  /** Kind of question; or variable, weight, population_size, identifying, left out (codes, blanks), own (the platform's). */
  readonly kind: string
  readonly labels?: readonly string[]
  /** Whether the labels have an order of their own. */
  readonly inOrder: boolean
}

export interface FileTruth {
  readonly path: string
  readonly encoding?: string
  /** One for each column, in the order of the file. */
  readonly columns: readonly ColumnTruth[]
}

const is = (kind: string): ColumnTruth => ({ kind, inOrder: false })
const listed = (kind: string, labels: string): ColumnTruth => ({
  kind,
  labels: labels.split('|'),
  inOrder: false,
})
const inOrder = (kind: string, labels: string): ColumnTruth => ({
  kind,
  labels: labels.split('|'),
  inOrder: true,
})
const times = (count: number, column: ColumnTruth): readonly ColumnTruth[] =>
  Array.from({ length: count }, () => column)

const YES_NO = inOrder('single', 'Yes|No')
const GENDER = listed('variable', 'Female|Male')
const AGE = inOrder('variable', '18-29|30-44|45-60|> 60')
const EDUCATION = inOrder(
  'variable',
  'Less than high school degree|High school degree|Some college or Associate degree|Bachelor degree|Graduate degree',
)
const DIVISION = listed(
  'variable',
  'East North Central|East South Central|Middle Atlantic|Mountain|New England|Pacific|South Atlantic|West North Central|West South Central',
)
const incomeUpTo = (most: string) =>
  inOrder('variable', `$0 - $24,999|$25,000 - $49,999|$50,000 - $99,999|$100,000 - $149,999|${most}`)
const RUDE_AT_ALL = inOrder('scale', 'No, not rude at all|Yes, somewhat rude|Yes, very rude')
const AT_ALL_RUDE = inOrder('scale', 'No, not at all rude|Yes, somewhat rude|Yes, very rude')

const FLYING: readonly ColumnTruth[] = [
  is('identifying'),
  inOrder(
    'scale',
    'Never|Once a year or less|Once a month or less|A few times per month|A few times per week|Every day',
  ),
  inOrder('scale', 'Always|Usually|About half the time|Once in a while|Never'),
  inOrder(
    'variable',
    `Under 5 ft.|5'0"|5'1"|5'2"|5'3"|5'4"|5'5"|5'6"|5'7"|5'8"|5'9"|5'10"|5'11"|6'0"|6'1"|6'2"|6'3"|6'4"|6'5"|6'6" and above`,
  ),
  inOrder('variable', 'Yes|No'),
  listed(
    'single',
    'The arm rests should be shared|The person in the middle seat gets both arm rests|Whoever puts their arm on the arm rest first|The people in the aisle and window seats get both arm rests|Other (please specify)',
  ),
  listed(
    'single',
    'The arm rests should be shared|Whoever puts their arm on the arm rest first|The person in aisle|The person by the window|Other (please specify)',
  ),
  listed(
    'single',
    'Everyone in the row should have some say|The person in the window seat should have exclusive control',
  ),
  RUDE_AT_ALL,
  AT_ALL_RUDE,
  inOrder(
    'scale',
    'It is not okay to get up during flight|Once|Twice|Three times|Four times|More than five times times',
  ),
  inOrder(
    'single',
    'Yes, they should not recline their chair if the person behind them asks them not to|No, the person on the flight has no obligation to the person behind them',
  ),
  RUDE_AT_ALL,
  YES_NO,
  ...times(6, AT_ALL_RUDE),
  ...times(2, YES_NO),
  ...[GENDER, AGE, incomeUpTo('150000'), EDUCATION, DIVISION],
]

const FILMS =
  'Star Wars: Episode I The Phantom Menace|Star Wars: Episode II Attack of the Clones|Star Wars: Episode III Revenge of the Sith|Star Wars: Episode IV A New Hope|Star Wars: Episode V The Empire Strikes Back|Star Wars: Episode VI Return of the Jedi'

const STAR_WARS: readonly ColumnTruth[] = [
  is('own'),
  ...times(2, YES_NO),
  ...times(6, inOrder('multiple', FILMS)),
  ...times(6, inOrder('ranking', FILMS)),
  ...times(
    14,
    inOrder(
      'matrix',
      'Very favorably|Somewhat favorably|Neither favorably nor unfavorably (neutral)|Somewhat unfavorably|Very unfavorably|Unfamiliar (N/A)',
    ),
  ),
  listed('single', "Greedo|Han|I don't understand this question"),
  ...times(3, YES_NO),
  ...[GENDER, AGE, incomeUpTo('$150,000+'), EDUCATION, DIVISION],
]

const SYSTEMS =
  'Aptean Respond|Axlr8|Civica|ComiNo CRM|Custom In-House|CycFreedom|Firmstep|House on the Hill|Iken|Infreemation|Lagan|Lotus Notes|Matsoft|Microsoft Access|Microsoft Dynamics|Microsoft Excel|Microsoft Sharepoint|No CRM|Other CRM|Pentana|Respond CentrePoint|Salesforce|Verinit|Vuelio|iCasework'

const FREEDOM_OF_INFORMATION: readonly ColumnTruth[] = [
  is('own'),
  ...times(2, is('identifying')),
  is('open'),
  is('number'),
  is('open'),
  ...times(4, is('number')),
  ...times(2, is('open')),
  // Systems that one council alone named are kept together.
  listed('single', `${SYSTEMS}|Other`),
  listed('single', SYSTEMS),
  is('open'),
  listed('single', 'yes|no|planned|forthcoming|discontinued|stats'),
]

const SCHOOLS: readonly ColumnTruth[] = [
  is('identifying'),
  listed('variable', 'E|H|M'),
  ...times(2, is('identifying')),
  is('left out'),
  is('identifying'),
  is('left out'),
  // Counties.
  is('variable'),
  ...times(2, is('left out')),
  ...times(5, is('number')),
  ...times(4, YES_NO),
  ...times(2, is('number')),
  YES_NO,
  ...times(15, is('number')),
  is('weight'),
  is('population_size'),
]

export const FILES: readonly FileTruth[] = [
  { path: 'fte_flying/flying-etiquette.csv', columns: FLYING },
  { path: 'fte_starwars/StarWars.csv', encoding: 'macintosh', columns: STAR_WARS },
  { path: 'mysociety_foi_2018/foi_admin_responses.csv', columns: FREEDOM_OF_INFORMATION },
  { path: 'r_survey_api/apistrat.csv', columns: SCHOOLS },
]
