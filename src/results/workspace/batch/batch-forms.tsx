import { field, refusalText, type WebRequest } from '../../../platform/web/web.ts'
import { Button, Details, HiddenToken, Select, TextArea } from '../../../ui/index.ts'
import type { BatchView } from '../../batch/get-batch.ts'
import { KeyQuestion, type OwnKey } from '../../../signing/index.ts'
import { OF_THE_PIN } from '../frame.tsx'
import { PinForm } from '../pin-form.tsx'
import type { Answer } from './batch.page.tsx'
import { batchPath } from './paths.ts'
import { batchTexts as texts } from './texts.ts'

type Props = {
  request: WebRequest
  view: BatchView
  token: string
  answer: Answer
  /** The application in which this officer confirms, where they type no PIN. */
  confirmIn: string | undefined
  /** How who approves opens their own key; null where the approval needs no signature. */
  ownKey: OwnKey | null
}

/** What this officer may do with the batch now. */
export function BatchForms({ request, view, token, answer, confirmIn, ownKey }: Props) {
  const { batch, decision, actions } = view
  const path = (name: string) => batchPath(batch.no, `/${name}`)
  const refusal = answer.outcome?.ok === false ? answer.outcome.refusal : undefined
  const pinError = refusal && OF_THE_PIN.has(refusal.code) ? { error: refusalText(request, refusal) } : {}
  const back = { view, token, answer }
  const may = (action: BatchView['actions'][number]) => actions.includes(action)
  return (
    <>
      {may('approveResult') && (
        <form method="post" action={path('duyet')}>
          <HiddenToken token={token} />
          <input type="hidden" name="ban" value={decision.version} />
          <p class="nhe nho">{texts.approveNote}</p>
          {ownKey !== null && <KeyQuestion own={ownKey} {...pinError} />}
          <Button icon="check" block>
            {texts.approve}
          </Button>
        </form>
      )}
      {may('signResult') && (
        <PinForm
          action={path('ky')}
          token={token}
          label={texts.pin}
          hint={texts.signHint}
          submit={texts.sign}
          confirmIn={confirmIn}
          icon="pen-line"
          version={decision.version}
          {...pinError}
        />
      )}
      {may('sealResult') && (
        <PinForm
          action={path('dong-dau')}
          token={token}
          label={texts.pin}
          hint={decision.state === 'sealed' ? texts.sealRest : texts.sealHint}
          submit={texts.seal}
          confirmIn={confirmIn}
          icon="stamp"
          {...pinError}
        />
      )}
      {may('returnDraft') && (
        <>
          <BackForm
            {...back}
            name="bo-ra"
            title={texts.remove}
            hint={texts.removeHint}
            submit={texts.removeSubmit}
            which
          />
          <BackForm {...back} name="tra-lai" title={texts.giveBack} hint={texts.giveBackHint} submit={texts.giveBack} />
        </>
      )}
      {may('returnStep') && (
        <BackForm
          {...back}
          name="tra-nguoi-ky"
          title={texts.returnSigned}
          hint={texts.returnSignedHint}
          submit={texts.returnSigned}
        />
      )}
    </>
  )
}

type BackProps = {
  view: BatchView
  token: string
  answer: Answer
  name: string
  title: string
  hint: string
  submit: string
  /** Asks which dossier. */
  which?: boolean
}

/** Something goes back, with the reason; what was typed stays. */
function BackForm({ view, token, answer: { form = {}, at }, name, title, hint, submit, which = false }: BackProps) {
  const isSent = at === name
  const inside = view.members.filter(({ state }) => state === 'in')
  return (
    <Details summary={title} open={isSent}>
      <form method="post" action={batchPath(view.batch.no, `/${name}`)}>
        <HiddenToken token={token} />
        {which && (
          <Select
            name="ho-so"
            label={texts.removeWhich}
            options={inside.map((one) => ({ value: one.dossierCode, label: `${one.name}, ${one.dossierCode}` }))}
            value={isSent ? field(form, 'ho-so') : ''}
          />
        )}
        <TextArea
          id={`ly-do-${name}`}
          name="ly-do"
          label={texts.reason}
          hint={hint}
          rows={3}
          maxLength={1_000}
          value={isSent ? field(form, 'ly-do') : ''}
        />
        <Button kind="secondary" block>
          {submit}
        </Button>
      </form>
    </Details>
  )
}
