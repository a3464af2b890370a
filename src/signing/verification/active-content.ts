import { PdfError, isRef, nameOf } from '../pdf/objects.ts'
import type { PdfDict, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'

const MAX_VISITED = 1_000_000
/** Actions by which a file changes what it shows, or does things by itself: ISO 32000-1 table 198. */
const ACTIVE = new Set(['JavaScript', 'Launch', 'ImportData', 'ResetForm', 'Hide', 'SetOCGState', 'Rendition', 'Movie'])

/** A signed script still runs: what is shown then is not what was signed. Follows all that a reader could follow. */
export function hasActiveContent(file: PdfFile): boolean {
  const seen = new Set<number>()
  const waiting: PdfValue[] = [file.rootRef]
  let count = 0
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (++count > MAX_VISITED) throw new PdfError('too-large', 'too many values')
    if (Array.isArray(value)) waiting.push(...value)
    else if (isRef(value)) {
      if (seen.has(value.num)) continue
      seen.add(value.num)
      waiting.push(file.object(value))
    } else if (typeof value === 'object' && value !== null && (value.kind === 'dict' || value.kind === 'stream')) {
      const dict = value.kind === 'dict' ? value : value.dict
      if (isActive(file, dict)) return true
      waiting.push(...dict.entries.values())
    }
  }
  return false
}

const isActive = (file: PdfFile, { entries }: PdfDict): boolean =>
  entries.has('JS') || (entries.has('S') && ACTIVE.has(nameOf(file.resolve(entries.get('S'))) ?? ''))
