import { CST, Lexer } from 'yaml'

const DEEPEST = 50

/**
 * The offset where a text nests deeper than any definition does; undefined when it nowhere does. The
 * YAML parser calls itself at every level and would run out of stack on a text made of brackets.
 */
export function tooDeepAt(text: string): number | undefined {
  let offset = 0
  let brackets = 0
  let dashes = 0
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') brackets++
    else if (token === ']' || token === '}') brackets--
    else if (token === '-' || token === '?') dashes++
    else if (token.includes('\n')) dashes = 0
    const indent = /^ *$/.test(token) ? token.length : 0
    if (brackets > DEEPEST || dashes > DEEPEST || indent > 4 * DEEPEST) return offset
    // Three control characters of the lexer mark what follows and are not in the text.
    const isMark = token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR
    offset += isMark ? 0 : token.length
  }
  return undefined
}
