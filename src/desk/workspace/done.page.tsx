import { formatDate, vietnamDate, vietnamTime, weekdayName } from '../../platform/dates.ts'
import { WhyThisDate } from '../../deadlines/index.ts'
import {
  deliveryWords,
  feeWords,
  isFiledForAnother,
  nameOf,
  officeDueHistory,
  type DossierView,
} from '../../dossiers/index.ts'
import { BlockCalendar, ButtonLink, Details, Notice, SummaryList } from '../../ui/index.ts'
import { doneTexts as texts, spokenTime } from './texts.ts'

/** A dossier that was just received. */
export function DonePage({ view }: { view: DossierView }) {
  const { dossier, papers } = view
  const { code } = dossier
  const address = encodeURIComponent(code)
  const slip = papers.findLast(({ form }) => form === 'appointment-slip')
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
      <SlipButtons
        here={`/quay/da-nhan/${address}`}
        slip={slip ? `/lam/${address}/tep/${slip.file.id}` : null}
        isAwaited
        dossier={`/lam/${address}`}
      />
      {dossier.dueExplanation.length > 0 && (
        <Details summary={texts.why}>
          <WhyThisDate explanation={dossier.dueExplanation} history={officeDueHistory(view)} />
        </Details>
      )}
    </div>
  )
}

export function DueLeaf({ code, dueAt }: { code: string; dueAt: Date }) {
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

type SlipButtonsProps = {
  /** This page, to look again once the slip is printed. */
  here: string
  /** Where the slip opens; null while there is none. */
  slip: string | null
  /** Whether one is being printed. */
  isAwaited: boolean
  /** The dossier, for whoever reaches it. */
  dossier: string | null
  words?: Pick<typeof texts, 'printing' | 'again' | 'nextPerson' | 'look'> & { print: string; printNote: string }
}

/** The slip is printed by a job a moment after receiving; until then the page says so. */
export function SlipButtons({ here, slip, isAwaited, dossier, words = texts }: SlipButtonsProps) {
  return (
    <>
      {isAwaited && slip === null && (
        <Notice role="status" title={words.printing}>
          <a href={here}>{words.again}</a>
        </Notice>
      )}
      <p class="hang">
        {slip !== null && (
          <ButtonLink icon="printer" href={slip} newTab shortcut="F9">
            {words.print}
          </ButtonLink>
        )}
        <ButtonLink kind={slip === null ? 'primary' : 'secondary'} href="/quay" shortcut="F7">
          {words.nextPerson}
        </ButtonLink>
        {dossier !== null && (
          <ButtonLink kind="quiet" href={dossier}>
            {words.look}
          </ButtonLink>
        )}
      </p>
      {slip !== null && <p class="nhe nho">{words.printNote}</p>}
    </>
  )
}
