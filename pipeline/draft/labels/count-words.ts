const WORDS: Readonly<Record<string, number>> = {
  ...{ once: 1, twice: 2, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 },
  ...{ ten: 10, eleven: 11, twelve: 12, few: 3, couple: 2, several: 4, many: 10, single: 1 },
}

/** The number a label says, in digits or words, of a range its middle; undefined where it says none. */
export function countOf(label: string): number | undefined {
  const range = /(\d+(?:\.\d+)?) ?(?:-|to|or) ?(\d+(?:\.\d+)?)/.exec(label)
  if (range !== null) return (Number(range[1]) + Number(range[2])) / 2
  const digits = /\d+(?:\.\d+)?/.exec(label)?.[0]
  if (digits !== undefined) return Number(digits)
  return label
    .split(/[^a-z]+/)
    .map((word) => WORDS[word])
    .find((count) => count !== undefined)
}
