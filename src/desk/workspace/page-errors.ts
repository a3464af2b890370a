import { refusalText, type WebRequest } from '../../platform/web/web.ts'
import type { ReceivedForm } from '../../documents/index.ts'
import type { FieldError } from '../../forms/index.ts'
import type { ErrorItem } from '../../ui/index.ts'
import type { Hearing } from './hear-person.ts'
import { receptionTexts as texts } from './texts.ts'

/** What was wrong with the last press, at its place and once more on top. */
export type PageErrors = {
  title?: string
  /** Without a place of their own on the page. */
  general: string[]
  fields: FieldError[]
  /** By name of the box. */
  boxes: Record<string, string>
}

export const NO_ERRORS: PageErrors = { general: [], fields: [], boxes: {} }

export function errorItems({ general, fields, boxes }: PageErrors): ErrorItem[] {
  return [
    ...general.map((message) => ({ message })),
    ...fields.map(({ field, message }) => ({ field, message })),
    ...Object.entries(boxes).map(([field, message]) => ({ field, message })),
  ]
}

/** The error of a box as its component takes it. */
export function boxError({ boxes }: PageErrors, name: string): { error?: string } {
  const error = boxes[name]
  return error === undefined ? {} : { error }
}

export function hearingErrors(
  request: WebRequest,
  { field: box, message, refusal }: Hearing & { ok: false },
): PageErrors {
  const words = message ?? (refusal ? refusalText(request, refusal) : '')
  return box === 'the'
    ? { ...NO_ERRORS, boxes: { the: words } }
    : { ...NO_ERRORS, fields: [{ field: box, code: 'refused', message: words }] }
}

export function uploadErrors(
  request: WebRequest,
  { refusals }: ReceivedForm,
): { errors: PageErrors; status: number } | undefined {
  const [first] = refusals
  if (!first) return undefined
  const byBox = Map.groupBy(refusals, ({ field: box }) => box)
  const boxes = Object.fromEntries(
    [...byBox].map(([box, own]) => [box, own.map(({ refusal }) => refusalText(request, refusal)).join(' ')]),
  )
  return {
    errors: { ...NO_ERRORS, title: texts.uploadTitle, boxes },
    status: request.server.app.refusals[first.refusal.code]?.status ?? 422,
  }
}
