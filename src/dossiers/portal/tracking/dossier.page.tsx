import type { ComponentChildren } from 'preact'
import { formatDate, type LegalDate } from '../../../platform/dates.ts'
import { WhyThisDate, type DayReason, type Remaining } from '../../../deadlines/index.ts'
import { BackLink, ButtonLink, DayTicks, Details, Icon, Notice, SummaryList } from '../../../ui/index.ts'
import { actingPageTexts } from '../../acting/texts.ts'
import { hasEnded, isFiledForAnother, nameOf } from '../../dossier.ts'
import type { DossierView } from '../../reading/get-dossier.ts'
import { dueHistoryOf } from '../../clock/due-history.ts'
import type { Closure } from '../../closing/closure.ts'
import { HOTLINE, closureGroundWords } from '../../texts.ts'
import { supplementTexts, trackingTexts as words } from '../texts.ts'
import { handedIn, HandedInTable } from './done.page.tsx'
import { whyNotChoose } from '../../delivery/delivery-change.ts'
import { deliveryTexts } from './delivery.texts.ts'
import { Together } from './together-part.tsx'
import { DoubtNotice } from './acting-part.tsx'
import { DueCalendar } from './due-calendar.tsx'
import { Holder } from './holder.tsx'
import { daysUsed } from './standing.ts'
import { TakenNote } from './taken-note.tsx'
import { Way } from './way.tsx'
import { WhatNext } from './what-next.tsx'

type Props = { view: DossierView; standing: Remaining | undefined; today: LegalDate; sections: ComponentChildren }

/** One dossier of the reader: who holds it, since when, how long still. */
export function DossierPage({ view, standing, today, sections }: Props) {
  const { dossier, procedure } = view
  return (
    <>
      <BackLink href="/ho-so">{words.mine}</BackLink>
      <div class="dau-hs">
        <div>
          <p class="ma-hs ma">{dossier.code}</p>
          <h1>{procedure.name}</h1>
          {isFiledForAnother(dossier) && <p class="nhe">{words.ownerIs(nameOf(dossier.applicant))}</p>}
          {view.acting && (
            <p class="nhe">
              {actingPageTexts.filedBy(dossier.submitter.fullName)}.{' '}
              <a href={`/ho-so/${dossier.code}/nguoi-nop-thay`}>{actingPageTexts.more}</a>
            </p>
          )}
          {view.acting && !hasEnded(dossier.handling) && <DoubtNotice acting={view.acting} />}
          <Together view={view} />
          <Holder view={view} today={today} />
          <WhatNext view={view} today={today} />
          <TakenNote view={view} />
          {dossier.dueOn !== null && dossier.finishedAt === null && <Ticks view={view} today={today} />}
          <ToDo view={view} />
        </div>
        {dossier.dueOn !== null && <DueCalendar dueOn={dossier.dueOn} standing={standing} />}
      </div>
      {sections}
      <div class="hai">
        <section class="muc-con">
          <h2>{words.wayTitle}</h2>
          <Way view={view} />
          <div class="cach-ray">
            <Why view={view} today={today} />
            <Details summary={words.whatYouSaid}>
              <SummaryList rows={view.answers.map(({ label, text }) => ({ label, value: text }))} />
              <p>
                <a href={`/ho-so/${dossier.code}/to-khai.pdf`}>{words.formOnPaper}</a>
              </p>
            </Details>
            <Details summary={words.yourFiles}>
              <HandedInTable files={handedIn(view)} code={dossier.code} />
            </Details>
          </div>
        </section>
        <aside class="ben" aria-label={words.sideLabel}>
          <Papers view={view} />
          <div class="phong-bi">
            <h2>{words.needMore}</h2>
            <ul>
              <li>
                <a href={`tel:${HOTLINE.replaceAll(' ', '')}`}>
                  <Icon name="phone" />
                  {words.callUs(HOTLINE)}
                </a>
              </li>
              <li>
                <a href="/ho-tro">
                  <Icon name="map-pin" />
                  {words.comeIn}
                </a>
              </li>
              {!whyNotChoose(dossier) && (
                <li>
                  <a href={`/ho-so/${dossier.code}/nhan-ket-qua`}>
                    <Icon name="package-check" />
                    {deliveryTexts.link}
                  </a>
                </li>
              )}
              {view.actions.includes('withdrawDossier') && (
                <li>
                  <a href={`/ho-so/${dossier.code}/rut`}>
                    <Icon name="x" />
                    {words.withdraw}
                  </a>
                </li>
              )}
            </ul>
          </div>
          <p class="nho nhe khong-cach">
            {words.logged} <a href="/giay-to/ai-da-xem">{words.whoLooked}</a>
          </p>
        </aside>
      </div>
    </>
  )
}

