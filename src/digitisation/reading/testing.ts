/** Share of the letters of true lines that were read wrongly, wherever in the text a line stands. */
export function errorRate(lines: readonly string[], text: string): number {
  const plain = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ').trim()
  const read = plain(text)
  const wrong = lines.reduce((sum, line) => sum + leastEdits(plain(line), read), 0)
  return wrong / lines.reduce((sum, line) => sum + plain(line).length, 0)
}

/** Fewest letters to change so that a line is found in a text (Sellers). */
function leastEdits(line: string, text: string): number {
  let before = new Uint16Array(text.length + 1)
  for (let i = 1; i <= line.length; i += 1) {
    const row = new Uint16Array(text.length + 1)
    row[0] = i
    for (let j = 1; j <= text.length; j += 1) {
      const same = (before[j - 1] ?? 0) + (line[i - 1] === text[j - 1] ? 0 : 1)
      row[j] = Math.min(same, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
    }
    before = row
  }
  return Math.min(...before)
}
