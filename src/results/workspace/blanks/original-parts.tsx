import { formatDate, formatDateTime, type LegalDate } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { Button, ButtonLink, Details, Field, FileInput, HiddenToken, SummaryList } from '../../../ui/index.ts'
import type { OriginalView } from '../../blanks/get-original.ts'
import { workPath } from '../../../dossiers/index.ts'
import { ReturnForm } from '../decide.tsx'
import type { OpenResult } from '../open-result.ts'
import { PinForm } from '../pin-form.tsx'
import { texts as resultTexts } from '../texts.ts'
import { originalPath } from './paths.ts'
import { blankTexts as texts } from './texts.ts'

export type OriginalSteps = Record<'use' | 'sign' | 'scan' | 'certify' | 'giveBack' | 'returnSigned', boolean>

export function OriginalFacts({ view: { kind, blank, original } }: { view: OriginalView }) {
  return (
    <SummaryList
      rows={[
        { label: texts.kindLabel, value: kind.name },
        { label: texts.serialLabel, value: blank?.serial ?? texts.serialNone, figures: true },
        ...(original
          ? [
              {
                label: texts.signedLabel,
                value: fill(texts.signedWords, { name: original.signedByName, day: formatDate(original.signedOn) }),
              },
            ]
          : []),
        ...(original?.scannedAt
          ? [
              {
                label: texts.scanLabel,
                value: fill(texts.scanWords, {
                  pages: original.scanPages,
                  name: original.scannedByName,
                  at: formatDateTime(original.scannedAt),
                }),
              },
            ]
          : []),
      ]}
    />
  )
}

type Props = {
  opened: OpenResult
  view: OriginalView
  token: string
  may: OriginalSteps
  today: LegalDate
  /** The serial number that was refused. */
  sent: string
  pinError: string | undefined
}

/** What comes next, for whoever may do it; for the others who is waited for. */
export function NextStep(props: Props) {
  const { opened, view, may } = props
  const { state, content } = opened.view.result
  if (state === 'approved' && !view.blank) return may.use ? <UseForm {...props} /> : null
  if (state === 'approved') {
    if (!may.sign) return <p class="nhe">{fill(texts.waitsSignature, { name: content.signature.fullName })}</p>
    return <SignForm {...props} />
  }
  if (state !== 'signed') {
    return (
      <ButtonLink kind="secondary" href={workPath(opened.code)} icon="arrow-left" block>
        {texts.toDossier}
      </ButtonLink>
    )
  }
  return view.original?.scanFileId ? <CertifyForm {...props} /> : <ScanForm {...props} />
}

function UseForm({ opened, view, token, sent }: Props) {
  return (
    <form method="post" action={originalPath(opened.code, '/phoi')}>
      <HiddenToken token={token} />
      <Field
        name="so"
        label={texts.useTitle}
        hint={view.next === null ? texts.useNone : fill(texts.useHint, { serial: view.next })}
        value={sent || (view.next ?? '')}
        maxLength={40}
        figures
      />
      <Button icon="check" block>
        {texts.useSubmit}
      </Button>
    </form>
  )
}

function SignForm({ opened, view, token, may, today }: Props) {
  const serial = view.blank?.serial ?? ''
  return (
    <>
      <form method="post" action={originalPath(opened.code, '/ky-tay')}>
        <HiddenToken token={token} />
        <h3>{texts.signTitle}</h3>
        <p>{fill(texts.signLead, { serial })}</p>
        <Field name="ngay" type="date" label={texts.signedOn} value={today} />
        <Button icon="pen-line" block>
          {fill(texts.signSubmit, { serial })}
        </Button>
      </form>
      {may.giveBack && <ReturnForm code={opened.code} token={token} />}
    </>
  )
}

function ScanForm({ opened, view, token, may }: Props) {
  if (!may.scan) return <p class="nhe">{texts.waitsScan}</p>
  const isAgain = Boolean(view.original?.scanFileId)
  return (
    <form
      method="post"
      action={`${originalPath(opened.code, '/scan')}?_csrf=${encodeURIComponent(token)}`}
      enctype="multipart/form-data"
      data-upload
      data-upload-origin="scan"
    >
      <FileInput
        name="scan"
        id={isAgain ? 'scan-lai' : 'scan'}
        label={texts.scanTitle}
        hint={texts.scanHint}
        accept=".pdf,application/pdf"
        required
      />
      <Button kind={isAgain ? 'secondary' : 'primary'} icon="upload" block>
        {texts.scanSubmit}
      </Button>
    </form>
  )
}

function CertifyForm(props: Props) {
  const { opened, token, may, pinError } = props
  return (
    <>
      {may.certify && (
        <PinForm
          action={originalPath(opened.code, '/sao-y')}
          token={token}
          label={texts.certifyPin}
          hint={texts.certifyHint}
          submit={texts.certifySubmit}
          icon="stamp"
          {...(pinError === undefined ? {} : { error: pinError })}
        />
      )}
      {may.scan && (
        <Details summary={texts.scanAgain}>
          <ScanForm {...props} />
        </Details>
      )}
      {may.returnSigned && (
        <ReturnForm
          code={opened.code}
          token={token}
          action={`/van-thu/${encodeURIComponent(opened.code)}/tra-nguoi-ky`}
          title={resultTexts.returnToSignatory}
          hint={resultTexts.returnToSignatoryHint}
        />
      )}
    </>
  )
}
