import type { Rect } from '../pdf/form.ts'
import type { TextMark } from './text-state.ts'
import { around } from './text-state.ts'

type Line = { text: string; rects: Rect[] }

/** Points: letters on one line of writing differ by less. */
const SAME_LINE = 3

/** The rectangle of a phrase as somebody reading the page finds it, the last one when it stands there more often. */
export function findPhrase(marks: readonly TextMark[], phrase: string): Rect | undefined {
  const wanted = tidy(phrase)
  for (const line of linesOf(marks)) {
    const at = line.text.lastIndexOf(wanted)
    if (at >= 0 && wanted !== '') return around(line.rects.slice(at, at + wanted.length))
  }
  return undefined
}

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** From the bottom of the page upwards; one rectangle for each character of the text. */
function linesOf(marks: readonly TextMark[]): Line[] {
  const letters = marks
    .flatMap(({ letters: texts, rects }) => texts.map((text, index) => ({ text, rect: rects[index] })))
    .filter((letter): letter is { text: string; rect: Rect } => letter.rect !== undefined && letter.text !== '')
    .sort((a, b) => a.rect[1] - b.rect[1])
  const lines: { bottom: number; letters: typeof letters }[] = []
  for (const letter of letters) {
    const line = lines.at(-1)
    if (line && letter.rect[1] - line.bottom < SAME_LINE) line.letters.push(letter)
    else lines.push({ bottom: letter.rect[1], letters: [letter] })
  }
  return lines.map((line) => joined(line.letters.sort((a, b) => a.rect[0] - b.rect[0])))
}

/** Gaps between letters read as spaces; runs of spaces as one. */
function joined(letters: readonly { text: string; rect: Rect }[]): Line {
  const line: Line = { text: '', rects: [] }
  const add = (text: string, rect: Rect) => {
    if (text === ' ' && (line.text === '' || line.text.endsWith(' '))) return
    line.text += text
    for (let unit = 0; unit < text.length; unit++) line.rects.push(rect)
  }
  for (const [index, { text, rect }] of letters.entries()) {
    const before = letters[index - 1]
    if (before && rect[0] - before.rect[2] > 0.15 * (rect[3] - rect[1])) add(' ', rect)
    add(/^\s+$/.test(text) ? ' ' : text.normalize('NFC'), rect)
  }
  return line
}
