import { oneLine } from '../label-key.ts'
import type { CodingSheet, OpenText, TextTheme } from '../open-text.ts'
import { given } from './given.ts'
import type { WrittenCodingSheet, WrittenOpenText, WrittenTheme, WrittenThemes } from './written-open-text.ts'

/** What is done with open answers, with its defaults. */
export function fillOpenText({ coders = [], resolve, adjudication }: WrittenOpenText): OpenText {
  return {
    coders: coders.map((each) => ({ ...fillSheet(each), coder: oneLine(each.coder) })),
    resolve: resolve ?? 'nobody',
    ...given({ adjudication: adjudication && fillSheet(adjudication) }),
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
