import { labelKey, oneLine } from '../definition/index.ts'
import { fieldworkOf, repeatedHeadings, statedDates } from './dates.ts'
import { type Trait, USUALLY_PUBLISHED } from './describes.ts'
import type { Draft, DraftQuestion, DraftVariable } from './draft.ts'
import { draftFrame } from './draft-frame.ts'
import { draftQuestion, numberedDoubts, rareDoubts } from './draft-question.ts'
import type { ExportFacts } from './facts.ts'
import { identifiers } from './ids.ts'
import { type JudgedQuestion, judge } from './judge.ts'
import { questionId, statedHeading, titleOf } from './naming.ts'
import { withOtherTexts } from './other-texts.ts'
import type { ColumnProfile } from './profile.ts'
import { labelsOfKeys, routeOf } from './routing.ts'
import { setApart } from './set-apart.ts'
import { sortColumns } from './sort-columns.ts'

/**
 * Drafts the definition of an export from the profiles of its columns and what else is known of it. Every
 * column has a place in it; labels come from closed questions alone, and what was guessed is a doubt.
 */
export function draftDefinition(profiles: readonly ColumnProfile[], facts: ExportFacts): Draft {
  const isPlatform = facts.platform !== undefined
  const twice = repeatedHeadings(profiles.map(({ heading }) => heading))
  const isUsable = ({ heading }: ColumnProfile) => !twice.has(labelKey(heading))
  const usable = profiles.filter(isUsable)
  const { judged: all, typed } = withOtherTexts(judge(usable, facts), isPlatform)
  const ids = identifiers(profiles.map(({ heading }) => heading))
  const { variables: described, asked, identifying, consent, judged } = setApart(all, typed)
  const variables = described.map((question) => variable(question, ids.take([question.trait.id])))
  const frame = facts.frame && draftFrame(facts.frame, variables, ids)
  const sorted = sortColumns(judged, isPlatform, frame !== undefined)
  const named = asked.map((question, index) => ({
    question,
    id: questionId(question, index, ids, isPlatform),
  }))
  const nameAt = new Map<number, string>([
    ...described.map((question, index) => [at(question), variables[index]?.id ?? ''] as const),
    ...named.map(({ question, id }) => [at(question), id] as const),
  ])
  const listAt = new Map(
    [...described, ...asked].map(
      (one) => [at(one), one.list?.labels ?? one.columns.map(({ part = '' }) => oneLine(part))] as const,
    ),
  )
  const separator = facts.separator ?? ';'
  const questions = named.map(({ question, id }) => ({
    id,
    ...withRoute(
      draftQuestion(question, typed.get(at(question)), separator),
      question,
      facts,
      nameAt,
      listAt,
    ),
  }))
  const dates = statedDates(
    usable,
    asked.filter(({ kind }) => kind === 'date').flatMap(({ columns }) => columns),
    facts,
  )
  const submitted = usable.find(
    ({ role, index }) =>
      role === 'submitted' ||
      judged.some(
        (one) => one.is === 'column' && one.column.index === index && one.verdict.is === 'submitted',
      ),
  )
  const unlisted = [...described, ...asked.filter(({ kind }) => kind === 'matrix')].some(
    ({ list }) => (list?.typed.cells ?? 0) > 0,
  )
  return {
    title: titleOf(facts.file),
    file: facts.file,
    ...(facts.sheet === undefined ? {} : { sheet: facts.sheet }),
    ...(facts.encoding === undefined ? {} : { encoding: facts.encoding }),
    ...(facts.platform === undefined ? {} : { platform: facts.platform }),
    fieldwork: fieldworkOf(submitted, facts),
    columns: [
      ...sorted.columns,
      ...(consent === undefined ? [] : [consent.role]),
      ...described.flatMap(({ columns: [column] }, index) =>
        column === undefined
          ? []
          : [{ name: variables[index]?.id ?? '', heading: column.heading, doubts: [] }],
      ),
      ...named.flatMap(({ question, id }) => statedHeading(question, id, usable)),
    ],
    ...(consent?.mayPublish === undefined ? {} : { mayPublish: consent.mayPublish }),
    identifying: [...sorted.identifying, ...identifying],
    ignore: [
      ...sorted.ignore,
      ...(consent?.ignore ?? []),
      ...[...new Set(profiles.filter((one) => !isUsable(one)).map(({ heading }) => heading))].map(
        (heading) => ({
          heading,
          doubts: ['Several columns have this heading. Give each its own, and draft again, to use them.'],
        }),
      ),
    ],
    ...(frame === undefined || sorted.columns.some(({ name }) => name === 'unit_name')
      ? {}
      : { fromFrame: false as const }),
    variables: [...variables, ...(frame?.variables ?? [])],
    questions,
    ...(frame === undefined ? {} : { frame: frame.frame }),
    cleaning: {
      ...dates,
      ...(unlisted ? { unlistedAnswers: 'error' as const } : {}),
    },
    publishable: variables.map(({ id }) => id).filter((id) => USUALLY_PUBLISHED.includes(id)),
  }
}

/** Position of a question's first column. */
const at = ({ columns }: JudgedQuestion): number => columns[0]?.index ?? -1

function variable(
  { text, list, doubts, trait }: JudgedQuestion & { readonly trait: Trait },
  id: string,
): DraftVariable {
  const typed = list?.typed.cells ?? 0
  return {
    id,
    title: oneLine(text),
    values: list?.labels ?? [],
    doubts: [
      ...doubts,
      ...(trait.fact === undefined || USUALLY_PUBLISHED.includes(trait.id)
        ? []
        : [
            `A fact about the person? Taken for: ${trait.fact.kind}. It leaves only if it is named under privacy.`,
          ]),
      ...rareDoubts(list),
      ...numberedDoubts(list?.labels ?? []),
      ...(typed === 0
        ? []
        : [
            `${typed === 1 ? '1 cell holds' : `${typed} cells hold`} what no other row does, and is not listed: kept apart as errors. Right?`,
          ]),
    ],
  }
}

function withRoute(
  body: Omit<DraftQuestion, 'id' | 'askedIf'>,
  question: JudgedQuestion,
  { crossings }: ExportFacts,
  nameAt: ReadonlyMap<number, string>,
  listAt: ReadonlyMap<number, readonly string[]>,
): Omit<DraftQuestion, 'id'> {
  const route = routeOf(at(question), crossings)
  const name = route && nameAt.get(route.router)
  const answers = route === undefined ? [] : labelsOfKeys(listAt.get(route.router) ?? [], route.keys)
  if (route === undefined || name === undefined || answers.length === 0) return body
  const doubt = `Asked only after these answers? ${route.answered} of ${route.asked} rows with them answered, none of ${route.notAsked} with others.`
  return { ...body, askedIf: { name, answers }, doubts: [...body.doubts, doubt] }
}
