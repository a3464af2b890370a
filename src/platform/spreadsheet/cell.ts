/**
 * What a cell of a spreadsheet holds. `text` is what a person sees in it as far as that can be told: days as `20/11/2026`, numbers with
 * a comma. A formula is never reckoned here; its cell keeps the word for it and nothing else.
 */
export type Cell = { kind: 'text' | 'number' | 'date' | 'time' | 'yes-no' | 'formula' | 'error'; text: string }

export type Row = { /** As the program shows it, from 1. */ line: number; cells: ReadonlyMap<number, Cell> }

/** One sheet as it was read: rows with something in them alone. */
export type SheetTable = {
  rows: Row[]
  /** What a template of ours wrote into the file to be known by. */
  mark: string | undefined
}

/** `A`, `B` … `Z`, `AA`: how people call a column. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

/** `B7` → column 1. */
export function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? ''
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Excel counts days from 1900 and believes that 1900 was a leap year; some files of Macs count from 1904. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }
const DAY_MS = 86_400_000

/** Day of a number in a cell made up as a date: `20/11/2026`. */
export function dayText(serial: number, system: 1900 | 1904): string {
  const at = new Date(EPOCH[system] + Math.floor(serial) * DAY_MS)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`
}

/** Hour and minute of a number in a cell made up as a time: `07:30`. */
export function timeText(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 24 * 60) % (24 * 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A number as people write it here, never in powers of ten. */
export function numberText(value: number): string {
  const plain = Number.isInteger(value) ? BigInt(value).toString() : String(value)
  return plain.replace('.', ',')
}
