import type { Definition } from '../../definition/index.ts'
import type { Shown } from './columns.ts'

/** Whom a column shows, within a sentence: some of them ("leaders"), or all of them ("all leaders"). */
export interface Who {
  readonly some: string
  readonly all: string
}

/** Longer than this, a routing is not told answer by answer. */
const LONGEST = 120

const ROUTING = / who (?:answered|gave any answer|had) /

/**
 * Reads the description of a base, which the table prints, as the people it describes: "all leaders who answered yes in
 * Table 8" is "leaders who answered yes in Table 8". Responses are told as the people who gave them.
 */
export function whoIn(definition: Definition, { column }: Shown): Who {
  const own = definition.populations.find(({ id }) => id === column.population)?.base ?? ''
  const rest = column.baseDescription.startsWith(own) ? column.baseDescription.slice(own.length) : undefined
  const spoken = peopleOf(rest === undefined ? column.baseDescription : own)
  const full = joined(`${spoken}${rest ?? ''}`)
  const cut = full.search(ROUTING)
  const all = full.length > LONGEST && cut > 0 ? asked(full.slice(0, cut)) : full
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

/** A base with a rule or of everybody asked, as one noun with its clauses. */
const joined = (text: string): string =>
  text
    .replace(
      /, of those who /,
      text.slice(0, text.indexOf(', of those who ')).includes(' who ') ? ' and who ' : ' who ',
    )
    .replace(/, whether or not they replied$/, ' (whether or not they replied)')
