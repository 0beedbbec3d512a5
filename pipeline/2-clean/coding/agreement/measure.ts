import type { Coefficient, ThemeAgreement } from '../../../coding-report.ts'
import type { TextTheme } from '../../../definition/index.ts'
import { krippendorffAlpha } from './alpha.ts'
import { cohenKappa } from './kappa.ts'
import { masiDistance } from './masi.ts'
import { nominal, type Units } from './units.ts'

/** How alike the coders of one question's answers coded: whole answers, and each theme by itself. */
export function measureAgreement(
  coders: readonly string[],
  themes: readonly TextTheme[],
  units: readonly Units[],
): { readonly alpha: Coefficient; readonly themes: readonly ThemeAgreement[] } {
  return {
    alpha: krippendorffAlpha(units, masiDistance),
    themes: themes.map((theme) => {
      const parts = themes.filter(({ parent }) => parent === theme.code).map(({ code }) => code)
      const mentioned = together(units, new Set([theme.code, ...parts]))
      return {
        code: theme.code,
        alpha: krippendorffAlpha(mentioned, nominal),
        kappa: pairsOf(coders).map(([first, second]) => ({
          coders: [coders[first] ?? '', coders[second] ?? ''] as const,
          kappa: cohenKappa(mentioned, first, second),
        })),
      }
    }),
  }
}

/** Whether each coder found any of these codes, units that are then alike counted together. */
function together(units: readonly Units[], codes: ReadonlySet<string>): readonly Units[] {
  const counts = new Map<string, Units>()
  for (const { values, count } of units) {
    const found = values.map((sets) =>
      sets === null ? null : sets.split(';').some((code) => codes.has(code)) ? 'yes' : 'no',
    )
    const key = JSON.stringify(found)
    counts.set(key, { values: found, count: count + (counts.get(key)?.count ?? 0) })
  }
  return [...counts.keys()].sort().flatMap((key) => counts.get(key) ?? [])
}

const pairsOf = (coders: readonly string[]): readonly (readonly [number, number])[] =>
  coders.flatMap((_, first) =>
    coders.slice(first + 1).map((__, behind) => [first, first + 1 + behind] as const),
  )
