import { fixedPoint } from './fixed-point.ts'
import type { Request } from './model.ts'
import type { Plan } from './moments.ts'
import { numberOf, type Scale, weighted } from './scales.ts'

/** Names of what is added up over a domain. */
export const domainNames = (number: number) =>
  ({
    /** By primary sampling unit: weights of members. */
    base: `base_${number}`,
    /** By row: members of weight above 0, and their squared weights. */
    responses: `responses_${number}`,
    squaredWeights: `squares_${number}`,
  }) as const

/** Names of what is added up over the answers of a domain. */
export const answerNames = (number: number, { variable }: Request) =>
  ({
    /** By primary sampling unit: weight * value. */
    value: `value_${number}`,
    /** By row: weight * value^2; of a share, whose square is itself, the same. */
    squaredValues: variable.kind === 'share' ? `value_${number}` : `powers_${number}`,
  }) as const

/** What is added up of a domain; `member` is a condition over the rows of the plan. */
export function domainPart(
  member: string,
  { base, responses, squaredWeights }: ReturnType<typeof domainNames>,
): Plan {
  return {
    rows: new Map(),
    units: new Map([[base, `CASE WHEN ${member} THEN fixed ELSE 0 END`]]),
    products: [[base, base, `CASE WHEN ${member} THEN squared ELSE 0 END`]],
    present: [base],
    rowSums: new Map([
      [responses, `CASE WHEN ${member} AND fixed <> 0 THEN 1 ELSE 0 END`],
      [squaredWeights, `CASE WHEN ${member} THEN squared ELSE 0 END`],
    ]),
  }
}

/** What is added up of a share: `answer` is to be the column of who gave it. */
export function sharePart(
  { domain, variable }: Request,
  answer: string,
  { value }: ReturnType<typeof answerNames>,
  { base }: ReturnType<typeof domainNames>,
): Plan {
  const gave = `CASE WHEN ${domain.member} THEN TRY_CAST((${variable.value}) AS BOOLEAN) END`
  // Who gave the answer is in the base: both products of one row are its squared weight.
  const square = `CASE WHEN ${answer} THEN squared ELSE 0 END`
  return {
    rows: new Map([[answer, `coalesce(${gave}, false)`]]),
    units: new Map([[value, `CASE WHEN ${answer} THEN fixed ELSE 0 END`]]),
    products: [
      [value, value, square],
      [value, base, square],
    ],
    present: [],
    rowSums: new Map(),
  }
}

/** What is added up of a mean or a total: `answer` is to be the column of numbers, NULL for others. */
export function numberPart(
  request: Request,
  scale: Scale,
  answer: string,
  { value, squaredValues }: ReturnType<typeof answerNames>,
  { base }: ReturnType<typeof domainNames>,
): Plan {
  return {
    rows: new Map([[answer, numberOf(request)]]),
    units: new Map([[value, fixedPoint(weighted(answer, scale, 1), scale.exponent)]]),
    products: [
      [value, value, `${value}::HUGEINT * ${value}`],
      [value, base, `${value}::HUGEINT * ${base}`],
    ],
    present: [],
    rowSums: new Map([[squaredValues, fixedPoint(weighted(answer, scale, 2), scale.squareExponent)]]),
  }
}
