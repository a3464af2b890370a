import { isRef } from '../pdf/objects.ts'
import type { PdfRef, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { pageRefs } from '../pdf/form.ts'

const MAX_VISITED = 500_000
/** Ways out of a page to other pages or to the whole document. */
const ELSEWHERE = new Set(['Parent', 'Kids', 'P', 'Dest', 'A', 'Popup', 'IRT'])

/** Which pages show one of these objects, counted from 1; none when it belongs to no page. */
export function pagesShowing(file: PdfFile, nums: ReadonlySet<number>): number[] {
  if (nums.size === 0) return []
  const budget = { left: MAX_VISITED }
  return pageRefs(file).flatMap((page, index) => (shows(file, page, nums, budget) ? [index + 1] : []))
}

function shows(file: PdfFile, page: PdfRef, nums: ReadonlySet<number>, budget: { left: number }): boolean {
  const seen = new Set<number>()
  const above = nodesAbove(file, page)
  if (above.some((node) => nums.has(node.num))) return true
  const waiting: PdfValue[] = [page, ...above.map((node) => file.object(node))]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    // Beyond the limit every page counts as changed: too many named, never too few.
    if (--budget.left < 0) return true
    if (Array.isArray(value)) waiting.push(...value)
    else if (isRef(value)) {
      if (nums.has(value.num)) return true
      if (seen.has(value.num)) continue
      seen.add(value.num)
      waiting.push(file.object(value))
    } else if (typeof value === 'object' && value !== null && (value.kind === 'dict' || value.kind === 'stream')) {
      const { entries } = value.kind === 'dict' ? value : value.dict
      for (const [key, entry] of entries) if (!ELSEWHERE.has(key)) waiting.push(entry)
    }
  }
  return false
}

/** The nodes above a page give it resources and size. */
export function nodesAbove(file: PdfFile, page: PdfRef): PdfRef[] {
  const found: PdfRef[] = []
  let at = file.dict(page)?.entries.get('Parent')
  while (isRef(at) && found.length < 32) {
    found.push(at)
    at = file.dict(at)?.entries.get('Parent')
  }
  return found
}
