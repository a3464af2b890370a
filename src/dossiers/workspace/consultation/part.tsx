import type { VNode } from 'preact'
import { formatDate, formatDateTime, vietnamDate, weekdayName } from '../../../platform/dates.ts'
import type { Db } from '../../../platform/db.ts'
import { formToken, type WebReply, type WebRequest } from '../../../platform/web/web.ts'
import { ButtonLink, Notice, Tag } from '../../../ui/index.ts'
import { whyNotBegin, whyNotLead } from '../../consultation/consultation.ts'
import { consultationsDemanded } from '../../consultation/demanded.ts'
import { consultationViews, type ConsultationView } from '../../consultation/get-consultation.ts'
import { bodiesNow } from '../../demands/bodies-now.ts'
import { whyNotLeadSteps, type WhyNotLeadStep } from '../../demands/leading.ts'
import { waiversOf, type StepWaiver } from '../../demands/store.ts'
import { completenessWords } from '../../consultation/texts.ts'
import { type Work } from '../open-work.ts'
import { workPath } from '../../work-path.ts'
import { fill } from '../texts.ts'
import { isLinked } from '../linked/part.tsx'
import { BodyTable } from './body-table.tsx'
import { LeadElsewhere } from '../lead-elsewhere.tsx'
import { Waivers } from '../waivers.tsx'
import { Demands, type Demand } from './demands.tsx'
import { partTexts as texts } from './texts.ts'

/** What the tab of opinions shows of consultations; the reading of the dossier is on record already. */
export type ConsultationPart = {
  consultations: ConsultationView[]
  /** Opinions other bodies have given. */
  count: number
  /** What the process demands here. */
  demands: Demand[]
  waivers: StepWaiver[]
  whyNotLead: WhyNotLeadStep
}

export async function consultationPart(request: WebRequest, work: Work): Promise<ConsultationPart> {
  const { db } = request.server.app
  const { view, actor, now } = work
  const [consultations, waivers, whyNotLead] = await Promise.all([
    consultationViews(db, view.dossier, actor, now),
    waiversOf(db, view.dossier.id),
    whyNotLeadSteps(db, view.dossier, actor),
  ])
  return {
    consultations,
    count: consultations.reduce((sum, { tally }) => sum + tally.answered, 0),
    demands: await demandsOf(db, work, consultations, whyNotLead),
    whyNotLead,
    waivers: waivers.filter(({ stepCode }) => !isLinked(work, stepCode)),
  }
}

async function demandsOf(
  db: Db,
  { view, process, now }: Work,
  begun: readonly ConsultationView[],
  whyNotLead: WhyNotLeadStep,
): Promise<Demand[]> {
  return Promise.all(
    consultationsDemanded(process, view.dossier).map(async (demanded) => {
      const { bodies } = demanded.consultation
      const found = await bodiesNow(db, bodies, process.validFrom, vietnamDate(now))
      const unitNames = found.map(({ unit, code }) => unit?.name ?? code)
      const { code } = demanded.step
      const isBegun = begun.some(({ stepCode }) => stepCode === code)
      return { ...demanded, unitNames, isBegun, whyNotLead: whyNotLead(code) }
    }),
  )
}

type Props = { work: Work; part: ConsultationPart; done: string | undefined; request: WebRequest; reply: WebReply }

