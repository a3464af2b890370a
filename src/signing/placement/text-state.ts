import type { Rect } from '../pdf/form.ts'
import { isString, nameOf, spend } from '../pdf/objects.ts'
import type { Budget, PdfValue } from '../pdf/objects.ts'
import type { Operation } from './content-operations.ts'
import { IDENTITY, boxOf, matrixOf, moved, times } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import type { PageFont } from './page-font.ts'

/** Letters shown by one operation; `rects` has one for each letter. */
export type TextMark = { kind: 'text'; rect: Rect; letters: string[]; rects: Rect[] }

/** Above and below the line of writing, in font sizes: Vietnamese capitals carry two marks. */
const ASCENT = 0.95
const DESCENT = -0.25

type State = {
  font: PageFont | undefined
  size: number
  spacing: number
  words: number
  stretch: number
  leading: number
  rise: number
}

export type TextMarks = { save(): void; restore(): void; apply(operation: Operation, page: Matrix): TextMark[] }

/** Follows the text operators, ISO 32000-1 clause 9.3 and 9.4. */
export function textMarks(fonts: (name: string) => PageFont, budget: Budget): TextMarks {
  let state: State = { font: undefined, size: 0, spacing: 0, words: 0, stretch: 1, leading: 0, rise: 0 }
  const kept: State[] = []
  let line: Matrix = IDENTITY
  let pen: Matrix = IDENTITY

  const nextLine = (x: number, y: number) => {
    line = times(moved(x, y), line)
    pen = line
  }

  const show = (items: readonly PdfValue[], page: Matrix): TextMark[] => {
    const letters: string[] = []
    const rects: Rect[] = []
    const { size, stretch } = state
    for (const item of items) {
      if (typeof item === 'number') pen = times(moved((-item / 1000) * size * stretch, 0), pen)
      if (!isString(item) || !state.font) continue
      spend(budget, 'values', item.bytes.length)
      for (const letter of state.font.letters(item.bytes)) {
        const width = letter.advance * size * stretch
        const glyph: Rect = [0, DESCENT * size + state.rise, width, ASCENT * size + state.rise]
        letters.push(letter.text)
        rects.push(boxOf(glyph, times(pen, page)))
        const beyond = state.spacing + (letter.isSpace ? state.words : 0)
        pen = times(moved(width + beyond * stretch, 0), pen)
      }
    }
    return rects.length > 0 ? [{ kind: 'text', rect: around(rects), letters, rects }] : []
  }

  return {
    save: () => void kept.push(state),
    restore: () => void (state = kept.pop() ?? state),
    apply({ operator, operands }, page) {
      const [first, second, third] = operands
      const number = (value: PdfValue | undefined) => (typeof value === 'number' ? value : 0)
      if (operator === 'BT') pen = line = IDENTITY
      else if (operator === 'Tf') state = { ...state, font: fonts(nameOf(first) ?? ''), size: number(second) }
      else if (operator === 'Tc') state = { ...state, spacing: number(first) }
      else if (operator === 'Tw') state = { ...state, words: number(first) }
      else if (operator === 'Tz') state = { ...state, stretch: number(first) / 100 }
      else if (operator === 'TL') state = { ...state, leading: number(first) }
      else if (operator === 'Ts') state = { ...state, rise: number(first) }
      else if (operator === 'Tm') pen = line = matrixOf(operands) ?? IDENTITY
      else if (operator === 'Td') nextLine(number(first), number(second))
      else if (operator === 'TD') {
        state = { ...state, leading: -number(second) }
        nextLine(number(first), number(second))
      } else if (operator === 'T*') nextLine(0, -state.leading)
      else if (operator === 'Tj') return show(operands, page)
      else if (operator === 'TJ') return show(Array.isArray(first) ? first : [], page)
      else if (operator === "'") {
        nextLine(0, -state.leading)
        return show(operands, page)
      } else if (operator === '"') {
        state = { ...state, words: number(first), spacing: number(second) }
        nextLine(0, -state.leading)
        return show(third === undefined ? [] : [third], page)
      }
      return []
    },
  }
}

export function around(rects: readonly Rect[]): Rect {
  return rects.reduce((box, rect) => [
    Math.min(box[0], rect[0]),
    Math.min(box[1], rect[1]),
    Math.max(box[2], rect[2]),
    Math.max(box[3], rect[3]),
  ])
}
