import { formatDateTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { field, type FormBody } from '../../platform/web/web.ts'
import { Button, Details, Field, HiddenToken, Notice, TextArea } from '../../ui/index.ts'
import type { DeliveryRefused } from '../result.ts'
import { texts } from './texts.ts'

/** Who did not take the paper and why. */
export function NotTaken({ refused: { refusedByName, byName, at, reason } }: { refused: DeliveryRefused }) {
  const words = { who: refusedByName, name: byName, at: formatDateTime(at) }
  return (
    <Notice tone="hold" title={fill(texts.notTakenNotice, words)}>
      {reason}
    </Notice>
  )
}

/** The desk notes that the citizen does not take it; open when something was sent and refused. */
export function NotTakenForm({
  action,
  token,
  form,
  applicant,
}: {
  action: string
  token: string
  form: FormBody
  applicant: string
}) {
  const wasSent = 'ly-do' in form
  const tooShort = wasSent && field(form, 'ly-do').length < 5
  return (
    <Details summary={texts.notTakenTitle} open={wasSent}>
      <form method="post" action={action}>
        <HiddenToken token={token} />
        <p class="nhe nho">{texts.notTakenLead}</p>
        <Field
          name="nguoi-khong-nhan"
          label={texts.notTakenBy}
          value={wasSent ? field(form, 'nguoi-khong-nhan') : applicant}
          maxLength={200}
        />
        <TextArea
          name="ly-do"
          label={texts.notTakenReason}
          hint={texts.notTakenReasonHint}
          rows={3}
          maxLength={1_000}
          value={field(form, 'ly-do')}
          {...(tooShort ? { error: texts.notTakenMissing } : {})}
        />
        <Button kind="secondary">{texts.notTakenSubmit}</Button>
      </form>
    </Details>
  )
}
