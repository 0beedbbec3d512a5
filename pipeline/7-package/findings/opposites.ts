import { codedQuestions, type Definition, themeId } from '../../definition/index.ts'
import { timesInWords } from '../../words-of-size.ts'
import type { Shown } from './columns.ts'
import type { Phrases } from './phrases.ts'
import { FEWEST_OPPOSED, isRounded } from './rules.ts'
import type { Told } from './told.ts'
import { whoIn } from './who.ts'

/**
 * How many times as many answers mention a theme as mention the one that says the contrary, where it is about twice or
 * more. Of counts: nothing where they are not printed, hidden, rounded, few, or stand for others by
 * weights.
 */
export function opposedIn(definition: Definition, say: Phrases, shown: Shown): readonly Told[] {
  const question = codedQuestions(definition).find(({ id }) => themeId(id) === shown.table.question)
  if (question === undefined || definition.weighting !== undefined || isRounded(definition)) return []
  const sized = question.themes.flatMap(({ code, label, opposite }) => {
    const figure = shown.figure(label, 'count')
    return figure === undefined || figure.value < FEWEST_OPPOSED ? [] : [{ code, label, opposite, figure }]
  })
  return sized.flatMap((one) => {
    const other = sized.find(({ code }) => code === one.opposite)
    if (other === undefined) return []
    const [more, fewer] = one.figure.value > other.figure.value ? [one, other] : [other, one]
    const times = timesInWords(more.figure.value, fewer.figure.value)
    return /(?:twice|times) as many$/.test(times)
      ? [say.timesAsMany(whoIn(definition, shown).some, times, more, fewer)]
      : []
  })
}
