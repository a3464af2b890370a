import { formatDate, vietnamDate, vietnamTime, weekdayName } from '../../platform/dates.ts'
import { ask, sitePage, type Web } from '../../platform/web/web.ts'
import { WhyThisDate } from '../../deadlines/index.ts'
import {
  deliveryWords,
  feeWords,
  getDossier,
  isFiledForAnother,
  nameOf,
  officeDueHistory,
  type DossierView,
} from '../../dossiers/index.ts'
import { BlockCalendar, ButtonLink, Details, Notice, SummaryList } from '../../ui/index.ts'
import { desksOf } from '../counter-place.ts'
import { doneTexts as texts, spokenTime } from './texts.ts'

/** Received: the code to read out, the date, the slip to print, and on to the next person. */
export async function doneRoutes(web: Web): Promise<void> {
  web.get<{ Params: { code: string } }>('/quay/da-nhan/:code', async (request, reply) => {
    await desksOf(web.app.db, request.actor, vietnamDate(web.app.clock.now()))
    const view = await ask(request, getDossier, { dossierCode: request.params.code.slice(0, 60) })
    return sitePage(request, reply, {
      site: 'workspace',
      title: texts.title,
      current: '/quay',
      body: <DonePage view={view} />,
    })
  })
}

function DonePage({ view }: { view: DossierView }) {
  const { dossier } = view
  const { code } = dossier
  return (
    <div class="cuon-trang">
      <div class="quay-xong">
        {dossier.dueAt && <DueLeaf code={code} dueAt={dossier.dueAt} />}
        <div>
          <p class="nhe khong-cach">{texts.code}</p>
          <p class="ma-lon ma">{code}</p>
          <SummaryList rows={rowsOf(view)} />
        </div>
      </div>
      <SlipButtons view={view} />
      {dossier.dueExplanation.length > 0 && (
        <Details summary={texts.why}>
          <WhyThisDate explanation={dossier.dueExplanation} history={officeDueHistory(view)} />
        </Details>
      )}
    </div>
  )
}

function DueLeaf({ code, dueAt }: { code: string; dueAt: Date }) {
  const on = vietnamDate(dueAt)
  const [day = '', month = '', year = ''] = formatDate(on).split('/')
  const [weekday, time] = [weekdayName(on), spokenTime(vietnamTime(dueAt))]
  return (
    <BlockCalendar
      heading={`${texts.promised} ${month}/${year}`}
      day={day}
      weekday={`${weekday}, ${time}`}
      label={texts.sentence(code, weekday, formatDate(on), time)}
    />
  )
}

function rowsOf({ dossier, procedure, components, unitNames }: DossierView) {
  const files = components.reduce((sum, { documents }) => sum + documents.length, 0)
  return [
    { label: texts.procedure, value: procedure.name },
    { label: texts.applicant, value: nameOf(dossier.applicant) },
    ...(isFiledForAnother(dossier) ? [{ label: texts.submitter, value: dossier.submitter.fullName }] : []),
    { label: texts.agency, value: unitNames[dossier.competentUnitId] ?? '' },
    { label: texts.delivery, value: deliveryWords[dossier.resultDelivery] },
    { label: texts.fees, value: feeWords(procedure, dossier.channel) },
    { label: texts.papers, value: texts.files(files), figures: true },
  ]
}

/** The slip is printed by a job a moment after filing; until then the page says so. */
function SlipButtons({ view: { dossier, papers } }: { view: DossierView }) {
  const address = encodeURIComponent(dossier.code)
  const slip = papers.findLast(({ form }) => form === 'appointment-slip')
  return (
    <>
      {!slip && (
        <Notice role="status" title={texts.printing}>
          <a href={`/quay/da-nhan/${address}`}>{texts.again}</a>
        </Notice>
      )}
      <p class="hang">
        {slip && (
          <ButtonLink icon="printer" href={`/lam/${address}/tep/${slip.file.id}`} newTab shortcut="F9">
            {texts.print}
          </ButtonLink>
        )}
        <ButtonLink kind={slip ? 'secondary' : 'primary'} href="/quay" shortcut="F7">
          {texts.nextPerson}
        </ButtonLink>
        <ButtonLink kind="quiet" href={`/lam/${address}`}>
          {texts.look}
        </ButtonLink>
      </p>
      {slip && <p class="nhe nho">{texts.printNote}</p>}
    </>
  )
}
