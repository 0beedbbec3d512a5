/** Average width of a letter, as a share of the size of its font: system fonts are between 0.48 and 0.56. */
const LETTER = 0.54

/** Fewest lines that any label needs; more than `most` end in an ellipsis, since the table has the label in full. */
export function wrapped(text: string, width: number, fontSize: number, most = 3): readonly string[] {
  const room = Math.max(6, Math.floor(width / (fontSize * LETTER)))
  const lines: string[] = []
  let line = ''
  for (const word of text
    .trim()
    .split(/\s+/)
    .flatMap((one) => pieces(one, room))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (size(longer) <= room) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
  }
  lines.push(line)
  if (lines.length <= most) return lines
  const last = [...(lines[most - 1] ?? '')].slice(0, room - 1).join('')
  return [...lines.slice(0, most - 1), `${last}\u2026`]
}

/** A word that is longer than a line, in pieces; between characters as people count them. */
function pieces(word: string, room: number): readonly string[] {
  const letters = [...word]
  if (size(word) <= room) return [word]
  const count = Math.ceil(letters.length / room)
  return Array.from({ length: count }, (_, index) => letters.slice(index * room, (index + 1) * room).join(''))
}

/** In letters; those of East Asia and pictures are about two wide. */
const size = (text: string): number =>
  [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1), 0)
