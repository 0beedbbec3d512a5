import { describe, expect, it } from 'vitest'
import { type Definition, readDefinition } from '../../pipeline/definition/index.ts'
import {
  type FactKind,
  factsInQuestions,
  leavesRows,
  personalFact,
  personalFactIssues,
} from '../../pipeline/personal-facts/index.ts'
import {
  FACTS,
  HELD_OUT_FACTS,
  HELD_OUT_OPINIONS,
  MORE_FACTS,
  MORE_OPINIONS,
  OPINIONS,
} from '../support/wordings.ts'

const kindOf = (text: string, labels: readonly string[] = []): FactKind | undefined =>
  personalFact({ text, labels })?.kind
const missed = (facts: readonly string[]) => facts.filter((text) => kindOf(text) === undefined)
const mistaken = (opinions: readonly string[]) => opinions.filter((text) => kindOf(text) !== undefined)

/** Shares in words, as printed with each run. */
function measured(name: string, facts: readonly string[], opinions: readonly string[]) {
  const [none, wrong] = [missed(facts), mistaken(opinions)]
  const found = facts.length - none.length
  const recall = found / facts.length
  const precision = found / (found + wrong.length)
  console.log(
    `${name}: ${found} of ${facts.length} facts found (recall ${recall.toFixed(3)}), ${wrong.length} of ${opinions.length} opinions taken for one (precision ${precision.toFixed(3)})`,
  )
  return { recall, precision, none, wrong }
}

