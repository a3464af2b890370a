import { Button, Details, FileInput, HiddenToken, Notice, Radios, TextArea } from '../../../ui/index.ts'
import type { OwnPart } from '../../linked/get-linked-part.ts'
import { PART_OUTCOMES, type PartOutcome } from '../../linked/linked-part.ts'
import { partOutcomeWords } from '../../linked/texts.ts'
import { withError, type Errors } from '../work-form.tsx'
import { ownPartTexts as texts } from './texts.ts'

export type PartValues = { outcome: PartOutcome | undefined; note: string; reason: string }

type Props = { part: OwnPart; values: PartValues; errors: Errors; token: string; fileBytes: number }

/** What the body may do with its part: accept it, report it done, give it back. */
export function OwnForms({ part, values, errors, token, fileBytes }: Props) {
  const csrf = new URLSearchParams({ _csrf: token }).toString()
  const action = (verb: string) => `/lien-thong/${part.id}/${verb}`
  if (part.whyNotReturn?.code === 'dossiers.not-your-step') return <Notice>{texts.watching}</Notice>
  if (part.whyNotReturn !== null) return null
  return (
    <>
      {part.whyNotAccept === null && (
        <form method="post" action={action('nhan')}>
          <HiddenToken token={token} />
          <p class="nhe">{texts.responsibility}</p>
          <Button icon="check">{texts.accept}</Button>
        </form>
      )}
      {part.whyNotComplete === null && (
        <form method="post" action={`${action('xong')}?${csrf}`} encType="multipart/form-data">
          <h3>{texts.complete}</h3>
          <Radios
            name="ket-qua"
            label={texts.outcome}
            options={PART_OUTCOMES.map((outcome) => ({ value: outcome, label: partOutcomeWords[outcome] }))}
            {...(values.outcome === undefined ? {} : { value: values.outcome })}
            {...withError(errors, 'ket-qua')}
          />
          <TextArea
            name="ghi-chu"
            label={texts.result}
            hint={texts.resultHint}
            rows={4}
            maxLength={1_000}
            value={values.note}
            {...withError(errors, 'ghi-chu')}
          />
          <FileInput
            name="van-ban"
            label={texts.file}
            optional
            accept=".pdf,image/jpeg,image/png"
            maxBytes={fileBytes}
            {...withError(errors, 'van-ban')}
          />
          {errors.length > 0 && <p class="nhe">{texts.fileAgain}</p>}
          <Button icon="send-horizontal">{texts.submit}</Button>
        </form>
      )}
      <Details summary={texts.returning} open={errors.some(({ field }) => field === 'ly-do')}>
        <form method="post" action={action('tra')}>
          <HiddenToken token={token} />
          <TextArea
            name="ly-do"
            label={texts.reason}
            hint={texts.reasonHint}
            rows={3}
            maxLength={1_000}
            value={values.reason}
            {...withError(errors, 'ly-do')}
          />
          <Button kind="secondary" icon="message-square-reply">
            {texts.returnSubmit}
          </Button>
        </form>
      </Details>
    </>
  )
}
