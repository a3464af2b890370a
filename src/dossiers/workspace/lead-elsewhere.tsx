import { Refusal, type Reason } from '../../platform/refusal.ts'
import { refusalText, type WebRequest } from '../../platform/web/web.ts'

/** Says who leads, where it is another body than the reader's. */
export function LeadElsewhere({ request, reason }: { request: WebRequest; reason: Reason | undefined }) {
  if (reason?.code !== 'dossiers.not-lead') return null
  return <p class="nhe nho">{refusalText(request, new Refusal(reason.code, reason.facts))}</p>
}
