import type { Definition } from '../definition/index.ts'
import { type RiskModel, riskModel } from '../policy.ts'
import type { Limits } from './suppression/index.ts'

/**
 * Fewer rows than so many classes of the least size do not leave: two classes could not be told from everybody, and
 * one that gave its answers away could not be withheld without the rest saying them.
 */
export const LEAST_CLASSES = 3

/** Thresholds of the rows. */
export interface RowLimits extends Limits {
  /** In a class of fewer rows nobody may learn that all who answered gave the same answer. */
  readonly unanimityBelow: number
  /** Fewest answers that may follow as what tables count and no row shows. */
  readonly minimumBase: number
}

export const limitsOf = ({ privacy }: Definition): RowLimits => {
  const model: RiskModel = riskModel(privacy)
  return {
    minimumClass: model.minimum_class,
    valuesBehindABlank: model.values_behind_a_blank,
    diversity: model.diversity,
    unanimityBelow: model.unanimity_below,
    minimumBase: model.minimum_base,
  }
}
