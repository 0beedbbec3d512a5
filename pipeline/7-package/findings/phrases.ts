import { EN } from './phrases-en.ts'

/** What a language must be able to say. */
export type Phrases = typeof EN

const LANGUAGES: Readonly<Record<string, Phrases>> = { en: EN }

/** How findings are said in a language, by its tag; undefined where nobody has written it: then there are none. */
export const phrasesOf = (language: string): Phrases | undefined =>
  LANGUAGES[language.split('-')[0]?.toLowerCase() ?? '']
