import type { YAMLError } from 'yaml'

/** A fault of the YAML itself in words, with what to do. */
export interface SyntaxWords {
  readonly message: string
  readonly advice: string
}

const QUOTE = 'Put the text in double quotes.'
const COLON: SyntaxWords = {
  message: 'There is a second colon on this line, or the next line is indented too far.',
  advice: `Text with a colon and a blank in it must be in double quotes: text: "Yes: always".`,
}
const INDENT: SyntaxWords = {
  message: 'This line is not indented like its neighbours.',
  advice: 'Keys of one section begin in the same column; what belongs to a key stands two blanks further in.',
}
const COMMA: SyntaxWords = {
  message: 'There is a comma with nothing before it.',
  advice: 'Remove it, or write "" for empty text.',
}
const CLOSING: SyntaxWords = {
  message: 'A quote or bracket that was opened is not closed.',
  advice: 'Look from this line upwards for a ", \', [ or { without its partner.',
}

const WORDS: Readonly<Partial<Record<YAMLError['code'], SyntaxWords>>> = {
  TAB_AS_INDENT: { message: 'This line is indented with a tab.', advice: 'Use blanks: two for each level.' },
  BLOCK_AS_IMPLICIT_KEY: COLON,
  MULTILINE_IMPLICIT_KEY: COLON,
  KEY_OVER_1024_CHARS: COLON,
  BAD_INDENT: INDENT,
  BLOCK_IN_FLOW: INDENT,
  BAD_SCALAR_START: { message: 'Text cannot begin with this character.', advice: QUOTE },
  BAD_DQ_ESCAPE: {
    message: 'A backslash in double quotes has a meaning of its own.',
    advice: 'Write \\\\ for a backslash, or use single quotes.',
  },
  MULTIPLE_DOCS: {
    message: 'A line of --- starts a second document here.',
    advice: 'One file defines one consultation: remove the line, or put # before it.',
  },
  TAG_RESOLVE_FAILED: { message: 'Text cannot begin with an exclamation mark.', advice: QUOTE },
  RESOURCE_EXHAUSTION: {
    message: 'This is nested too deep.',
    advice: 'Look for brackets that are opened and never closed.',
  },
}

/** The words for an error of the YAML parser. `line` is the text of the line it points to. */
export function syntaxWords(error: YAMLError, line: string): SyntaxWords {
  if (error.code === 'MISSING_CHAR') return /closing/.test(error.message) ? CLOSING : missingColon
  if (error.code === 'BAD_INDENT' && /end with a/.test(error.message)) return CLOSING
  if (error.code === 'UNEXPECTED_TOKEN' && error.message.startsWith('Unexpected ,')) return COMMA
  if (error.code === 'UNEXPECTED_TOKEN') return /["']/.test(line) ? afterQuote : INDENT
  return WORDS[error.code] ?? { message: 'This line is not valid YAML.', advice: QUOTE }
}

const missingColon: SyntaxWords = {
  message: 'There is no colon after the key on this line, or it is the rest of a text that is not indented.',
  advice: 'Write "key: value", with a blank after the colon.',
}
const afterQuote: SyntaxWords = {
  message: 'Something follows a text in quotes.',
  advice: 'Put the whole text in quotes; write a quote inside double quotes as \\".',
}
