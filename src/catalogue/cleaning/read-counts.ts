export type PaperCounts = { originals: number; copies: number }

const ORIGINALS = /(?<!\d)(\d{1,2}) (?:\([^)]{1,10}\) )?bản (?:chính|gốc)/gu
const COPIES = /(?<!\d)(\d{1,2}) (?:\([^)]{1,10}\) )?bản (?:sao|chụp|photo)/gu

/** How many originals and copies the name of a paper asks for ("02 bản chính"), when it says so once and for one kind. */
export function countsInText(name: string): PaperCounts | undefined {
  const originals = [...name.toLowerCase().matchAll(ORIGINALS)]
  const copies = [...name.toLowerCase().matchAll(COPIES)]
  if (originals.length + copies.length !== 1) return undefined
  return { originals: Number(originals[0]?.[1] ?? 0), copies: Number(copies[0]?.[1] ?? 0) }
}
