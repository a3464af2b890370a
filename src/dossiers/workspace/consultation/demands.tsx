import { ButtonLink, Notice } from '../../../ui/index.ts'
import { completenessWords } from '../../consultation/texts.ts'
import { daysToReply, type DemandedConsultation } from '../../consultation/demanded.ts'
import { workPath } from '../../work-path.ts'
import { fill } from '../texts.ts'
import { demandTexts as texts } from './texts.ts'

export type Demand = DemandedConsultation & { unitNames: string[]; isBegun: boolean }

/** What the process demands beside the step the dossier stands in, with the press that begins it. */
export function Demands({ code, demands, mayBegin }: { code: string; demands: readonly Demand[]; mayBegin: boolean }) {
  return demands
    .filter(({ isBegun }) => !isBegun)
    .map(({ step, consultation, unitNames }) => (
      <Notice tone="soon" title={fill(texts.demanded, { step: step.name })} key={step.code}>
        <p>
          {fill(texts.demandedBodies, {
            bodies: unitNames.join(', '),
            days: daysToReply(consultation.termHours),
            rule: completenessWords[consultation.completeness ?? 'all'].toLocaleLowerCase('vi'),
          })}
        </p>
        {mayBegin && (
          <p class="hang">
            <ButtonLink icon="send-horizontal" href={workPath(code, `/lay-y-kien/buoc/${step.code}`)}>
              {texts.begin}
            </ButtonLink>
            <ButtonLink kind="quiet" href={workPath(code, `/khong-lam/${step.code}`)}>
              {texts.leaveOut}
            </ButtonLink>
          </p>
        )}
      </Notice>
    ))
}
