/**
 * What a text is that is not CSV but often named so: a page a portal sent instead of the file, an
 * export in another format. Undefined for anything that may be a table.
 */
export function lookalike(head: string): string | undefined {
  const start = head.trimStart().slice(0, 2000)
  return KINDS.find(([, pattern]) => pattern.test(start))?.[0]
}

const KINDS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a web page (HTML)', /^<(?:!doctype\s+html|html|head|body|table|script|meta|div)\b/i],
  ['XML', /^<(?:\?xml|!--|!doctype|[a-z][\w:.-]*(?:\s+[\w:.-]+\s*=|\s*\/?>))/i],
  ['JSON', /^(?:\{\s*(?:"[^"]*"\s*:|\})|\[\s*[\]{["])/],
  ['rich text (RTF)', /^\{\\rtf/],
  ['a calendar, contact or mail file', /^(?:BEGIN:V(?:CARD|CALENDAR)\b|MIME-Version:|Received: from )/],
  ['a CSV file with a “sep=” line above its headings, which must be removed,', /^"?sep=.?"?\s*[\r\n]/i],
]
