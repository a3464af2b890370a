import { formatDate, vietnamTime, weekdayName } from '../../platform/dates.ts'
import { formatTerm } from '../../platform/term.ts'
import { dayReasonText } from '../../deadlines/index.ts'
import { feeWords } from '../../dossiers/index.ts'
import { FormFields, type FormDefinition } from '../../forms/index.ts'
import { Details, Select } from '../../ui/index.ts'
import type { Reception } from '../reception.ts'
import { RESULT_PART } from './arrange-form.ts'
import { boxError, type PageErrors } from './page-errors.ts'
import type { ShownAtDesk } from '../held-at-desk.ts'
import { receptionTexts as texts, spokenTime } from './texts.ts'

type Props = { reception: Reception; shown: ShownAtDesk; form: FormDefinition; errors: PageErrors }

/** The slip as it will be printed, with the date reckoned before anything is promised; then how the result is received. */
export function SlipColumn({ reception, shown, form, errors }: Props) {
  const { agency, agencies, desk, desks, due } = reception
  const option = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name })
  return (
    <section class="hen" aria-label={texts.slip}>
      <h2>{texts.slip}</h2>
      <Slip reception={reception} />
      {due && (
        <Details summary={texts.dueWhy}>
          <ol class="lich-nho so">
            {due.explanation.map((reason) => (
              <li key={`${reason.on} ${reason.mark}`}>{dayReasonText(reason)}</li>
            ))}
          </ol>
        </Details>
      )}
      <div>
        {agencies.length > 1 && (
          <Select
            name="noi"
            label={texts.agency}
            options={agencies.map(option)}
            value={agency?.code ?? ''}
            {...boxError(errors, 'noi')}
          />
        )}
        {desks.length > 1 && <Select name="quay" label={texts.desk} options={desks.map(option)} value={desk.code} />}
        <FormFields definition={form} page={RESULT_PART} {...shown} errors={errors.fields} places={reception.places} />
      </div>
    </section>
  )
}

function Slip({ reception }: { reception: Reception }) {
  const { values, procedure, agency, desk, due } = reception
  const rows = [
    { label: texts.slipSubmitter, value: values.fullName || '…' },
    { label: texts.slipReceiver, value: desk.name },
    ...(agency ? [{ label: texts.slipAgency, value: agency.name }] : []),
    { label: texts.slipFees, value: feeWords(procedure, 'counter') },
  ]
  return (
    <div class="phieu">
      <div class="td">
        {texts.slipTitle[0]}
        <br />
        {texts.slipTitle[1]}
      </div>
      <div class="mm">{texts.slipCode}</div>
      <div class="ng">
        {due ? <PromisedDay due={due} /> : <div>{isCaseOpen(reception) ? texts.noCase : texts.noTerm}</div>}
      </div>
      <dl>
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function PromisedDay({ due }: { due: NonNullable<Reception['due']> }) {
  const [weekday, day, time] = [weekdayName(due.dueOn), formatDate(due.dueOn), spokenTime(vietnamTime(due.dueAt))]
  return (
    <>
      <b class="so" aria-hidden="true">
        {day.slice(0, 5)}
      </b>
      <div>
        <span class="an">{texts.dueSentence(weekday, day, time)}</span>
        <b aria-hidden="true">{texts.before(weekday, time)}</b>
        <br />
        {texts.bySlipTerm(formatTerm(due.term))}
        {due.provisional && (
          <>
            <br />
            {texts.provisional}
          </>
        )}
      </div>
    </>
  )
}

/** Several cases and none chosen yet. */
function isCaseOpen({ procedure, answers }: Reception): boolean {
  return procedure.cases.length > 1 && answers.data.caseCode === undefined
}
