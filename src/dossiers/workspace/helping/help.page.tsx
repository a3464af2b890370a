import { holds, type Actor } from '../../../platform/actor.ts'
import { formatDateTime, vietnamTime } from '../../../platform/dates.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  HiddenToken,
  Notice,
  SummaryList,
  type SummaryRow,
} from '../../../ui/index.ts'
import { HELPING, helpAddress } from '../../helping/addresses.ts'
import type { HelpView } from '../../helping/get-help.ts'
import { stateOf } from './ask.page.tsx'
import { helpingTexts as words } from './texts.ts'

type Props = { help: HelpView; problem: string | undefined; actor: Actor; token: string }

/** One help: waiting for the person to agree, going on, or over. */
export function HelpPage({ help, problem, actor, token }: Props) {
  const isAsked = stateOf(help) === 'asked'
  return (
    <div class="cuon-trang">
      <BackLink href={HELPING}>{words.title}</BackLink>
      {problem !== undefined && <ErrorSummary errors={[{ field: 'ma', message: problem }]} />}
      <SummaryList rows={rowsOf(help)} boxed />
      {isAsked && help.phone !== null && <CodeForm help={help} problem={problem} token={token} />}
      {isAsked && holds(actor, 'intake-officer') && <PaperForm help={help} token={token} />}
      {help.isOpen && <Going help={help} token={token} />}
    </div>
  )
}

function CodeForm({ help, problem, token }: Omit<Props, 'actor'>) {
  return (
    <form method="post" action={`${helpAddress(help.id)}/ma`}>
      <HiddenToken token={token} />
      <h2>{words.codeTitle}</h2>
      <p>{words.codeSent(help.helpedName, help.phone ?? '')}</p>
      <Field
        name="ma"
        label={words.code}
        inputMode="numeric"
        autoComplete="off"
        {...(problem === undefined ? {} : { error: problem })}
      />
      <Button icon="check">{words.confirm}</Button>
    </form>
  )
}

function PaperForm({ help, token }: Pick<Props, 'help' | 'token'>) {
  return (
    <form method="post" action={`${helpAddress(help.id)}/giay`}>
      <HiddenToken token={token} />
      <h2>{words.paperTitle}</h2>
      <p>{words.paperLead(help.helpedName)}</p>
      <Button kind="secondary" icon="user-check">
        {words.paper}
      </Button>
    </form>
  )
}

function Going({ help, token }: Pick<Props, 'help' | 'token'>) {
  return (
    <>
      {help.dossierCode !== null && (
        <Notice tone="ok" role="status" title={words.filed(help.dossierCode)}>
          {words.filedBody}
        </Notice>
      )}
      <form method="post" action={`${helpAddress(help.id)}/ket-thuc`} class="hang">
        <HiddenToken token={token} />
        {help.dossierCode === null && help.resumeCode !== null && (
          <ButtonLink href={`/bai-khai/${help.resumeCode}`}>{words.goOn}</ButtonLink>
        )}
        <Button kind={help.dossierCode === null ? 'secondary' : 'primary'}>{words.end}</Button>
      </form>
    </>
  )
}

function rowsOf(help: HelpView): SummaryRow[] {
  return [
    { label: words.person, value: <b>{help.helpedName}</b> },
    { label: words.procedure, value: help.procedureName },
    { label: words.where, value: help.unitName },
    { label: words.when, value: formatDateTime(help.askedAt), figures: true },
    { label: words.state, value: words.states[stateOf(help)] },
    ...(help.isOpen && help.endsAt ? [{ label: words.until, value: vietnamTime(help.endsAt), figures: true }] : []),
  ]
}
