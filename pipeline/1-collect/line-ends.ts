/**
 * Makes a function that takes CSV text piece by piece and gives it back with every record end as LF:
 * CRLF and lone CR outside quotes become LF, line breaks inside quotes stay. A quote opens a cell only
 * at its start (RFC 4180), so a stray one in an unquoted cell changes nothing.
 */
export function lineEndNormaliser(delimiter: string): (text: string) => string {
  const fieldEnd = delimiter.charCodeAt(0)
  let state: 'start' | 'plain' | 'quoted' | 'quote in quotes' = 'start'
  let afterReturn = false

  return (text) => {
    let result = ''
    let kept = 0
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      const swallow = afterReturn && code === LF
      afterReturn = false
      if (swallow) {
        result += text.slice(kept, index)
        kept = index + 1
      } else if (state === 'quoted') {
        if (code === QUOTE) state = 'quote in quotes'
      } else if (state === 'quote in quotes' && code === QUOTE) {
        state = 'quoted'
      } else if (code === CR) {
        result += `${text.slice(kept, index)}\n`
        kept = index + 1
        state = 'start'
        afterReturn = true
      } else if (code === LF || code === fieldEnd) {
        state = 'start'
      } else {
        state = code === QUOTE && state === 'start' ? 'quoted' : 'plain'
      }
    }
    return result + text.slice(kept)
  }
}

const LF = 10
const CR = 13
const QUOTE = 34
