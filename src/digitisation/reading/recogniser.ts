/** In points of the picture that was read, from its upper left corner. */
export type Box = { left: number; top: number; right: number; bottom: number }

/** A word as it was read, in NFC; `confidence` is the recogniser's own, 0 to 1, and not calibrated. */
export type ReadWord = {
  text: string
  confidence: number
  box: Box
  /** What a second look makes of the stretch of a value that begins with this word; empty when it saw nothing. */
  again?: { text: string; confidence: number }
  /** What a model that reads figures well makes of a word that is a number or should be one, without what parts it from the next. */
  figures?: { text: string; confidence: number }
  /** What was read at first where `figures` were believed and stand in its place. */
  before?: { text: string; confidence: number }
}
export type ReadLine = { words: ReadWord[]; box: Box }

/** What a picture holds: a page of Vietnamese, its small print (on cards in two languages), strips of it below each other, strips of figures, or the machine readable zone of a card. */
export type Script = 'vietnamese' | 'small-print' | 'strips' | 'figures' | 'machine-readable'

/** Bộ nhận dạng chữ: reads the words of a page that was made ready for it, lines from top to bottom. */
export type Recogniser = {
  /** Shown to administrators and kept beside what was read. */
  name: string
  /** A PNG of one page. Fails when the page takes longer than a minute; it never gives half a page. */
  read(png: Uint8Array, script: Script): Promise<ReadLine[]>
  /** Whether it could read now. */
  ping(): Promise<boolean>
}

export const lineText = ({ words }: ReadLine): string => words.map(({ text }) => text).join(' ')
