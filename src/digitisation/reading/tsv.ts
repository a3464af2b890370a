import { nfc } from '../../platform/text.ts'
import type { Box, ReadLine, ReadWord } from './recogniser.ts'

const WORD_LEVEL = '5'

/** Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence (0–100), text. */
export function linesOfTsv(tsv: string): ReadLine[] {
  const words = tsv.split('\n').flatMap((row) => {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, ...text] = row.split('\t')
    const shown = nfc(text.join(' ').trim())
    if (level !== WORD_LEVEL || shown === '') return []
    const box = boxAt(Number(left), Number(top), Number(width), Number(height))
    const word: ReadWord = { text: shown, confidence: Math.min(1, Math.max(0, Number(confidence) / 100)), box }
    return [{ line: [page, block, paragraph, line].join(' '), word }]
  })
  return [...Map.groupBy(words, ({ line }) => line).values()].map((own) => {
    const ofLine = own.map(({ word }) => word)
    return { words: ofLine, box: around(ofLine.map(({ box }) => box)) }
  })
}

const boxAt = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

/** The smallest box with all boxes in it. */
export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}
