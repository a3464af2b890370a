import { formatDate, formatDateTime, vietnamDate, vietnamTime, weekdayName } from '../../../platform/dates.ts'
import { refusalWords, type RefusalTexts } from '../../../platform/refusal.ts'
import { shortProcedureName } from '../../../catalogue/index.ts'
import { itemsLeft, type Taking } from '../../../dossiers/index.ts'
import {
  BlockCalendar,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  Notice,
  Radios,
  SummaryList,
} from '../../../ui/index.ts'
import { boxError, errorItems, type PageErrors } from '../page-errors.ts'
import { spokenTime } from '../texts.ts'
import { ItemRow } from './item-row.tsx'
import { channelTexts, findTexts, takingTexts as texts } from './texts.ts'
import { DeskForm } from '../desk-form.tsx'

type Props = {
  taking: Taking
  errors: PageErrors
  /** Address of this page, with the form token. */
  action: string
  token: string
  fileBytes: number
  refusals: RefusalTexts
}

/** What a supplement request asked for, taken paper by paper. */
export function TakingPage({ taking, errors, action, token, fileBytes, refusals }: Props) {
  const { request, procedure, half } = taking
  return (
    <DeskForm action={action} token={token}>
      <div class="soan">
        <div class="trai">
          <ErrorSummary errors={errorItems(errors)} {...(errors.title === undefined ? {} : { title: errors.title })} />
          {half && <Notice tone="ok">{texts.kept(half.savedByName, formatDateTime(half.savedAt))}</Notice>}
          {taking.isLate && (
            <Notice tone="soon" title={texts.late(formatDate(request.replyBy))}>
              {texts.lateBody}
            </Notice>
          )}
          <h1 title={procedure.name}>{texts.title(taking.code)}</h1>
          <p>
            {shortProcedureName(procedure.name)}.{' '}
            {texts.asked(request.no, request.byName, formatDate(vietnamDate(request.requestedAt)))},{' '}
            {texts.replyBy(formatDate(request.replyBy))}.
          </p>
          <ol class="tps" aria-label={texts.papers}>
            {request.items.map((item) => (
              <ItemRow key={item.no} taking={taking} item={item} errors={errors} fileBytes={fileBytes} />
            ))}
          </ol>
        </div>
        <aside class="phai-dt" aria-label={texts.promise}>
          <NewDate taking={taking} refusals={refusals} />
          <Who taking={taking} errors={errors} />
        </aside>
      </div>
      <Decisions taking={taking} />
    </DeskForm>
  )
}

/** The date that is promised when it is received now, or why that has to wait. */
function NewDate({ taking: { due, whyNotReceive }, refusals }: Pick<Props, 'taking' | 'refusals'>) {
  if (whyNotReceive)
    return (
      <Notice tone="soon" title={texts.cannotReceive}>
        {refusalWords(refusals, whyNotReceive)}
      </Notice>
    )
  if (!due) return null
  const [day = '', month = '', year = ''] = formatDate(due.dueOn).split('/')
  const [weekday, time] = [weekdayName(due.dueOn), spokenTime(vietnamTime(due.dueAt))]
  return (
    <>
      <h2>{texts.promise}</h2>
      <BlockCalendar
        heading={texts.promiseHeading(month, year)}
        day={day}
        weekday={`${weekday}, ${time}`}
        label={texts.promiseSentence(weekday, formatDate(due.dueOn), time)}
      />
      <p class="nhe nho">{texts.promiseWhy}</p>
    </>
  )
}

function Who({ taking: { applicantName, submitterName, half }, errors }: Pick<Props, 'taking' | 'errors'>) {
  const isAnother = submitterName !== applicantName
  return (
    <div>
      <SummaryList
        rows={[
          { label: texts.applicant, value: applicantName },
          ...(isAnother ? [{ label: texts.submitter, value: submitterName }] : []),
        ]}
      />
      <Radios
        name="kenh"
        label={texts.channel}
        value={half?.channel ?? 'counter'}
        options={(['counter', 'postal'] as const).map((value) => ({ value, label: channelTexts[value] }))}
      />
      <Field
        name="nguoi-mang"
        label={texts.broughtBy}
        hint={texts.broughtByHint}
        optional
        autoComplete="off"
        value={half?.broughtBy ?? ''}
        {...boxError(errors, 'nguoi-mang')}
      />
    </div>
  )
}

function Decisions({ taking: { request, half, whyNotReceive } }: Pick<Props, 'taking'>) {
  const left = itemsLeft(request, half?.items ?? []).length
  return (
    <footer class="lenh">
      <ButtonLink kind="quiet" href="/quay/bo-sung" icon="arrow-left" shortcut="Escape">
        <span class="an">{findTexts.another}</span>
      </ButtonLink>
      <Button kind="secondary" shortcut="F2" name="viec" value="luu">
        {texts.save}
      </Button>
      <Button kind={whyNotReceive ? 'primary' : 'secondary'} name="viec" value="nhan-sau">
        {texts.takeOnly}
      </Button>
      <span class="phai nhe" id="con-viec">
        {left === 0 ? texts.ready : texts.left(left)}
      </span>
      {!whyNotReceive && (
        <Button icon="check" shortcut="F9" name="viec" value="nhan" describedBy="con-viec">
          {texts.take}
        </Button>
      )}
    </footer>
  )
}
