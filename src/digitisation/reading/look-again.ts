import { cellsOn } from '../pairs/cells.ts'
import { pairsOn } from '../pairs/pairs.ts'
import { DATE_LINE, rowsOf, sureness, textOf } from '../pairs/segments.ts'
import { figureWords, figuresAt, withFigures } from './figure-words.ts'
import type { PreparedPage } from './prepare-page.ts'
import type { ReadLine, ReadWord, Recogniser } from './recogniser.ts'
import { readStrips } from './strips.ts'

/** Values the recogniser is this sure of are as good as always right: not read a second time. */
const SURE_ENOUGH = 0.94

/** What of the colon before it comes into the cut. */
const BEFORE_VALUE = /^[\s:;.,'’"]+/

/**
 * Reads values a second time: the doubtful ones, and once more with a model that reads figures well the doubtful ones and those that
 * are nothing but figures. What comes of it stands beside their words.
 */
export async function lookAgain(
  recogniser: Recogniser,
  page: PreparedPage,
  lines: readonly ReadLine[],
): Promise<ReadLine[]> {
  const values = valuesOn(lines)
  const isDoubtful = (words: readonly ReadWord[]) => sureness(words) < SURE_ENOUGH
  const again = await readStrips(recogniser, page, values.filter(isDoubtful).flatMap(rowsIn), 'strips')
  const numbers = values.flatMap(rowsIn).flatMap((words) => {
    const figures = figureWords(words)
    return figures.length > 0 && (isDoubtful(words) || figures.length === words.length) ? [{ words, figures }] : []
  })
  const seen = await readStrips(
    recogniser,
    page,
    numbers.map(({ words }) => words),
    'figures',
  )
  const figures = new Map(
    numbers.flatMap(({ words: [first], figures }) =>
      figures.map((word) => [word, figuresAt(word, (first && seen.get(first)) ?? [])] as const),
    ),
  )
  const word = (one: ReadWord): ReadWord => {
    const [look, number] = [again.get(one), figures.get(one)]
    const seen = look ? { ...one, again: lookOf(look) } : one
    return number ? withFigures(seen, number) : seen
  }
  return lines.map((line) => ({ ...line, words: line.words.map(word) }))
}

const lookOf = (words: readonly ReadWord[]) => ({
  text: textOf(words).replace(BEFORE_VALUE, ''),
  confidence: sureness(words),
})

/** Whatever on a page stands as a value, read as it is on the page. */
function valuesOn(lines: readonly ReadLine[]): ReadWord[][] {
  const rows = rowsOf(lines)
  const dates = rows.flat().filter(({ words }) => DATE_LINE.test(textOf(words)))
  // A value may be without the comma behind it: it stands where the word does. What was cut in two is not looked at.
  const original = new Map(lines.flatMap(({ words }) => words.map((word) => [word.box, word])))
  return [...pairsOn(rows), ...cellsOn(rows), ...dates]
    .map(({ words }) => words.map(({ box }) => original.get(box)))
    .filter((words): words is ReadWord[] => words.length > 0 && words.every((word) => word !== undefined))
}

function rowsIn(words: readonly ReadWord[]): ReadWord[][] {
  return words.reduce<ReadWord[][]>((rows, word) => {
    const last = rows.at(-1)?.at(-1)
    if (last && word.box.left >= last.box.left && word.box.top < last.box.bottom) rows.at(-1)?.push(word)
    else rows.push([word])
    return rows
  }, [])
}
