import { attributeOf, xmlPieces } from './xml-tags.ts'

type ListedSheet = { name: string; relation: string; isHidden: boolean }

/** The sheets of a workbook, texts that stand under a name of their own, and from when its days count. */
export function workbookParts(xml: string): { sheets: ListedSheet[]; marks: Map<string, string>; epoch: 1900 | 1904 } {
  const sheets: ListedSheet[] = []
  const marks = new Map<string, string>()
  let epoch: 1900 | 1904 = 1900
  let named: string | undefined
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text' && named !== undefined)
      marks.set(named, piece.text.replace(/^"|"$/g, '').replaceAll('""', '"'))
    if (piece.kind !== 'open') {
      named = undefined
      continue
    }
    const told = (name: string) => attributeOf(piece.attributes, name) ?? ''
    if (piece.name === 'workbookPr' && ['1', 'true'].includes(told('date1904'))) epoch = 1904
    if (piece.name === 'sheet')
      sheets.push({
        name: told('name'),
        relation: told('id'),
        isHidden: told('state') !== '' && told('state') !== 'visible',
      })
    if (piece.name === 'definedName') named = told('name')
  }
  return { sheets, marks, epoch }
}

/** Where the parts named in a list of relations lie. */
export function partTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>()
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue
    targets.set(attributeOf(piece.attributes, 'Id') ?? '', attributeOf(piece.attributes, 'Target') ?? '')
  }
  return targets
}

/** Texts that cells name by number. Text in several letter styles is one text; the reading aids of East Asian scripts are none of it. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = []
  const within: string[] = []
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'open') {
      if (piece.name === 'si') texts.push('')
      if (!piece.isEmpty) within.push(piece.name)
    } else if (piece.kind === 'close') within.pop()
    else if (within.at(-1) === 't' && !within.includes('rPh')) texts[texts.length - 1] += piece.text
  }
  return texts
}

/** What a cell's style makes of a number, by the number of the style. */
export type NumberLook = 'date' | 'time' | 'number'

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57])
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 45, 46, 47])

export function dateFormats(xml: string): NumberLook[] {
  const own = new Map<number, string>()
  const looks: NumberLook[] = []
  let isCells = false
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'close' && piece.name === 'cellXfs') isCells = false
    if (piece.kind !== 'open') continue
    const number = Number(attributeOf(piece.attributes, 'numFmtId') ?? '0')
    if (piece.name === 'numFmt') own.set(number, attributeOf(piece.attributes, 'formatCode') ?? '')
    if (piece.name === 'cellXfs') isCells = true
    if (piece.name === 'xf' && isCells) looks.push(lookOf(number, own.get(number)))
  }
  return looks
}

function lookOf(number: number, code: string | undefined): NumberLook {
  if (BUILT_IN_DATES.has(number)) return 'date'
  if (BUILT_IN_TIMES.has(number)) return 'time'
  // Words in quotes, colours and languages in brackets say nothing about days: `[$-42A]d "tháng" m`.
  const letters = (code ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase()
  if (/[dy]/.test(letters)) return 'date'
  return /[hs]/.test(letters) ? 'time' : 'number'
}
