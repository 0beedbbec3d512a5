import type { Definition } from '../../definition/index.ts'
import { type ReleasedTable, type Shown, shownIn } from './columns.ts'
import type { RealDifference } from './differences.ts'
import { type Lead, leadOf } from './lead.ts'
import type { Finding } from './model.ts'
import { opposedIn } from './opposites.ts'
import type { Phrases } from './phrases.ts'
import { type Asked, askedIn } from './question.ts'
import { isRounded, MOST_POPULATIONS } from './rules.ts'
import { findingOf, type Told } from './told.ts'
import { whoIn } from './who.ts'

/** What is said of the answers to a question, and what the choice of key findings goes by. */
export interface AnswersFinding {
  readonly finding: Finding
  /** The first population alone, to be read away from its table, and how another one differs. */
  readonly apart: (difference: RealDifference | undefined) => Finding
  readonly asked: Asked
  /** Largest percentage told. */
  readonly top: number
}

/**
 * How the first population answered, and the others on the same answers; nothing where nothing may be said. Tables of
 * breakdowns, means and tests have no such finding.
 */
export function answersFinding(
  definition: Definition,
  say: Phrases,
  table: ReleasedTable,
): AnswersFinding | undefined {
  const asked = table.kind === 'question' ? askedIn(definition, table) : undefined
  const [first, ...others] = shownIn(table)
  if (asked === undefined || first === undefined) return undefined
  const lead = leadOf(definition, say, asked, first)
  if (lead === undefined) return undefined
  const beside = others.slice(0, MOST_POPULATIONS).flatMap((shown) => {
    const sentence = besideIt(definition, say, lead, shown)
    return sentence === undefined ? [] : [{ shown, sentence }]
  })
  const [top] = lead.rows
  const opening = definition.weighting === undefined ? lead.sentence : say.weighted(lead.sentence)
  const basis = (groups: readonly Shown[]) =>
    say.basis(
      groups.flatMap((shown) => shown.base(top?.label ?? '') ?? []),
      asked.manner,
      isRounded(definition),
    )
  return {
    finding: findingOf(table.id, [
      opening,
      ...beside.map(({ sentence }) => sentence),
      ...opposedIn(definition, say, first),
      basis([first, ...beside.map(({ shown }) => shown)]),
    ]),
    apart: (difference) =>
      findingOf(table.id, [
        say.asked(asked, opening),
        ...(difference === undefined ? [] : [difference.after]),
        basis(difference === undefined ? [first] : [first, difference.other]),
      ]),
    asked,
    top: top?.figure.value ?? 0,
  }
}

/** The same answers in another population; what is long to name is not named twice. */
function besideIt(
  definition: Definition,
  say: Phrases,
  { rows, isList }: Lead,
  shown: Shown,
): Told | undefined {
  const who = whoIn(definition, shown).all
  const what = rows.flatMap(({ label, did }) => {
    const figure = shown.figure(label, 'percent')
    return figure === undefined ? [] : [{ figure, did }]
  })
  if (what.length === 0) return undefined
  return isList && what.length === rows.length
    ? say.amongInOrder(
        who,
        what.map(({ figure }) => figure),
      )
    : say.among(
        who,
        what.map(({ figure, did }) => say.did(figure, did)),
      )
}
