import type { Reason } from '../../platform/refusal.ts'
import type { WebRequest } from '../../platform/web/web.ts'
import { ButtonLink } from '../../ui/index.ts'
import { workPath } from '../work-path.ts'
import { LeadElsewhere } from './lead-elsewhere.tsx'

type Props = {
  request: WebRequest
  code: string
  stepCode: string
  begin: { href: string; words: string }
  leaveOut: string
  /** The office begins it, the lead leaves it out. */
  mayBegin: boolean
  whyNotLead: Reason | undefined
}

/** What may be done about a step the process demands: begin it, or leave it out on record. */
export function DemandTurns({ request, code, stepCode, begin, leaveOut, mayBegin, whyNotLead }: Props) {
  return (
    <>
      {(mayBegin || whyNotLead === undefined) && (
        <p class="hang">
          {mayBegin && (
            <ButtonLink icon="send-horizontal" href={begin.href}>
              {begin.words}
            </ButtonLink>
          )}
          {whyNotLead === undefined && (
            <ButtonLink kind="quiet" href={workPath(code, `/khong-lam/${stepCode}`)}>
              {leaveOut}
            </ButtonLink>
          )}
        </p>
      )}
      <LeadElsewhere request={request} reason={whyNotLead} />
    </>
  )
}
