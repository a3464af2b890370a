import { instantOf, vietnamDate, formatDate } from '../../platform/dates.ts'
import { act, field } from '../../platform/web/web.ts'
import { Button, ButtonLink, Field, HiddenToken, TextArea } from '../../ui/index.ts'
import { dueFrom } from '../clock/due.ts'
import { requestSupplement } from '../supplement/request-supplement.ts'
import { type Work } from './open-work.ts'
import { workPath } from '../work-path.ts'
import { SupplementPapers } from './supplement-papers.tsx'
import { CitizenPhone } from './supplement-preview.tsx'
import {
  askedPapers,
  blankSupplement,
  checkSupplement,
  isDayAfter,
  readSupplement,
  type SupplementValues,
} from './supplement-values.ts'
import { supplementTexts as texts } from './supplement.texts.ts'
import { fill, headerTexts } from './texts.ts'
import { errorOf, withError, type Errors, type FormProps, type WorkForm } from './work-form.tsx'

// Offices close then; what comes later counts from the next working day.
const END_OF_DAY = '16:30'

/** Asks the citizen once and in full, passing over every paper; the citizen's telephone stands beside. */
export const supplementForm: WorkForm<SupplementValues> = {
  path: 'bo-sung',
  action: 'requestSupplement',
  title: texts.title,
  blank: blankSupplement,
  read: readSupplement,
  check: checkSupplement,
  fields: { '/replyBy': 'han', '/whyAgain': 'vi-sao-hoi-lai', '/legalBasis': 'can-cu' },
  isPreview: (form) => field(form, 'xem') !== '',
  send: (request, { view }, values) =>
    act(request, requestSupplement, {
      dossierCode: view.dossier.code,
      items: askedPapers(values).map(({ code, what, why, how }) => ({
        ...(code === null ? {} : { componentCode: code }),
        what,
        reason: why,
        how,
      })),
      replyBy: values.replyBy,
      ...(values.legalBasis === '' ? {} : { legalBasis: values.legalBasis }),
      ...(values.whyAgain === '' ? {} : { whyAgain: values.whyAgain }),
    }),
  async body(props) {
    const { work, values, errors, token, top, seen } = props
    const newDue = await newDueIfAnswered(props)
    return (
      <form class="khung-viec" method="post">
        <HiddenToken token={token} />
        {seen}
        <div class="soan">
          <div class="trai">
            {top}
            <h2>{texts.heading}</h2>
            <p>{fill(texts.lead, { count: values.papers.length - 1 })}</p>
            <SupplementPapers papers={values.papers} errors={errors} />
            <Conditions work={work} values={values} errors={errors} newDue={newDue} />
          </div>
          <aside class="phai-dt" aria-label={texts.citizenSees}>
            <CitizenPhone work={work} values={values} newDue={newDue} />
          </aside>
        </div>
        <footer class="lenh">
          <ButtonLink kind="quiet" href={workPath(work.view.dossier.code)}>
            {headerTexts.cancel}
          </ButtonLink>
          <span class="phai nhe">{texts.clock}</span>
          <Button kind="secondary" name="xem" value="1">
            {texts.preview}
          </Button>
          <Button icon="send-horizontal" shortcut="Ctrl+Enter">
            {texts.send}
          </Button>
        </footer>
      </form>
    )
  },
}

/** The day that would be promised when the citizen answers on the last day; null while no day is chosen. */
async function newDueIfAnswered({ request, work, values }: FormProps<SupplementValues>): Promise<string | null> {
  if (!isDayAfter(values.replyBy, vietnamDate(work.now))) return null
  const { competentUnitId, term } = work.view.dossier
  const due = await dueFrom(request.server.app.db, competentUnitId, term, instantOf(values.replyBy, END_OF_DAY))
  return formatDate(due.dueOn)
}

type ConditionProps = { work: Work; values: SupplementValues; errors: Errors; newDue: string | null }

function Conditions({ work, values, errors, newDue }: ConditionProps) {
  const { supplementCount } = work.view.dossier
  return (
    <>
      {supplementCount > 0 && (
        <TextArea
          name="vi-sao-hoi-lai"
          label={texts.whyAgain}
          hint={fill(texts.whyAgainHint, { count: supplementCount })}
          rows={2}
          maxLength={1_000}
          value={values.whyAgain}
          {...withError(errors, 'vi-sao-hoi-lai')}
        />
      )}
      <div class="dk">
        <Field
          name="han"
          type="date"
          label={texts.replyBy}
          width="short"
          figures
          value={values.replyBy}
          {...withError(errors, 'han')}
        />
        <Field
          name="can-cu"
          label={texts.legalBasis}
          optional
          width="medium"
          maxLength={500}
          value={values.legalBasis}
        />
        {newDue !== null && (
          <p>
            {texts.newDue}
            <br />
            <b class="so">{fill(texts.computed, { day: newDue })}</b>
          </p>
        )}
      </div>
      <label class="dau-tich">
        <input
          type="checkbox"
          id="da-xem"
          name="da-xem"
          value="1"
          checked={values.hasSeenAll}
          aria-invalid={errorOf(errors, 'da-xem') === undefined ? undefined : 'true'}
        />
        <span>{texts.allSeen}</span>
      </label>
    </>
  )
}