describe('facts about persons, by wording', () => {
  it('are recognised, with their kind', () => {
    const wrong = FACTS.flatMap(([kind, texts]) =>
      texts.flatMap((text) => (kindOf(text) === kind ? [] : [`${text}: ${kindOf(text)}, should be ${kind}`])),
    )
    expect(FACTS.flatMap(([, texts]) => texts).length).toBeGreaterThan(150)
    expect(wrong).toEqual([])
  })

  it('are told from opinions, habits and experience that resemble them', () => {
    const facts = [...FACTS.flatMap(([, texts]) => texts), ...MORE_FACTS]
    const opinions = [...OPINIONS, ...MORE_OPINIONS]
    const { none, wrong } = measured('wordings', facts, opinions)
    expect(opinions.length).toBeGreaterThan(300)
    expect(none).toEqual([])
    expect(wrong).toEqual([])
  })

  it('are found in three of four wordings that no rule was made for, and hardly an opinion with them', () => {
    const { recall, wrong } = measured('held out', HELD_OUT_FACTS, HELD_OUT_OPINIONS)
    expect(recall).toBeGreaterThanOrEqual(0.75)
    expect(wrong.length).toBeLessThanOrEqual(1)
  })

  it.each([
    ['ARE YOU A BLUE BADGE HOLDER', 'blue badge'],
    ['  7)  Your   age: *', 'age'],
    ['<b>Gender</b>', 'gender'],
    ['q12_ethnicity', 'ethnicity'],
    ['About you: Religion or belief (please tick one)', 'religion'],
    ['Are you\u00a0pregnant?', 'pregnancy'],
  ])('whatever stands around it: %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })
})

describe('facts about persons, by answers', () => {
  it.each<[FactKind, string]>([
    ['age', '18-24|25-34|35-44|45-54|55-64|65+'],
    ['age', 'Under 16|16 to 24|25 to 64|65 or over|Prefer not to say'],
    ['sex', 'Female|Male|Prefer not to say'],
    ['sex', 'Man|Woman|Non-binary|Prefer to self-describe'],
    ['ethnicity', 'White British|White Irish|Asian or Asian British|Black African|Mixed|Other'],
    [
      'ethnicity',
      'White|Asian/Asian British|Black/Black British|Mixed or multiple ethnic groups|Prefer not to say',
    ],
    ['religion', 'Christian|Muslim|Hindu|Sikh|No religion|Prefer not to say'],
    ['sexual orientation', 'Heterosexual or straight|Gay or lesbian|Bisexual|Other'],
    ['housing tenure', 'Owner occupied|Private rent|Social rent|Other'],
    ['housing tenure', 'Own outright|Own with a mortgage|Rent from the council|Live with family'],
    ['work', 'Employed full-time|Self-employed|Unemployed|Retired|Student'],
    ['marital status', 'Single|Married|Widowed|Divorced'],
    ['education', 'No qualifications|GCSEs|A levels|Degree or above'],
    ['income', 'Under £10,000|£10,000 to £24,999|£25,000 to £49,999|£50,000 or more|Prefer not to say'],
    ['disability', 'Mobility impairment|Hearing impairment|Mental health condition|None'],
    ['nationality', 'British|Polish|Irish|Other'],
    ['language', 'English|Urdu|Polish|Other'],
    ['postcode', 'NR1|NR2|NR31'],
    ['place', 'Abbey ward|Market ward|Riverside ward|Outside the borough'],
    ['place', 'North East|North West|London|South East|Wales'],
    ['respondent type', 'As a resident|As a business|As a visitor'],
    ['respondent type', 'Local resident|Business owner|Councillor|Member of the public'],
    ['carer', 'I am a carer|I am pregnant|I have a disability|None of these'],
  ])('%s: %s', (kind, labels) => {
    expect(personalFact({ text: 'Q7', labels: labels.split('|') })).toEqual({ kind, why: 'labels' })
    const opinion = 'Which of these should the council do more for?'
    expect(kindOf(opinion, labels.split('|'))).toBe(undefined)
  })

  it.each([
    'Yes|No|Don\u2019t know',
    'Strongly agree|Agree|Neither agree nor disagree|Disagree|Strongly disagree',
    '1|2|3|4|5',
    '0|1|2|3 or more',
    '1-2|3-5|6-10|More than 10',
    '0-25|26-50|51-75|76-100',
    'Under £1|£1 to £2|£2 to £5|More than £5',
    'Daily|Weekly|Monthly|Never',
    'Black|Brown|Green|Blue',
    'Indian|Chinese|Italian|Thai',
    'Single|Return|Season ticket',
    'Full-time|Part-time',
    'A47|A11|A140',
    'Train|Bus|Car|Walk',
    'Parks|Libraries|Schools|Roads',
    'North|South',
    'Keep|Change|Remove',
    'Good|Fair|Poor',
    'Age|Disability|Race|Sex|Religion',
  ])('not by %s', (labels) => {
    expect(kindOf('Q7', labels.split('|'))).toBe(undefined)
  })
})

describe('facts about persons, by content', () => {
  const values = (texts: string) => texts.split('|').map((text, index) => ({ text, count: 1 + (index % 3) }))

  it.each<[FactKind, string]>([
    ['street', 'Alder Lane|Beech Road|Cedar Close|14 Dale Street|High Street|Elm Grove|Furze Hill'],
    ['street', '1 Ash Rd|22a Birch Ave.|3 Cherry Cres|Flat 2, 4 Dove Court|5 Elder Way'],
    ['postcode', 'NR1 2AB|NR3 4CD|IP22 1EF|NR14 6GH|SW1A 1AA'],
    ['postcode', 'NR1|NR3|IP22|NR14'],
    ['postcode', 'nr1 2|NR3 4|ip22 1|NR14 6'],
    ['job title', 'Planning officer|Head of finance|School nurse|Senior engineer|Chief executive'],
    ['employer', 'Acme Ltd|Brown & Sons|Coastal Foods plc|Delta Limited|Eastern NHS Trust'],
  ])('%s: %s', (kind, texts) => {
    expect(personalFact({ text: 'Column 3', labels: [], values: values(texts) })).toEqual({
      kind,
      why: 'content',
    })
  })

  it('not by remarks, amounts or a few roads among other words', () => {
    for (const texts of [
      'More buses|Less traffic|Close the road|Nothing|Mend the lane',
      '1|2|3|4|5|6',
      'A47|A11|A140|B1108',
      'The library|The park|High Street|The pool|The market',
    ]) {
      expect(personalFact({ text: 'Column 3', labels: [], values: values(texts) }), texts).toBe(undefined)
    }
  })

  it('not where a question for opinions has such answers', () => {
    const streets = values('Alder Lane|Beech Road|Cedar Close|Dale Street')
    expect(personalFact({ text: 'Which street should be closed?', labels: [], values: streets })).toBe(
      undefined,
    )
  })
})

/** A definition with questions of every kind, and this under privacy. */
function definition(privacy: string): Definition {
  const { value, issues } = readDefinition(
    `title: Parking
publisher: { name: Borough of Testing }
licence: CC-BY-4.0
fieldwork: { start: 2026-03-01, end: 2026-03-31 }
responses: { file: export.csv }
questions:
  support: { text: Do you support the scheme?, answers: ["Yes", "No"] }
  badge: { text: Are you a Blue Badge holder?, answers: ["Yes", "No"] }
  band: { text: Which band?, answers: [16-24, 25-44, 45-64, 65+] }
  needs: { text: Do you have any of these?, kind: multiple, answers: [Mobility impairment, Hearing impairment, None] }
  cars: { text: How many cars does your household have?, kind: number, bands: [{ label: None, below: 1 }, { label: Some }] }
  years: { text: How long have you lived here?, kind: number }
  job: { text: What is your job title?, kind: open }
  part: { text: Part of town, answers: [East, West], identifying: true }
  yours: { text: About you, kind: matrix, items: { you_carer: Are you a carer?, you_often: Do you come often? }, answers: ["Yes", "No"] }
  rated: { text: How good are these?, kind: matrix, items: { r_carers: Support for carers, r_parks: Parks }, answers: [Good, Bad] }
  code: { text: Column 9, answers: [Ash Lane, Beech Road, Cedar Close, Dale Street] }
privacy:
  publish: []
${privacy}`,
    'consultation.yaml',
    'parking',
  )
  expect(issues).toEqual([])
  if (value === undefined) throw new Error('not read')
  return value
}

const FOUND = ['badge', 'band', 'needs', 'cars', 'you_carer']

describe('facts about persons in the questions of a definition', () => {
  it('are told, with what they were recognised by', () => {
    const facts = factsInQuestions(definition('')).map(({ question, fact }) => [
      question.id,
      fact.kind,
      fact.why,
    ])
    expect(facts).toEqual([
      ['badge', 'blue badge', 'wording'],
      ['band', 'age', 'labels'],
      ['needs', 'disability', 'labels'],
      ['cars', 'household', 'wording'],
      ['you_carer', 'carer', 'wording'],
    ])
  })

  it('are told by content where it is known', () => {
    const streets = ['Ash Lane', 'Beech Road', 'Cedar Close', 'Dale Street'].map((text) => ({
      text,
      count: 9,
    }))
    const cells = new Map([['code', streets]])
    expect(factsInQuestions(definition(''), cells).at(-1)?.fact).toEqual({ kind: 'street', why: 'content' })
    const plain = definition('')
    const code = plain.questions.filter(({ id }) => id === 'code')
    expect(code.map((question) => leavesRows(plain, question))).toEqual([true])
    expect(code.map((question) => leavesRows(plain, question, cells))).toEqual([false])
  })

  it('leave no row unless published as part of the key, or waived', () => {
    const kept = (privacy: string) => {
      const one = definition(privacy)
      return one.questions.filter((question) => !leavesRows(one, question)).map(({ id }) => id)
    }
    expect(kept('')).toEqual(['badge', 'band', 'needs', 'cars', 'part', 'you_carer'])
    const waiver = '  waivers: [{ rule: personal_facts, questions: [needs, part], reason: Agreed with all. }]'
    expect(kept(waiver)).toEqual(['badge', 'band', 'cars', 'you_carer'])
    expect(kept('').includes('badge')).toBe(true)
    const published = definition('')
    const keyed = { ...published, privacy: { ...published.privacy, publish: ['badge', 'part'] } }
    expect(keyed.questions.filter((question) => !leavesRows(keyed, question)).map(({ id }) => id)).toEqual([
      'band',
      'needs',
      'cars',
      'you_carer',
    ])
  })

  it('are warned of with the line to write, unless the author said so', () => {
    const issues = personalFactIssues(definition(''))
    expect(issues.map(({ column }) => column)).toEqual(FOUND.map((id) => `questions.${id}`))
    for (const { code, severity } of issues)
      expect([code, severity]).toEqual(['anonymise/personal-fact', 'warning'])
    expect(issues[0]?.message).toContain('(blue badge, recognised by its wording)')
    expect(issues[0]?.advice).toContain('publish: [badge]')
    expect(issues[0]?.advice).toContain(
      'waivers: [{ rule: personal_facts, questions: [badge], reason: ... }]',
    )
    expect(issues[2]?.advice).not.toContain('publish: [needs]')
    expect(personalFactIssues(definition('  rules: { microdata: false }'))).toEqual([])
  })
})
