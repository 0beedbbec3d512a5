import type { Issue } from '../issues.ts'
import type { Unprotectable } from './suppression/model.ts'

const WHY: Readonly<Record<Unprotectable['rule'], string>> = {
  'small group': 'how few people answered follows from what stays visible',
  'small count': 'a small count follows from what stays visible',
  'same answer': 'that all of them said the same follows from what stays visible',
}

/** A figure that no hiding protects, and what would. Names groups and questions, never an answer. */
export function unprotectableIssue({ question, group, rule }: Unprotectable): Issue {
  return {
    code: 'protect/unprotectable',
    severity: 'error',
    concern: 'disclosure',
    message: `Question ${question}: ${group} cannot be protected by hiding figures; ${WHY[rule]}.`,
    column: `questions.${question}`,
    expected: 'tables from which nobody can derive what one of few people said',
    advice:
      'Merge its small answers into one, show fewer groups side by side, or set privacy: groups: partition; or leave this question out of the breakdown.',
  }
}
