/**
 * The instrument: wording and labels of the Local Government Association's consultation (Annex A of
 * its report), quoted as facts. The test holds them to consultation.yaml.
 */
export interface Asked {
  readonly id: string
  readonly text: string
  /** Absent for an open question. */
  readonly answers?: readonly string[]
  readonly askedIf?: { readonly id: string; readonly answers: readonly string[] }
}

/** Column heading of a question in both files. */
export const headingOf = (question: Asked): string => `${question.id.slice(1)}. ${question.text}`

/** Headings of all questions, in order. */
export const questionHeadings = (): string[] => QUESTIONS.map(headingOf)

const YES_NO = ['Yes', 'No', "Don't know"]
const GENERALLY = 'Yes they are generally relevant, but I suggest some changes'
const NONE = 'No, none of them are relevant now'

export const QUESTIONS: readonly Asked[] = [
  {
    id: 'q1',
    text: 'Given the current and future challenges facing the sector, are the principles on which sector-led improvement is based still the right ones?',
    answers: ['Yes, they are still all relevant exactly as they are', GENERALLY, NONE, "Don't know"],
  },
  {
    id: 'q2',
    text: 'If you answered no, or suggested changes, what would you suggest as alternatives/additions?',
    askedIf: { id: 'q1', answers: [GENERALLY, NONE] },
  },
  {
    id: 'q3',
    text: 'How should the increasing role that councils play in working with other parts of the public sector on a place-based approach be reflected in sector-led improvement?',
  },
  {
    id: 'q4',
    text: 'Is there more that all councils should do to strengthen local accountability in their areas? If so what?',
  },
  {
    id: 'q5',
    text: 'Do councils or the LGA need to do any more to ensure that local people and others have the comparative performance data they need to hold councils to account? If so what?',
  },
  {
    id: 'q6',
    text: 'Is there anything more that needs to be done to help councillors exercise effective scrutiny?',
  },
  { id: 'q7', text: 'Do you have any views on the core components of a corporate peer challenge?' },
  {
    id: 'q8',
    text: 'Should all authorities be expected to have a corporate peer challenge on a regular basis, say every four years?',
    answers: YES_NO,
  },
  {
    id: 'q9',
    text: 'Should all corporate peer challenge reports be published?',
    answers: [
      'Yes - all should be published',
      'Yes - unless there are exceptional circumstances',
      'No - this should be a matter of local choice',
      "Don't know",
    ],
  },
  {
    id: 'q10',
    text: 'Should all authorities be expected to produce an action plan following a peer challenge?',
    answers: YES_NO,
  },
  {
    id: 'q11',
    text: "Are there other things we should do to limit government's potential appetite for inspection?",
  },
  { id: 'q12', text: "What changes would you like to see from the LGA's improvement offer?" },
  {
    id: 'q13',
    text: 'Is there a continued need for the inspection of services that protect and care for children and young people?',
    answers: YES_NO,
  },
  {
    id: 'q14',
    text: 'If you answered yes, should that inspection be carried out by Ofsted?',
    answers: YES_NO,
    askedIf: { id: 'q13', answers: ['Yes'] },
  },
  {
    id: 'q15',
    text: "Is there a continued need for the inspection of councils' school improvement services?",
    answers: YES_NO,
  },
  {
    id: 'q16',
    text: 'If you answered yes, should that inspection be carried out by Ofsted?',
    answers: YES_NO,
    askedIf: { id: 'q15', answers: ['Yes'] },
  },
  {
    id: 'q17',
    text: 'Should separate inspections of agencies contributing to the protection and care of children, such as councils, health and the police, be replaced by a single inspection of services across all agencies in an area?',
    answers: YES_NO,
  },
  {
    id: 'q18',
    text: 'If a new multi-agency inspection for the protection and care of children is developed, should this be delivered through Ofsted, another existing inspectorate or a new inspectorate?',
    answers: [
      'Ofsted',
      "Another existing inspectorate (e.g. Care Quality Commission, Her Majesty's Inspectorate of Constabulary, Her Majesty's Inspectorate of Probation)",
      'A new inspectorate',
      "Don't know",
    ],
  },
  {
    id: 'q19',
    text: "Do councils need further support, such as bespoke models of peer review for child sexual exploitation or schools improvement, to meet the challenges faced in children's services? If so, what?",
  },
  {
    id: 'q20',
    text: 'Do you have any comments about the arrangements and support put in place to help councils and their partners implement changes across adults and health programmes?',
  },
  {
    id: 'q21',
    text: 'Do you have any other comments about the current approach to sector-led improvement?',
  },
]
