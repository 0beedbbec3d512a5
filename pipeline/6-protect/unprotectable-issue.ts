import type { TabulationPlan } from '../disclosure/index.ts'
import type { Issue } from '../issues.ts'
import type { Suppression, Unprotectable } from './suppression/model.ts'

const WHY: Readonly<Record<Unprotectable['rule'], string>> = {
  'small group': 'what its few people answered follows from what stays visible',
  'small count': 'a small count follows from what stays visible',
  'same answer': 'that all of them said the same follows from what stays visible',
}

/** Figures that no hiding protects, one a question and group, and tables that could not be searched; and what would help. */
export function unprotectableIssues(
  { unprotectable, unsearched }: Pick<Suppression, 'unprotectable' | 'unsearched'>,
  plan: TabulationPlan,
): readonly Issue[] {
  const once = new Map(unprotectable.map((one) => [JSON.stringify([one.question, one.group, one.rule]), one]))
  return [...[...once.values()].map(unprotectableIssue), ...unsearched.map((id) => unsearchedIssue(id, plan))]
}

/** Names groups and questions, never an answer. */
function unprotectableIssue({ question, group, rule }: Unprotectable): Issue {
  return {
    code: 'protect/unprotectable',
    severity: 'error',
    concern: 'disclosure',
    message: `Question ${question}: ${group} cannot be protected by hiding figures; ${WHY[rule]}.`,
    column: `questions.${question}`,
    expected: 'tables from which nobody can derive what one of few people said',
    advice:
      'Show fewer groups side by side, publish no responses beside them (rules: { microdata: false }), or leave this question out of the breakdown.',
  }
}

function unsearchedIssue(question: string, { populations }: TabulationPlan): Issue {
  const named = populations.filter(({ where }) => Object.keys(where).length > 0).map(({ id }) => id)
  return {
    code: 'protect/too-many-groups',
    severity: 'error',
    concern: 'disclosure',
    message: `Question ${question}: its groups overlap in so many ways that small groups which follow from the figures could not all be found.`,
    column: named.length === 0 ? 'tables.breakdowns' : 'populations',
    expected: 'groups that can be searched',
    advice:
      named.length === 0
        ? 'Ask for fewer breakdowns.'
        : `Drop some of these populations, those that cut through the others first: ${named.join(', ')}.`,
  }
}
