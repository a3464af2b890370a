import type { VNode } from 'preact'
import { formatDate, formatDateTime, weekdayName } from '../../../platform/dates.ts'
import { formToken, type WebReply, type WebRequest } from '../../../platform/web/web.ts'
import { EmptyState, Notice } from '../../../ui/index.ts'
import type { ProcessStep } from '../../../catalogue/index.ts'
import { whyNotLead } from '../../consultation/consultation.ts'
import { demandsOpen } from '../../demands/demands.ts'
import { whyNotLeadSteps, type WhyNotLeadStep } from '../../demands/leading.ts'
import { waiversOf, type StepWaiver } from '../../demands/store.ts'
import { partViews, type LinkedPartView } from '../../linked/get-linked-parts.ts'
import { directionWords } from '../../linked/texts.ts'
import { workPath } from '../../work-path.ts'
import { DemandTurns } from '../demand-turns.tsx'
import { LeadElsewhere } from '../lead-elsewhere.tsx'
import { Waivers } from '../waivers.tsx'
import type { Work } from '../open-work.ts'
import { fill } from '../texts.ts'
import { PartTable } from './part-table.tsx'
import { linkedBodies, type LinkedBodyNow } from './send-form.tsx'
import { partsTexts as texts } from './texts.ts'

type Demand = { step: ProcessStep; bodies: LinkedBodyNow[] }

/** What the tab of linked parts shows; the reading of the dossier is on record already. */
export type LinkedSection = {
  parts: LinkedPartView[]
  demands: Demand[]
  waivers: StepWaiver[]
  /** Whether the process knows linked steps. */
  isKnown: boolean
  whyNotLead: WhyNotLeadStep
}

export async function linkedSection(request: WebRequest, work: Work): Promise<LinkedSection> {
  const { view, process, actor, now } = work
  const { db } = request.server.app
  const parts = await partViews(db, view.dossier, actor, now)
  const open = demandsOpen(process.steps, view.dossier).filter(
    ({ code, linked }) => linked !== null && !parts.some(({ stepCode }) => stepCode === code),
  )
  const demands = await Promise.all(
    open.map(async (step) => ({ step, bodies: await linkedBodies(request, work, step) })),
  )
  const isKnown = parts.length > 0 || process.steps.some(({ linked }) => linked !== null)
  const waivers = (await waiversOf(db, view.dossier.id)).filter(({ stepCode }) => isLinked(work, stepCode))
  return { parts, demands, isKnown, waivers, whyNotLead: await whyNotLeadSteps(db, view.dossier, actor) }
}

/** Whether a step of the process is a linked one, by its code. */
export function isLinked({ process }: Work, stepCode: string): boolean {
  return process.steps.some(({ code, linked }) => code === stepCode && linked !== null)
}

type Props = { work: Work; section: LinkedSection; done: string | undefined; request: WebRequest; reply: WebReply }

/** Parts other bodies do: what is demanded, who has what, and what the reader may do about it. */
export function LinkedParts({ work, section, done, request, reply }: Props) {
  const { parts, demands, waivers } = section
  const { dossier } = work.view
  const mayBegin = whyNotLead(dossier, work.actor) === undefined
  const said = texts.said[done ?? '']
  const isWaiting = parts.some(({ ended }) => ended === null)
  const steps = work.process.steps.filter(({ code }) => parts.some(({ stepCode }) => stepCode === code))
  return (
    <section class="cac-y-kien" aria-labelledby="lien-thong-l">
      <h2 id="lien-thong-l">{texts.heading}</h2>
      {said !== undefined && (
        <Notice tone="ok" role="status">
          {said}
        </Notice>
      )}
      {isWaiting && dossier.dueOn !== null && (
        <p class="nhe">
          {fill(texts.clockRuns, { day: `${weekdayName(dossier.dueOn)} ${formatDate(dossier.dueOn)}` })}
        </p>
      )}
      {demands.map((demand) => (
        <DemandNotice demand={demand} key={demand.step.code}>
          <DemandTurns
            request={request}
            code={dossier.code}
            stepCode={demand.step.code}
            begin={{ href: workPath(dossier.code, `/lien-thong/buoc/${demand.step.code}`), words: texts.begin }}
            leaveOut={texts.leaveOut}
            mayBegin={mayBegin}
            whyNotLead={section.whyNotLead(demand.step.code)}
          />
        </DemandNotice>
      ))}
      <Waivers work={work} waivers={waivers} />
      {parts.length + demands.length + waivers.length === 0 && (
        <EmptyState icon="network" title={texts.none} level={3} />
      )}
      {steps.map(({ code, name }) => {
        const own = parts.filter(({ stepCode }) => stepCode === code)
        return (
          <article class="lan-hoi" aria-labelledby={`lt-${code}`} key={code}>
            <h3 id={`lt-${code}`}>{name}</h3>
            <p class="nhe nho">
              {directionWords[own[0]?.direction ?? 'same-level']}.{' '}
              {fill(texts.sentBy, { name: own[0]?.byName ?? '', at: formatDateTime(own[0]?.sentAt ?? work.now) })}
            </p>
            <LeadElsewhere request={request} reason={section.whyNotLead(code)} />
            <PartTable code={dossier.code} parts={own} token={formToken(request, reply)} />
          </article>
        )
      })}
    </section>
  )
}

function DemandNotice({ demand: { step, bodies }, children }: { demand: Demand; children: VNode }) {
  return (
    <Notice tone="soon" title={fill(texts.demanded, { step: step.name })}>
      <ul>
        {bodies.map(({ unitName, duty, hours }) => (
          <li key={`${unitName} ${duty}`}>
            {fill(texts.demandedBodies, { unit: unitName, duty, hours: hours.toLocaleString('vi-VN') })}
          </li>
        ))}
      </ul>
      {children}
    </Notice>
  )
}
