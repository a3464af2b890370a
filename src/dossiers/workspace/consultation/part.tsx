import { formatDate, formatDateTime, weekdayName } from '../../../platform/dates.ts'
import { formToken, type WebReply, type WebRequest } from '../../../platform/web/web.ts'
import { ButtonLink, Notice, Tag } from '../../../ui/index.ts'
import { whyNotBegin } from '../../consultation/consultation.ts'
import { consultationViews, type ConsultationView } from '../../consultation/get-consultation.ts'
import { completenessWords } from '../../consultation/texts.ts'
import { type Work } from '../open-work.ts'
import { workPath } from '../../work-path.ts'
import { fill } from '../texts.ts'
import { BodyTable } from './body-table.tsx'
import { partTexts as texts } from './texts.ts'

/** What the tab of opinions shows of consultations; the reading of the dossier is on record already. */
export type ConsultationPart = {
  consultations: ConsultationView[]
  /** Opinions other bodies have given. */
  count: number
}

export async function consultationPart(request: WebRequest, { view, actor, now }: Work): Promise<ConsultationPart> {
  const consultations = await consultationViews(request.server.app.db, view.dossier, actor, now)
  return { consultations, count: consultations.reduce((sum, { tally }) => sum + tally.answered, 0) }
}

type Props = { work: Work; part: ConsultationPart; done: string | undefined; request: WebRequest; reply: WebReply }

/** Other bodies' opinions about the dossier, asked and given; with what the reader may do about them. */
export function Consultations({ work, part, done, request, reply }: Props) {
  const { dossier } = work.view
  const mayAsk = whyNotBegin(dossier, work.actor) === undefined
  const { consultations } = part
  if (consultations.length === 0 && !mayAsk) return null
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
      {consultations.toReversed().map((consultation) => (
        <Round
          code={dossier.code}
          consultation={consultation}
          token={formToken(request, reply)}
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

type RoundProps = { code: string; consultation: ConsultationView; token: string }

function Round({ code, consultation, token }: RoundProps) {
  const { no, askedAt, isOpen, whyNotClose } = consultation
  return (
    <article class="lan-hoi" aria-labelledby={`lan-hoi-${no}`}>
      <h3 id={`lan-hoi-${no}`}>{fill(texts.round, { no, at: formatDateTime(askedAt) })}</h3>
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
  return done === 'xong' ? texts.closedNow : undefined
}
