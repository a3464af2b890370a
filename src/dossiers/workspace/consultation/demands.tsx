import { Notice } from '../../../ui/index.ts'
import { completenessWords } from '../../consultation/texts.ts'
import { daysToReply, type DemandedConsultation } from '../../consultation/demanded.ts'
import type { Reason } from '../../../platform/refusal.ts'
import type { WebRequest } from '../../../platform/web/web.ts'
import { workPath } from '../../work-path.ts'
import { DemandTurns } from '../demand-turns.tsx'
import { fill } from '../texts.ts'
import { demandTexts as texts } from './texts.ts'

export type Demand = DemandedConsultation & { unitNames: string[]; isBegun: boolean; whyNotLead: Reason | undefined }

type Props = { request: WebRequest; code: string; demands: readonly Demand[]; mayBegin: boolean }

/** What the process demands beside the step the dossier stands in, with the press that begins it. */
export function Demands({ request, code, demands, mayBegin }: Props) {
  return demands
    .filter(({ isBegun }) => !isBegun)
    .map(({ step, consultation, unitNames, whyNotLead }) => (
      <Notice tone="soon" title={fill(texts.demanded, { step: step.name })} key={step.code}>
        <p>
          {fill(texts.demandedBodies, {
            bodies: unitNames.join(', '),
            days: daysToReply(consultation.termHours),
            rule: completenessWords[consultation.completeness ?? 'all'].toLocaleLowerCase('vi'),
          })}
        </p>
        <DemandTurns
          request={request}
          code={code}
          stepCode={step.code}
          begin={{ href: workPath(code, `/lay-y-kien/buoc/${step.code}`), words: texts.begin }}
          leaveOut={texts.leaveOut}
          mayBegin={mayBegin}
          whyNotLead={whyNotLead}
        />
      </Notice>
    ))
}
