import { oneLine } from '../definition/index.ts'
import { type Block, blocksOf } from './blocks.ts'
import type { ClosedList } from './closed.ts'
import type { Doubts, Kind } from './draft.ts'
import type { ExportFacts } from './facts.ts'
import { unnumbered } from './headings.ts'
import { judgeColumn, type Verdict } from './judge-column.ts'
import { type GroupVerdict, judgeGroup } from './judge-group.ts'
import { orderLabels } from './labels/order-labels.ts'
import type { ColumnProfile, DateNotation } from './profile.ts'

/** A question as it was recognised, before it has an identifier. */
export interface JudgedQuestion {
  readonly is: 'question'
  readonly kind: Kind
  readonly text: string
  /** Wording that "other" boxes share with it. */
  readonly wording: string
  readonly columns: readonly ColumnProfile[]
  readonly list?: ClosedList
  readonly separator?: string
  readonly unticked?: readonly string[]
  readonly notation?: DateNotation
  /** It asks for a fact about the person. */
  readonly identifying?: true
  readonly doubts: Doubts
}

/** A column that is no question. */
export interface JudgedColumn {
  readonly is: 'column'
  readonly column: ColumnProfile
  readonly verdict:
    | Exclude<Verdict, { is: 'single' | 'multiple' | 'ranking' | 'number' | 'date' | 'open' }>
    | { readonly is: 'own' }
}

export type Judged = JudgedQuestion | JudgedColumn

/** What each column of a file, alone or with its neighbours, is taken for; in the order of the file. */
export function judge(
  profiles: readonly ColumnProfile[],
  facts: Pick<ExportFacts, 'platform' | 'unticked' | 'ticks'>,
): readonly Judged[] {
  const isPlatform = facts.platform !== undefined
  return blocksOf(profiles, isPlatform).flatMap((block) => judgeBlock(block, facts, isPlatform))
}

function judgeBlock(
  block: Block,
  facts: Pick<ExportFacts, 'platform' | 'unticked' | 'ticks'>,
  isPlatform: boolean,
): readonly Judged[] {
  const answers = block.columns.filter(({ role }) => role === 'answer')
  const others = block.columns
    .filter(({ role }) => role !== 'answer')
    .map((column): Judged => ({ is: 'column', column, verdict: ownVerdict(column, isPlatform) }))
  const verdict = answers.length > 1 ? judgeGroup(block.question, answers, facts.unticked) : undefined
  if (verdict === undefined) return [...answers.map(judgeAlone), ...others]
  const left = answers.filter((column) => !verdict.columns.includes(column))
  return [together(block.question, verdict, facts), ...left.map(judgeAlone), ...others]
}

/** What the platform says of its own columns; they need no line in a definition. */
const ownVerdict = ({ role }: ColumnProfile, isPlatform: boolean): JudgedColumn['verdict'] =>
  role === 'other text'
    ? { is: 'other text' }
    : role === 'submitted'
      ? { is: 'submitted' }
      : isPlatform
        ? { is: 'own' }
        : { is: 'technical' }

function together(
  question: string,
  verdict: GroupVerdict,
  { ticks }: Pick<ExportFacts, 'ticks'>,
): JudgedQuestion {
  const common = {
    is: 'question',
    text: oneLine(question),
    wording: question,
    columns: verdict.columns,
  } as const
  if (verdict.is === 'ranking') {
    const doubts = verdict.sure
      ? []
      : ['Are these ranks? If each item was rated by itself, make it a matrix.']
    return { ...common, kind: 'ranking', doubts }
  }
  if (verdict.is === 'matrix') {
    const { list } = verdict
    const kept =
      list.typed.cells === 0
        ? []
        : [`${cells(list.typed.cells)} hold something else: are those answers of the grid?`]
    return { ...common, kind: 'matrix', list, doubts: kept }
  }
  const first = verdict.columns[0]
  const parts = verdict.columns.map(({ part = '', filled: count, index }) => ({
    text: oneLine(part),
    count,
    first: index,
  }))
  const seen = first === undefined ? undefined : ticks.get(first.index)
  const isOne = seen !== undefined && seen.most === 1 && seen.rows >= 30 && verdict.unticked.length === 0
  const doubts = isOne ? ['Could only one answer be given? No row has two.'] : []
  const isScale = isOne && orderLabels(parts).by === 'scale' && parts.length > 2
  const one = isScale ? 'scale' : 'single'
  return { ...common, kind: isOne ? one : 'multiple', unticked: verdict.unticked, doubts }
}

const cells = (count: number): string => (count === 1 ? '1 cell' : `${count} cells`)

function judgeAlone(column: ColumnProfile): Judged {
  const verdict = judgeColumn(column)
  const wording = column.question
  const { text } = unnumbered(oneLine(column.part === undefined ? column.question : column.heading))
  const common = { is: 'question', text, wording, columns: [column] } as const
  switch (verdict.is) {
    case 'open':
      return { ...common, kind: 'open', doubts: openDoubts(column) }
    case 'number':
      return { ...common, kind: 'number', doubts: [] }
    case 'date':
      return { ...common, kind: 'date', notation: verdict.notation, doubts: [] }
    case 'single':
      return { ...common, kind: verdict.list.ordered ? 'scale' : 'single', list: verdict.list, doubts: [] }
    case 'multiple':
    case 'ranking':
      return { ...common, kind: verdict.is, list: verdict.list, separator: verdict.separator, doubts: [] }
    default:
      return { is: 'column', column, verdict }
  }
}

/** Short texts, different in each row, may be names. */
function openDoubts({ distinct, filled, meanWords, emails }: ColumnProfile): Doubts {
  if (emails > 0)
    return ['Some cells hold an e-mail address. Does it ask who answered? Then put it under identifying.']
  const isShort = filled >= 10 && distinct > filled * 0.8 && meanWords < 4
  return isShort
    ? ['Short and nearly always different. Does it identify people? Then put it under identifying.']
    : []
}
