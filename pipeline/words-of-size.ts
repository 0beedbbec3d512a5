/**
 * Words of size, as research reports say how many: "around a third", "a small number", "most commonly
 * mentioned", "almost four times as many". Every rule stands here, and works on exact counts: nothing is
 * decided by a float.
 */

/** Parts of a whole that have a name, as numerator and denominator, smallest first. */
const PARTS = [
  { part: [1, 10], name: 'one in ten' },
  { part: [1, 5], name: 'a fifth' },
  { part: [1, 4], name: 'a quarter' },
  { part: [1, 3], name: 'a third' },
  { part: [1, 2], name: 'half' },
  { part: [2, 3], name: 'two thirds' },
  { part: [3, 4], name: 'three quarters' },
  { part: [9, 10], name: 'nine in ten' },
] as const

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

function nearestPart(count: number, base: number): string {
  const away = PARTS.map(({ part: [over, under], name }) => ({
    name,
    // The distance count/base - over/under, times base times 60, which every denominator divides.
    distance: 60 * count - (60 / under) * over * base,
  }))
  const nearest = away.reduce((best, one) => (Math.abs(one.distance) < Math.abs(best.distance) ? one : best))
  const within = (thousandths: number) => 1000 * Math.abs(nearest.distance) <= thousandths * 60 * base
  if (nearest.distance === 0) return nearest.name
  if (within(NEAR.around)) return `around ${nearest.name}`
  const over = nearest.distance > 0
  if (within(NEAR.just)) return `just ${over ? 'over' : 'under'} ${nearest.name}`
  return `${over ? 'more' : 'less'} than ${nearest.name}`
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
