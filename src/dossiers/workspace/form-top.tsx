import type { VNode } from 'preact'
import type { Refusal } from '../../platform/refusal.ts'
import { refusalText, type WebRequest } from '../../platform/web/web.ts'
import { ErrorSummary, Notice } from '../../ui/index.ts'
import type { Errors } from './work-form.tsx'

type Sent = { errors?: Errors; refusal?: Refusal | undefined; said?: string | undefined }

/** What stands above a form that was sent: why it was refused, what was done, or what is to be corrected. */
export function formTop(request: WebRequest, { errors = [], refusal, said }: Sent): VNode | null {
  if (refusal)
    return (
      <Notice tone="soon" role="alert">
        {refusalText(request, refusal)}
      </Notice>
    )
  if (said !== undefined)
    return (
      <Notice tone="ok" role="status">
        {said}
      </Notice>
    )
  return errors.length > 0 ? <ErrorSummary errors={errors} /> : null
}

/** Status of the page that shows it. */
export function sentStatus(request: WebRequest, refusal: Refusal | undefined, otherwise: number): number {
  return refusal ? (request.server.app.refusals[refusal.code]?.status ?? 409) : otherwise
}
