import { knownLabel, oneLine } from '../label-key.ts'
import type { Id } from '../model.ts'
import type { CodingSheet, OpenText, QuotesSheet, TextTheme } from '../open-text.ts'
import { fillCondition, type Labels } from './condition.ts'
import { given, mapRecord } from './given.ts'
import type {
  WrittenCodingSheet,
  WrittenOpenText,
  WrittenQuotes,
  WrittenTheme,
  WrittenThemes,
} from './written-open-text.ts'

/**
 * What is done with open answers, with its defaults. `publish` are the variables that may leave: quotes are
 * attributed to them unless the author says otherwise.
 */
export function fillOpenText(written: WrittenOpenText, publish: readonly Id[], labels: Labels): OpenText {
  const { coders = [], resolve, adjudication, quotes, review } = written
  return {
    coders: coders.map((each) => ({ ...fillSheet(each), coder: oneLine(each.coder) })),
    resolve: resolve ?? 'nobody',
    ...given({
      adjudication: adjudication && fillSheet(adjudication),
      quotes: quotes && fillQuotes(quotes, publish, labels),
      review: review && fillSheet(review),
    }),
  }
}

function fillQuotes(written: WrittenQuotes, publish: readonly Id[], labels: Labels): QuotesSheet {
  const { attribution, words = {}, named_if: namedIf = {} } = written
  const fewer = publish.map((_, index) => publish.slice(0, publish.length - index))
  return {
    ...fillSheet(written),
    attribution: attribution?.map(oneLine) ?? fewer.map((ids) => ids.map((id) => `{${id}}`).join(', ')),
    words: mapRecord(words, (variable, groups) => [
      variable,
      Object.fromEntries(
        Object.entries(groups).flatMap(([word, values]) =>
          values.map((value) => [knownLabel(oneLine(value), labels.get(variable) ?? []), oneLine(word)]),
        ),
      ),
    ]),
    namedIf: fillCondition(namedIf, labels),
  }
}

const fillSheet = ({ file, sheet, encoding, columns, separator }: WrittenCodingSheet): CodingSheet => ({
  file,
  ...given({ sheet, encoding }),
  columns: columns ?? {},
  identifying: [],
  ignore: [],
  separator: separator ?? ';',
})

/** A code frame as one list: each theme, then its sub-themes. */
export const fillThemes = (written: WrittenThemes): readonly TextTheme[] =>
  Object.entries(written).flatMap(([code, theme]) => [
    fillTheme(code, theme),
    ...Object.entries(theme.sub_themes ?? {}).map(([own, sub]) => ({
      ...fillTheme(own, sub),
      label: `${oneLine(theme.title)} \u2013 ${oneLine(sub.title)}`,
      parent: code,
    })),
  ])

const fillTheme = (code: string, { title, meaning, keywords, opposite }: WrittenTheme): TextTheme => ({
  code,
  label: oneLine(title),
  meaning: oneLine(meaning),
  keywords: (keywords ?? []).map(oneLine),
  ...given({ opposite }),
})
