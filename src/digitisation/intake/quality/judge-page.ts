import { lettersCutOff } from './borders.ts'
import { cellsOf, type Cell } from './cells.ts'
import { lettersOf } from './letters.ts'
import { orientationOf, median, type Orientation } from './orientation.ts'
import type { GreyPage, Mark } from '../../reading/marks.ts'
import type { Fault, PageQuality } from './quality.ts'
import { looksBlank } from './blank.ts'
import { liesOnScreen } from './screen.ts'
import { standsApart } from './two-papers.ts'

export type Looked = {
  /** A page as large as reading needs it, freed of specks. */
  page: GreyPage
  /** The brightness of some of it point by point as the camera or scanner gave it. */
  raw: GreyPage
  /** Points an inch of the picture that came, on the paper's real or likely size. */
  dpi: number
  /** The picture as it came, upright; nothing when the four corners of a sheet were seen on it, so that none of it is cut off. */
  whole: GreyPage | undefined
}

export type Judged = { quality: PageQuality; isBlank: boolean; orientation: Orientation | undefined }

/** Measured on 45 scans and on copies of them blurred step by step: sharp ones stay above 0.6, unreadable ones below 0.46. */
const BLURRED = { again: 0.46, look: 0.54 }
const DARK = { again: 70, look: 110 }
/** A part so much darker than the brightest lies in shadow. */
const SHADOW = 0.45
const FAINT = { again: 0.2, look: 0.36 }
const COARSE = { again: 100, look: 180 }
const BURNT = 0.6
const LAMP_LIT = 225
const LEAST_LETTERS = 12
const LEAST_CUT = 3

/** What can be said of a page before anybody reads it: what an operator has to do again, and where it is wrong. */
export function judgePage(looked: Looked): Judged {
  const { page } = looked
  const { marks, inkShare } = lettersOf(page)
  const cells = cellsOf(page, marks)
  const isBlank = marks.length < LEAST_LETTERS && looksBlank(page)
  const steep = cells.flatMap(({ steepness }) => steepness ?? [])
  const quality: PageQuality = {
    faults: isBlank ? [] : faultsOf(looked, marks, cells),
    sharp: Math.round(Math.min(1, Math.min(...steep, 1)) * 100) / 100,
    ink: Math.round(inkShare * 1000) / 1000,
  }
  return { quality, isBlank, orientation: orientationOf({ marks }) }
}

function faultsOf({ page, raw, dpi, whole }: Looked, marks: readonly Mark[], cells: readonly Cell[]): Fault[] {
  if (marks.length < LEAST_LETTERS) return [{ kind: 'empty', weight: 'again', places: [] }]
  const blurred = inParts('blurred', cells, ({ steepness }) => weigh(steepness, BLURRED))
  const contrast = median(cells.flatMap((cell) => cell.contrast ?? []))
  return [
    ...blurred,
    ...darkParts(cells),
    // What is blurred is faint by that alone.
    ...(blurred.length > 0 ? [] : wholePage('faint', weigh(contrast, FAINT))),
    ...glareIn(cells),
    ...(whole ? cutAt(whole) : []),
    ...wholePage('coarse', weigh(dpi, COARSE)),
    ...wholePage('screen', liesOnScreen(raw) ? 'again' : undefined),
    ...wholePage('two-papers', standsApart(page, marks) ? 'look' : undefined),
  ]
}

type Weight = Fault['weight']

function weigh(value: number | undefined, { again, look }: Record<Weight, number>): Weight | undefined {
  if (value === undefined || value >= look) return undefined
  return value < again ? 'again' : 'look'
}

const wholePage = (kind: Fault['kind'], weight: Weight | undefined): Fault[] =>
  weight ? [{ kind, weight, places: [] }] : []

/** One fault for all parts it is seen in, with its worst weight; all nine are the whole page. */
function inParts(kind: Fault['kind'], cells: readonly Cell[], weightOf: (cell: Cell) => Weight | undefined): Fault[] {
  const hit = cells.flatMap((cell) => {
    const weight = weightOf(cell)
    return weight ? [{ place: cell.place, weight }] : []
  })
  if (hit.length === 0) return []
  const weight = hit.some((one) => one.weight === 'again') ? 'again' : 'look'
  const places = hit.filter((one) => one.weight === weight).map(({ place }) => place)
  const written = cells.filter(({ steepness }) => steepness !== undefined).length
  return [{ kind, weight, places: places.length >= written ? [] : places }]
}

function darkParts(cells: readonly Cell[]): Fault[] {
  const brightest = Math.max(...cells.map(({ paper }) => paper))
  const weight = weigh(brightest, DARK)
  if (weight) return wholePage('dark', weight)
  return inParts('dark', cells, ({ paper, letters, contrast }) =>
    letters > 0 && paper < brightest * SHADOW && (contrast ?? 0) < 0.6 ? 'look' : undefined,
  )
}

/** Burnt out beside paper in ordinary light: a lamp or the sun shone back. */
function glareIn(cells: readonly Cell[]): Fault[] {
  const papers = cells.map(({ paper }) => paper)
  if (median(papers) >= LAMP_LIT) return []
  return inParts('glare', cells, ({ burnt, letters }) => (burnt > BURNT && letters < 6 ? 'look' : undefined))
}

function cutAt(whole: GreyPage): Fault[] {
  const borders = lettersCutOff(whole)
  const places = (['top', 'right', 'bottom', 'left'] as const).filter((side) => borders[side] >= LEAST_CUT)
  return places.length > 0 ? [{ kind: 'cut-edge', weight: 'again', places }] : []
}
