/**
 * Words of size, as research reports say how many: "around a third", "a small number", "most commonly
 * mentioned", "almost four times as many", and beside a printed percentage "nearly three quarters". Every rule
 * stands here, and works on whole numbers: nothing is decided by a float.
 */

/**
 * Parts of a whole that have a name, as numerator and denominator, smallest first. Readers think in `plain` ones,
 * halves, thirds, quarters and a fifth: 62 per cent is "just under two thirds" before it is over six in ten.
 */
const PARTS: readonly {
  readonly part: readonly [number, number]
  readonly name: string
  readonly plain?: boolean
}[] = [
  { part: [1, 10], name: 'one in ten' },
  { part: [1, 5], name: 'a fifth', plain: true },
  { part: [1, 4], name: 'a quarter', plain: true },
  { part: [1, 3], name: 'a third', plain: true },
  { part: [2, 5], name: 'four in ten' },
  { part: [1, 2], name: 'half', plain: true },
  { part: [3, 5], name: 'six in ten' },
  { part: [2, 3], name: 'two thirds', plain: true },
  { part: [3, 4], name: 'three quarters', plain: true },
  { part: [4, 5], name: 'eight in ten' },
  { part: [9, 10], name: 'nine in ten' },
]

/** Nearer than these thousandths to a plain part, a share is told by it, unless it is another part exactly. */
const PLAIN = 50

/**
 * How near a share must be to the nearest part that has a name, in thousandths of the base: up to 25 it is
 * "around a third", up to 50 "just over a third", beyond that "more than a third".
 */
const NEAR = { around: 25, just: 50 } as const

/** Above nobody and below this many thousandths: "a small number", whatever the number. */
const SMALL = 75

/** From this many thousandths, but not all: "almost all". */
const ALMOST_ALL = 950

/**
 * The share `count` of `base` in words. Whole numbers, 0 <= count <= base; blank where nobody could have:
 * base 0. A tie between two parts goes to the smaller.
 */
export function shareInWords(count: number, base: number): string {
  if (base === 0) return ''
  if (count === 0) return 'nobody'
  if (count === base) return 'all'
  if (1000 * count < SMALL * base) return 'a small number'
  if (1000 * count >= ALMOST_ALL * base) return 'almost all'
  return nearestPart(count, base)
}

/** A part, and the distance count/base - part, times base times 60, which every denominator divides. */
interface Near {
  readonly name: string
  readonly plain?: boolean
  readonly distance: number
}

/** The part by which count/base is told; it is one exactly when off by at most `slack`, in units of the distance. */
function nearest(count: number, base: number, slack: number): Near {
  const away = PARTS.map(
    ({ part: [over, under], ...rest }): Near => ({
      ...rest,
      distance: 60 * count - (60 / under) * over * base,
    }),
  )
  const least = (parts: readonly Near[]) =>
    parts.reduce((best, one) => (Math.abs(one.distance) < Math.abs(best.distance) ? one : best))
  const exact = away.find(({ distance }) => Math.abs(distance) <= slack)
  const plain = least(away.filter((one) => one.plain))
  return exact ?? (1000 * Math.abs(plain.distance) < PLAIN * 60 * base ? plain : least(away))
}

function nearestPart(count: number, base: number): string {
  const { name, distance } = nearest(count, base, 0)
  const within = (thousandths: number) => 1000 * Math.abs(distance) <= thousandths * 60 * base
  if (distance === 0) return name
  if (within(NEAR.around)) return `around ${name}`
  const over = distance > 0
  if (within(NEAR.just)) return `just ${over ? 'over' : 'under'} ${name}`
  return `${over ? 'more' : 'less'} than ${name}`
}

/**
 * Beside the percentage itself nothing need be "around": what is a part as far as the printed digits tell is that
 * part, up to these thousandths of the whole below it is "just under", and further below "nearly"; up to these
 * above it is "just over", and further above "more than".
 */
const BESIDE = { under: 20, over: 30 } as const

/**
 * A printed percentage in words, to stand beside it: "nearly three quarters" for 72, "a third" for 33 or 33.3.
 * `units` is the percentage times ten to the power of its `decimals`, 0 <= units <= 100 * 10^decimals. Undefined
 * where the number says it best: what is small, for no part is near, and 100, which may have been rounded up.
 * The words are true of the printed figure, and of any that rounds to it but for its last digit.
 */
export function percentInWords(units: number, decimals: number): string | undefined {
  const whole = 100 * 10 ** decimals
  if (1000 * units < SMALL * whole || units >= whole) return undefined
  if (1000 * units >= ALMOST_ALL * whole) return 'almost all'
  // Half a unit of the last printed digit, times the same as the distance.
  const slack = 30
  const { name, distance } = nearest(units, whole, slack)
  if (Math.abs(distance) <= slack) return name
  const within = (thousandths: number) => 1000 * Math.abs(distance) <= thousandths * 60 * whole
  if (distance < 0) return within(BESIDE.under) ? `just under ${name}` : `nearly ${name}`
  return within(BESIDE.over) ? `just over ${name}` : `more than ${name}`
}

/** From this many times the next, the first is so by far. */
const BY_FAR = 2

/**
 * The place of each of these counts among them, in words; blank from the third place on, for nobody, and
 * where there is nothing to compare with. Ties share a place.
 */
export function ranksInWords(counts: readonly number[]): readonly string[] {
  const places = [...new Set(counts.filter((count) => count > 0))].sort((a, b) => b - a)
  const [first = 0, second = 0] = places
  const sharing = (place: number) => counts.filter((count) => count === place).length
  return counts.map((count) => {
    if (count === 0 || counts.length < 2) return ''
    if (count === first) {
      if (sharing(first) > 1) return 'among the most commonly mentioned'
      return first >= BY_FAR * second ? 'by far the most commonly mentioned' : 'most commonly mentioned'
    }
    if (count !== second) return ''
    return sharing(first) > 1 || sharing(second) > 1
      ? 'among the more commonly mentioned'
      : 'second most commonly mentioned'
  })
}

/** A multiple is almost or just over a whole one when it is off by at most this many hundredths. */
const OFF = 25

/**
 * How many times `more` is `fewer`, in words: "almost four times as many", to be followed by "for as
 * against". Whole numbers, more >= fewer >= 0.
 */
export function timesInWords(more: number, fewer: number): string {
  if (more < fewer) throw new Error('the larger count comes first')
  if (fewer === 0) return more === 0 ? 'none' : 'only'
  if (more === fewer) return 'as many'
  const whole = Math.floor(more / fewer)
  const rest = more - whole * fewer
  if (rest === 0) return `${multiple(whole)} as many`
  if (100 * rest <= OFF * fewer) return whole === 1 ? 'slightly more' : `just over ${multiple(whole)} as many`
  if (100 * (fewer - rest) <= OFF * fewer) return `almost ${multiple(whole + 1)} as many`
  return whole === 1 ? 'around half as many again' : `more than ${multiple(whole)} as many`
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const multiple = (times: number): string =>
  times === 1 ? 'once' : times === 2 ? 'twice' : `${NUMBERS[times] ?? times} times`
