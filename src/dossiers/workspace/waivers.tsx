import { formatDateTime } from '../../platform/dates.ts'
import { Notice } from '../../ui/index.ts'
import type { StepWaiver } from '../demands/store.ts'
import type { Work } from './open-work.ts'
import { fill } from './texts.ts'
import { waiveTexts as texts } from './turns.texts.ts'

/** What the process demands and was left out, and why. */
export function Waivers({ work, waivers }: { work: Work; waivers: readonly StepWaiver[] }) {
  const nameOf = (stepCode: string) => work.process.steps.find(({ code }) => code === stepCode)?.name ?? stepCode
  return (
    <>
      {waivers.map(({ stepCode, reason, legalBasis, byName, at }) => (
        <Notice title={fill(texts.waived, { step: nameOf(stepCode) })} key={stepCode}>
          <p class="loi-van">{reason}</p>
          <p class="nhe nho">{fill(texts.waivedBy, { basis: legalBasis, name: byName, at: formatDateTime(at) })}</p>
        </Notice>
      ))}
    </>
  )
}
