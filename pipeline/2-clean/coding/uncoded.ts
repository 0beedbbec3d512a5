import { DISAGREEMENTS_SHEET } from '../../artefacts.ts'
import type { CodingReport } from '../../coding-report.ts'
import type { Issue } from '../../issues.ts'

/** Answers that count in no table: nobody coded them, or coders disagree and nobody settled it. */
export function uncoded({ questions }: CodingReport): readonly Issue[] {
  const sum = (of: (question: CodingReport['questions'][number]) => number) =>
    questions.reduce((total, question) => total + of(question), 0)
  const started = questions.filter(({ coded }) => coded > 0)
  const missing = started.reduce((total, { answers, coded }) => total + answers - coded, 0)
  const undecided = sum((question) => question.undecided)
  const warning = { severity: 'warning', concern: 'data' } as const
  return [
    ...(missing === 0
      ? []
      : [
          {
            ...{ ...warning, code: 'clean/uncoded-answers' },
            message: `${answers(missing)} to ${started.map(({ question }) => question).join(', ')} ${missing === 1 ? 'is' : 'are'} in no coder's sheet, and so in no table of themes.`,
            advice: 'Code them; an answer without a theme is coded as none.',
          },
        ]),
    ...(undecided === 0
      ? []
      : [
          {
            ...{ ...warning, code: 'clean/undecided-codes' },
            message: `${answers(undecided)} ${undecided === 1 ? 'was' : 'were'} coded differently and not settled, and so ${undecided === 1 ? 'is' : 'are'} in no table of themes.`,
            advice: `Fill in the codes in ${DISAGREEMENTS_SHEET} and run again; or state open_text.resolve.`,
          },
        ]),
  ]
}

const answers = (count: number): string => `${count} ${count === 1 ? 'answer' : 'answers'}`
