import { type Fault, oneOf, type Path } from '../fault.ts'
import { given } from '../fill/given.ts'
import { labelKey } from '../label-key.ts'
import type { Definition, TextTheme } from '../model.ts'
import { didYouMean } from '../nearest.ts'
import { codedQuestions } from '../themes.ts'

/** Codes that are taken, titles that cannot be told apart or would be formulas, opposites that do not exist. */
export function checkThemes(definition: Definition): readonly Fault[] {
  return codedQuestions(definition).flatMap(({ id, themes }) =>
    themes.flatMap((theme, index) => {
      const path: Path =
        theme.parent === undefined
          ? ['questions', id, 'themes', theme.code]
          : ['questions', id, 'themes', theme.parent, 'sub_themes', theme.code]
      return [
        ...checkCode(theme, themes.slice(0, index), path),
        ...checkTitle(theme, themes.slice(0, index), [...path, 'title']),
        ...checkOpposite(theme, themes, [...path, 'opposite']),
      ]
    }),
  )
}

/** What coders write where an answer belongs to no theme. */
export const NO_THEME = 'none'

function checkCode({ code }: TextTheme, before: readonly TextTheme[], path: Path): readonly Fault[] {
  if (code === NO_THEME) {
    const message = `The code '${NO_THEME}' is what coders write where an answer has no theme.`
    return [{ code: 'reserved-id', path, atKey: true, message, advice: 'Choose another.' }]
  }
  if (!before.some((other) => other.code === code)) return []
  const message = `The code '${code}' is used twice in this code frame.`
  return [{ code: 'shared-id', path, atKey: true, message, advice: 'Rename one of them.' }]
}

function checkTitle({ label }: TextTheme, before: readonly TextTheme[], path: Path): readonly Fault[] {
  if (/^[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(label)) {
    const message = `The title '${label}' begins with a sign that a spreadsheet takes for a formula.`
    return [{ code: 'formula-label', path, message, advice: 'Begin it with a letter.' }]
  }
  if (label.startsWith('[')) {
    const message = `The title '${label}' begins with a square bracket, as only marks do.`
    return [{ code: 'reserved-label', path, message, advice: 'Write it without the bracket.' }]
  }
  const first = before.find((other) => labelKey(other.label) === labelKey(label))
  if (first === undefined) return []
  const message = `The titles '${first.label}' and '${label}' are the same but for capitals, blanks, quotes or dashes.`
  return [{ code: 'same-label', path, message, advice: 'Word them differently.' }]
}

function checkOpposite(
  { code, opposite }: TextTheme,
  themes: readonly TextTheme[],
  path: Path,
): readonly Fault[] {
  const others = themes.filter((other) => other.code !== code).map((other) => other.code)
  if (opposite === undefined || others.includes(opposite)) return []
  const message = `There is no other theme '${opposite}'${didYouMean(opposite, others) || '.'}`
  return [{ code: 'unknown-name', path, message, ...given({ expected: oneOf(others) }) }]
}
