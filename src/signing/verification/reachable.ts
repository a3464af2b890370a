import { PdfError, isRef } from '../pdf/objects.ts'
import type { PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'

const MAX_VISITED = 500_000

/**
 * Follows everything a reader could show. `dangling` are objects referred to that do not exist: adding one later would
 * bring hidden content to light. `outside` is what is reached without the parts that are never shown (information,
 * metadata, validation data).
 */
export function reachable(file: PdfFile): { dangling: Set<number>; outside: Set<number> } {
  const dangling = new Set<number>()
  const outside = new Set<number>()
  const catalog = file.dict(file.rootRef)
  const shown = [...(catalog?.entries ?? [])].filter(([key]) => key !== 'Metadata' && key !== 'DSS')
  follow(file, [...shown.map(([, value]) => value), file.rootRef], outside, dangling, file.rootRef.num)
  follow(file, [file.rootRef, file.trailer.entries.get('Info') ?? null], new Set(outside), dangling, undefined)
  return { dangling, outside }
}

/** `shallow` is noted, but what it contains is not followed. */
function follow(
  file: PdfFile,
  from: PdfValue[],
  seen: Set<number>,
  dangling: Set<number>,
  shallow: number | undefined,
): void {
  if (shallow === undefined) seen.delete(file.rootRef.num)
  const waiting = [...from]
  for (let value = waiting.pop(), count = 0; value !== undefined; value = waiting.pop(), count++) {
    if (count > MAX_VISITED) throw new PdfError('too-large', 'too many values')
    if (Array.isArray(value)) waiting.push(...value)
    else if (isRef(value)) {
      if (seen.has(value.num)) continue
      seen.add(value.num)
      if ((file.xref.get(value.num) ?? { kind: 'free' }).kind === 'free') dangling.add(value.num)
      else if (value.num !== shallow) waiting.push(file.object(value))
    } else if (typeof value === 'object' && value !== null) {
      if (value.kind === 'dict') waiting.push(...value.entries.values())
      else if (value.kind === 'stream') waiting.push(...value.dict.entries.values())
    }
  }
}