/** Other bodies' opinions about the dossier, asked and given; with what the reader may do about them. */
export function Consultations({ work, part, done, request, reply }: Props) {
  const { dossier } = work.view
  const mayAsk = whyNotBegin(dossier, work.actor) === undefined
  const { consultations, demands, waivers } = part
  const nothing = consultations.length + demands.length + waivers.length === 0
  if (nothing && !mayAsk) return null
  const stepName = (code: string) => work.process.steps.find((step) => step.code === code)?.name ?? code
  const said = doneWords(done, consultations)
  const isWaiting = consultations.some(({ isOpen }) => isOpen)
  return (
    <section class="cac-y-kien" aria-labelledby="lay-y-kien-l">
      <h2 id="lay-y-kien-l">{texts.heading}</h2>
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
      <Demands
        request={request}
        code={dossier.code}
        demands={demands}
        mayBegin={whyNotLead(dossier, work.actor) === undefined}
      />
      <Waivers work={work} waivers={waivers} />
      {consultations.toReversed().map((consultation) => (
        <Round
          code={dossier.code}
          consultation={consultation}
          stepName={consultation.stepCode === null ? null : stepName(consultation.stepCode)}
          token={formToken(request, reply)}
          lead={<LeadElsewhere request={request} reason={part.whyNotLead(consultation.stepCode)} />}
          key={consultation.no}
        />
      ))}
      {mayAsk && (
        <p>
          <ButtonLink kind="secondary" icon="users" href={workPath(dossier.code, '/lay-y-kien')}>
            {texts.ask}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

type RoundProps = {
  code: string
  consultation: ConsultationView
  stepName: string | null
  token: string
  lead: VNode
}

function Round({ code, consultation, stepName, token, lead }: RoundProps) {
  const { no, askedAt, isOpen, whyNotClose } = consultation
  return (
    <article class="lan-hoi" aria-labelledby={`lan-hoi-${no}`}>
      <h3 id={`lan-hoi-${no}`}>{fill(texts.round, { no, at: formatDateTime(askedAt) })}</h3>
      {stepName !== null && <p class="nhe nho">{fill(texts.demandedRound, { step: stepName })}</p>}
      {lead}
      <RoundSummary consultation={consultation} />
      <BodyTable code={code} consultation={consultation} token={token} />
      {isOpen && (
        <p>
          <ButtonLink kind={whyNotClose === null ? 'primary' : 'secondary'} href={workPath(code, `/lay-y-kien/${no}`)}>
            {whyNotClose === null ? texts.close : texts.see}
          </ButtonLink>
        </p>
      )}
    </article>
  )
}

/** How it stands, what was asked, when it is enough, what was concluded. */
export function RoundSummary({ consultation }: { consultation: ConsultationView }) {
  const { isOpen, closedAt, tally, question, completeness, legalBasis, conclusion, closedByName, files } = consultation
  const state = isOpen ? texts.open : closedAt === null ? texts.over : texts.closed
  return (
    <>
      <p>
        <Tag tone={isOpen ? 'sea' : 'plain'}>{state}</Tag>{' '}
        <Tag tone={tally.isMet ? 'ok' : 'outline'}>{tally.isMet ? texts.enough : texts.notEnough}</Tag>{' '}
        <span class="so">{fill(texts.tally, { answered: tally.answered, asked: tally.asked })}</span>
      </p>
      <p class="loi-van">{question}</p>
      <p class="nhe nho">
        {completenessWords[completeness]}. {legalBasis !== null && fill(texts.basis, { basis: legalBasis })}
      </p>
      {files.length > 0 && (
        <p class="nhe nho">
          {texts.files}: {files.map(({ name }) => name).join('; ')}
        </p>
      )}
      {conclusion !== null && closedAt !== null && (
        <>
          <p class="loi-van">
            <b>{texts.conclusion}.</b> {conclusion}
          </p>
          <p class="nhe nho">{fill(texts.by, { name: closedByName ?? '', at: formatDateTime(closedAt) })}</p>
        </>
      )}
    </>
  )
}

function doneWords(done: string | undefined, consultations: readonly ConsultationView[]): string | undefined {
  if (done === 'hoi') return fill(texts.asked, { count: consultations.at(-1)?.bodies.length ?? 0 })
  if (done === 'nhac') return texts.remindedNow
  if (done === 'thoi-cho') return texts.releasedNow
  if (done === 'khong-lam') return texts.waivedNow
  return done === 'xong' ? texts.closedNow : undefined
}