function ToDo({ view }: { view: DossierView }) {
  const { dossier, supplements, refusal } = view
  if (refusal) {
    return (
      <SummaryList
        boxed
        rows={[
          { label: words.reason, value: refusal.reason },
          { label: words.legalBasis, value: refusal.legalBasis },
        ]}
      />
    )
  }
  if (view.closure) return <Closed closure={view.closure} />
  const request = supplements.at(-1)
  if (dossier.handling !== 'awaiting-supplement' || !request) return <ClockNotice view={view} />
  return (
    <>
      <Notice tone="hold" title={supplementTexts.paused}>
        {supplementTexts.pausedBody} {formatDate(request.replyBy)}
        {supplementTexts.pausedAfter}
      </Notice>
      <ButtonLink large wide href={`/ho-so/${dossier.code}/bo-sung`}>
        {words.supplyNow}
      </ButtonLink>
    </>
  )
}

/** How the dossier ended without a result. */
function Closed({ closure: { kind, ground, reason, legalBasis } }: { closure: Closure }) {
  return (
    <SummaryList
      boxed
      rows={[
        ...(kind === 'stopped' ? [{ label: words.closedBecause, value: closureGroundWords[ground] }] : []),
        { label: words.reason, value: reason },
        ...(legalBasis === null ? [] : [{ label: words.legalBasis, value: legalBasis }]),
      ]}
    />
  )
}

/** Why the date stands still or is another one than promised. */
function ClockNotice({ view: { dossier, clock } }: { view: DossierView }) {
  const stop = clock.findLast(({ kind }) => kind === 'stopped')
  if (dossier.handling === 'suspended' && stop) {
    return (
      <Notice tone="hold" title={words.suspendedTitle}>
        {[stop.reason, stop.legalBasis, stop.document]
          .filter((part) => part !== null)
          .map((part) => part.replace(/\.$/, ''))
          .join('. ')}
        .
      </Notice>
    )
  }
  const extended = clock.findLast(({ kind }) => kind === 'extended')
  if (!extended || dossier.finishedAt !== null) return null
  return (
    <Notice tone="soon" title={words.extendedTitle}>
      {extended.reason}
    </Notice>
  )
}

function Ticks({ view: { dossier }, today }: { view: DossierView; today: LegalDate }) {
  const used = daysUsed(dossier.dueExplanation as DayReason[], today)
  if (!used) return null
  return (
    <div class="ngay-lam">
      <DayTicks
        total={used.total}
        used={used.used}
        today={used.isTodayCounted}
        label={words.ticksLabel(used.used, used.total)}
      />
      <p>
        {used.isTodayCounted ? (
          <span>
            {dossier.term.unit === 'working-day' ? words.workingDay : words.countedDay}{' '}
            <b class="so">{used.used + 1}</b>
          </span>
        ) : (
          <span>{words.ticksLabel(used.used, used.total)}</span>
        )}
        <span>
          {words.atMost} <b class="so">{used.total}</b> {words.days}
        </span>
      </p>
    </div>
  )
}

/** Every day of the reckoning in words, and what moved it: a date nobody can explain is not believed. */
function Why({ view, today }: { view: DossierView; today: LegalDate }) {
  const { dossier } = view
  const history = dueHistoryOf(view, { paper: ({ file }) => `/ho-so/${dossier.code}/tep/${file.id}` })
  if (history === null) return null
  return (
    <Details summary={words.whyDate} open={history.moves.length > 0}>
      {history.current !== null && <p>{words.whyDateLead}</p>}
      <WhyThisDate explanation={dossier.dueExplanation} history={history} today={today} />
    </Details>
  )
}

function Papers({ view: { dossier, papers } }: { view: DossierView }) {
  return (
    <div class="phong-bi">
      <h2>{words.papersOf}</h2>
      <ul>
        {papers.map(({ form, no, file }) => (
          <li key={file.id}>
            <a href={`/ho-so/${dossier.code}/tep/${file.id}`}>
              <Icon name="file-check" />
              {words.paperForms[form]}
              {no > 1 && ` (${no})`}
            </a>
          </li>
        ))}
        <li>
          <a href={`/ho-so/${dossier.code}/da-nop`}>
            <Icon name="receipt" />
            {words.receiptPage}
          </a>
        </li>
      </ul>
      {!papers.some(({ form }) => form === 'appointment-slip') && <p class="nho nhe khong-cach">{words.noPapers}</p>}
    </div>
  )
}
