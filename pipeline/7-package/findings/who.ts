import { type Definition, spokenValue } from '../../definition/index.ts'
import type { Shown } from './columns.ts'

/** Whom a column shows, within a sentence: some of them ("leaders"), or all of them ("all leaders"). */
export interface Who {
  readonly some: string
  readonly all: string
}

/** Longer than this, a routing is not told answer by answer. */
const LONGEST = 120

/** Of a mean rank nobody else is meant, and sentences name more than one item. */
const RANKED = /, of those who ranked the item$/

const ROUTING = / who (?:answered|gave any answer|had) /

/**
 * Reads the description of a base, which the table prints, as the people it describes: "all leaders who answered yes in
 * Table 8" is "leaders who answered yes in Table 8". Responses are told as the people who gave them.
 */
export function whoIn(definition: Definition, { column }: Shown): Who {
  const own = definition.populations.find(({ id }) => id === column.population)?.base ?? ''
  const description = column.baseDescription.replace(RANKED, '')
  const rest = description.startsWith(own) ? description.slice(own.length) : undefined
  const spoken = peopleOf(rest === undefined ? description : own)
  const full = joined(`${spoken}${rest ?? ''}`.replace(/\s+/g, ' ').trim())
  const cut = full.search(ROUTING)
  const all =
    full === '' ? 'respondents' : full.length > LONGEST && cut > 0 ? asked(full.slice(0, cut)) : full
  return {
    all,
    some: all
      .replace(/^all (who |those )/, 'those $1')
      .replace('those those', 'those')
      .replace(/^all /, ''),
  }
}

const asked = (who: string): string =>
  `${who}${who.includes(' who ') ? ' and' : ''} who were asked this question`

const peopleOf = (text: string): string => text.replace(/\bresponses\b(?=$| who )/, 'respondents')

/** A group of a breakdown beside another one, of which everything else has been said: "of those with age 18 to 29". */
export function groupIn(definition: Definition, shown: Shown): string {
  const values = Object.entries(shown.column.group?.values ?? {})
  const described = values.map(([id, value]) =>
    spokenValue(definition.variables.find((one) => one.id === id)?.title ?? id, value),
  )
  return described.length === 0 ? whoIn(definition, shown).some : `those with ${described.join(' and ')}`
}

/** A base with a rule or of everybody asked, as one noun with its clauses. */
const joined = (text: string): string =>
  text
    .replace(
      /, of those who /,
      text.slice(0, text.indexOf(', of those who ')).includes(' who ') ? ' and who ' : ' who ',
    )
    .replace(/, whether or not they replied$/, ' (whether or not they replied)')
