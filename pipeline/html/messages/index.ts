import { CY } from './cy.ts'
import { EN } from './en.ts'
import type { Messages } from './model.ts'

export type { ChartKind, Messages } from './model.ts'

const CATALOGUE: Readonly<Record<string, Messages>> = { en: EN, cy: CY }

/** What pages say in a language, by its tag; English where nobody has translated it yet. */
export const messagesOf = (language: string): Messages =>
  CATALOGUE[language.split('-')[0]?.toLowerCase() ?? ''] ?? EN
