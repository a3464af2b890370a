import { decodeStream } from '../pdf/flate.ts'
import type { Rect } from '../pdf/form.ts'
import { PdfError, isStream, nameOf } from '../pdf/objects.ts'
import type { Budget, PdfDict, PdfStream, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { contentOperations } from './content-operations.ts'
import type { Operation } from './content-operations.ts'
import { boxOf, IDENTITY, matrixOf, times } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import { fontsOf } from './page-font.ts'
import { textMarks } from './text-state.ts'
import type { TextMark } from './text-state.ts'

/** What a page shows, each with the smallest upright rectangle around it, in points of the page. */
export type PageMark =
  | TextMark
  | { kind: 'shape'; rect: Rect }
  | { kind: 'image'; rect: Rect; image: PdfStream | undefined }

/** Forms inside forms beyond this show nothing an honest document needs. */
const MAX_DEPTH = 8
const UNIT: Rect = [0, 0, 1, 1]

/** @throws PdfError when the page cannot be read to its end: then nobody knows what stands where */
export function pageMarks(file: PdfFile, page: PdfDict, budget: Budget): PageMark[] {
  const contents = file.resolve(page.entries.get('Contents'))
  const streams = (Array.isArray(contents) ? contents : [contents]).map((item) => file.resolve(item)).filter(isStream)
  // Streams of one page continue each other; an operation may not be cut, a word may.
  const content = Buffer.concat(streams.flatMap((stream) => [decodeStream(stream, budget), Buffer.from('\n')]))
  const marks: PageMark[] = []
  show(
    file,
    { content, resources: file.dict(inherited(file, page, 'Resources')), matrix: IDENTITY, depth: 0 },
    marks,
    budget,
  )
  return marks
}

/** A value of the page or of the nearest node above it that has one. */
export function inherited(file: PdfFile, page: PdfDict, key: string): PdfValue {
  let node: PdfDict | undefined = page
  for (let level = 0; node && level < 32; level++) {
    const value = node.entries.get(key)
    if (value !== undefined) return file.resolve(value)
    node = file.dict(node.entries.get('Parent'))
  }
  return null
}

type Drawing = { content: Uint8Array; resources: PdfDict | undefined; matrix: Matrix; depth: number }

function show(file: PdfFile, drawing: Drawing, marks: PageMark[], budget: Budget): void {
  const text = textMarks(fontsOf(file, drawing.resources, budget), budget)
  const stack: Matrix[] = []
  let matrix = drawing.matrix
  const path = pathBox()
  for (const operation of contentOperations(drawing.content, budget)) {
    const { operator, operands } = operation
    if (operator === 'q') {
      stack.push(matrix)
      text.save()
    } else if (operator === 'Q') {
      matrix = stack.pop() ?? drawing.matrix
      text.restore()
    } else if (operator === 'cm') matrix = times(matrixOf(operands) ?? IDENTITY, matrix)
    else if (operator === 'BI') marks.push({ kind: 'image', rect: boxOf(UNIT, matrix), image: undefined })
    else if (operator === 'Do') showObject(file, { ...drawing, matrix }, operation, marks, budget)
    else if (path.takes(operation)) continue
    else if (FILLS.has(operator)) {
      const rect = path.end()
      if (rect) marks.push({ kind: 'shape', rect: boxOf(rect, matrix) })
    } else if (ENDS.has(operator)) path.end()
    else marks.push(...text.apply(operation, matrix))
  }
}

function showObject(file: PdfFile, drawing: Drawing, operation: Operation, marks: PageMark[], budget: Budget): void {
  const objects = file.dict(drawing.resources?.entries.get('XObject'))
  const found = file.resolve(objects?.entries.get(nameOf(operation.operands[0]) ?? ''))
  if (!isStream(found)) return
  const { entries } = found.dict
  if (nameOf(file.resolve(entries.get('Subtype'))) !== 'Form') {
    marks.push({ kind: 'image', rect: boxOf(UNIT, drawing.matrix), image: found })
    return
  }
  if (drawing.depth >= MAX_DEPTH) throw new PdfError('too-large', 'forms inside forms')
  const own = file.resolve(entries.get('Matrix'))
  show(
    file,
    {
      content: decodeStream(found, budget),
      resources: file.dict(entries.get('Resources')) ?? drawing.resources,
      matrix: times(matrixOf(Array.isArray(own) ? own : undefined) ?? IDENTITY, drawing.matrix),
      depth: drawing.depth + 1,
    },
    marks,
    budget,
  )
}

const FILLS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
/** Lines alone cover nothing that is read. */
const ENDS = new Set(['S', 's', 'n'])

/** The box around the points of the path being built. */
function pathBox(): { takes(operation: Operation): boolean; end(): Rect | undefined } {
  let box: Rect | undefined
  const take = (x: number, y: number) => {
    box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y]
  }
  return {
    takes({ operator, operands }) {
      if (!['m', 'l', 'c', 'v', 'y', 're', 'h'].includes(operator)) return false
      const numbers = operands.filter((item): item is number => typeof item === 'number')
      const [x = 0, y = 0, width = 0, height = 0] = numbers
      if (operator === 're') {
        take(x, y)
        take(x + width, y + height)
      } else for (let at = 0; at + 1 < numbers.length; at += 2) take(numbers[at] ?? 0, numbers[at + 1] ?? 0)
      return true
    },
    end() {
      const ended = box
      box = undefined
      return ended
    },
  }
}
