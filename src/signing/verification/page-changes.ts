import { changedKeys, isDict, isRef, sameValue } from '../pdf/objects.ts'
import type { Budget, PdfDict, PdfRef, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { pageRefs, rectOf } from '../pdf/form.ts'
import { coveringTest, newReadingBudget } from './covered-by-widget.ts'
import { appended, isNewSignature } from './form-changes.ts'
import type { Permission } from './form-changes.ts'
import type { ChangeProblem } from './report.ts'

/** A later signature may show itself, but not cover this much of a page. */
const MAX_SHARE_OF_PAGE = 0.25

export type PageProblem = { problem: ChangeProblem; pages: number[] }

export const isPageChanged = (old: PdfValue, now: PdfValue): boolean =>
  !isDict(old) || !isDict(now) || changedKeys(old, now).some((key) => key !== 'Annots')

export const isNodeChanged = (old: PdfValue, now: PdfValue): boolean =>
  !isDict(old) || !isDict(now) || changedKeys(old, now).some((key) => key !== 'Kids' && key !== 'Count')

/** Pages added, taken away or put in another order, and everything new that lies on a page. */
export function pageListProblems(before: PdfFile, after: PdfFile, permission: Permission): PageProblem[] {
  const [oldPages, pages] = [pageRefs(before), pageRefs(after)]
  if (!sameValue(oldPages, pages)) return [{ problem: 'page-changed', pages: differing(oldPages, pages) }]
  const budget = newReadingBudget()
  return pages.flatMap((page, index) =>
    annotationProblems(before, after, page, permission, budget).map((problem) => ({ problem, pages: [index + 1] })),
  )
}

function differing(old: PdfRef[], now: PdfRef[]): number[] {
  const numbers = Array.from({ length: Math.max(old.length, now.length) }, (_, index) => index + 1)
  return numbers.filter((page) => !sameValue(old[page - 1], now[page - 1]))
}

function annotationProblems(
  before: PdfFile,
  after: PdfFile,
  page: PdfRef,
  permission: Permission,
  budget: Budget,
): ChangeProblem[] {
  const [old, now] = [before.dict(page), after.dict(page)]
  const added = appended(before, old?.entries.get('Annots'), after, now?.entries.get('Annots'))
  if (!added || !old || !now) return ['annotation-added']
  const covers = coveringTest(before, old, budget)
  return added.flatMap((widget): ChangeProblem[] => {
    if (!isNewSignature(before, after, widget, permission.signature)) return ['annotation-added']
    if (shareOfPage(after, now, widget) > MAX_SHARE_OF_PAGE) return ['signature-covers-page']
    const rect = rectOf(after, after.dict(widget) ?? now)
    return !rect || covers(rect) ? ['signature-covers-text'] : []
  })
}

function shareOfPage(file: PdfFile, page: PdfDict, widget: PdfValue): number {
  const dict = file.dict(widget)
  const rect = dict && rectOf(file, dict)
  let holder: PdfDict | undefined = page
  for (let level = 0; holder && !holder.entries.has('MediaBox') && level < 32; level++) {
    holder = file.dict(holder.entries.get('Parent'))
  }
  const box =
    holder && rectOf(file, { kind: 'dict', entries: new Map([['Rect', holder.entries.get('MediaBox') ?? null]]) })
  if (!rect || !box) return 1
  const area = ([left, bottom, right, top]: typeof rect) => (right - left) * (top - bottom)
  return area(rect) / Math.max(1, area(box))
}

/** The page a widget lies on, counted from 1, found without trusting what the widget says. */
export function pageOfWidget(file: PdfFile, widget: number): number | undefined {
  const index = pageRefs(file).findIndex((page) => {
    const list = file.resolve(file.dict(page)?.entries.get('Annots'))
    return Array.isArray(list) && list.some((one) => isRef(one) && one.num === widget)
  })
  return index < 0 ? undefined : index + 1
}
