/**
 * What is known of one class of responses that share their published identifying values: how many there are,
 * and for each sensitive attribute how many gave each of its values. Those who gave none count in `size` alone.
 */
export interface RiskClass {
  readonly size: number
  /** Attribute -> value -> responses, in the order of the values. */
  readonly answers: readonly (readonly number[])[]
}

/** A sensitive attribute: what it is called, and whether its values stand in an order. */
export interface SensitiveAttribute {
  readonly name: string
  readonly ordered: boolean
}
