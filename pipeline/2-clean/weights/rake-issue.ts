import type { Definition, Id } from '../../definition/index.ts'
import { grouped } from '../../grouped.ts'
import type { Issue } from '../../issues.ts'
import type { RakeFault } from './rake-faults.ts'

/** Why the weights could not be made, for people. Values are those of the code list. */
export function rakeIssue(definition: Definition, variables: readonly Id[], fault: RakeFault): Issue {
  const id = variables[fault.margin] ?? ''
  const title = definition.variables.find((variable) => variable.id === id)?.title ?? id
  const [message, advice] = words(title, fault)
  return {
    code: `clean/rake-${fault.kind}`,
    severity: 'error',
    concern: fault.kind === 'not-a-total' || fault.kind === 'unequal-sums' ? 'definition' : 'data',
    message,
    advice,
    file: 'consultation.yaml',
    column: `weighting.rake.${id}`,
  }
}

function words(title: string, fault: RakeFault): readonly [message: string, advice: string] {
  switch (fault.kind) {
    case 'not-a-total':
      return [`The total of ${title} ${fault.value} is no number of units.`, 'Give a number above 0.']
    case 'unequal-sums':
      return [
        `The totals of ${title} sum to ${grouped(fault.sum)}, those of the first variable to ${grouped(fault.first)}.`,
        'Totals of the same population must have the same sum.',
      ]
    case 'no-respondents':
      return [
        `Nobody with ${title} ${fault.value} responded, so no weight can stand for ${grouped(fault.total)} units.`,
        'Weight to coarser groups, or leave this variable out.',
      ]
    case 'no-total':
      return [
        `${grouped(fault.respondents)} responses have ${title} ${fault.value}, which has no total.`,
        'Give it a total, set these responses aside, or leave this variable out.',
      ]
    case 'not-converged':
      return [
        `The totals cannot all be met: ${title} ${fault.value} stays ${(100 * fault.gap).toFixed(1)} per cent off.`,
        'Some combinations of values have too few respondents. Weight to fewer variables, or to coarser groups.',
      ]
  }
}
