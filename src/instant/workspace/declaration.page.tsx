import { formatDate, vietnamDate } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import {
  Actions,
  BackLink,
  Button,
  Checkboxes,
  Field,
  HiddenToken,
  Notice,
  Panel,
  Select,
  TextArea,
} from '../../ui/index.ts'
import { CHECKS } from '../check.ts'
import { COMPULSORY, type Definition } from '../declaration.ts'
import type { InstantView } from '../get-instant.ts'
import { REGISTER_FIELDS } from '../register-field.ts'
import { checkHints, registerFieldWords } from '../officers.texts.ts'
import { checkWords } from '../texts.ts'
import { AuthoritiesPanel } from './authorities.tsx'
import { INSTANT_PATH, instantPath } from './list.page.tsx'
import { templateWords, workTexts as t } from './texts.ts'

export type PageProps = {
  view: InstantView
  token: string
  mayEdit: boolean
  today: string
  /** What was typed and not taken. */
  typed?: Record<string, string>
  definition?: Definition
  problem?: string
  done?: string
}

/** How one procedure is decided by machine: what is in force, its switch, the draft, the instruments. */
export function DeclarationPage(props: PageProps) {
  const { view, mayEdit, problem, done } = props
  return (
    <div class="cuon-trang quy-trinh">
      <BackLink href={INSTANT_PATH}>{t.back}</BackLink>
      {problem !== undefined && (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      )}
      {done !== undefined && (
        <Notice tone="ok" role="status">
          {done}
        </Notice>
      )}
      <p class="khong-cach">
        <span class="ma nhe">{view.procedure.code}</span>
      </p>
      <h2>{view.procedure.name}</h2>
      <InForce view={view} />
      {mayEdit && view.versions.length > 0 && <SwitchPanel {...props} />}
      {mayEdit && <DraftPanel {...props} />}
      {mayEdit && view.draft && <PublishPanel {...props} />}
      <AuthoritiesPanel {...props} />
    </div>
  )
}

function InForce({ view: { inForce, lastSwitch } }: { view: InstantView }) {
  if (inForce) {
    return (
      <Notice tone="ok">
        {fill(t.inForce, { version: inForce.version, day: formatDate(inForce.validFrom) })}{' '}
        {inForce.certainty === 'demo-setting' && t.demo}
      </Notice>
    )
  }
  if (lastSwitch?.isOn === false) {
    const { at, byName: name, reason } = lastSwitch
    return <Notice tone="soon">{fill(t.offSince, { day: formatDate(vietnamDate(at)), name, reason })}</Notice>
  }
  return <Notice>{t.notInForce}</Notice>
}

function SwitchPanel({ view: { procedure, lastSwitch }, token, typed }: PageProps) {
  const isOn = lastSwitch?.isOn ?? true
  return (
    <Panel title={t.switchTitle}>
      <form method="post" action={`${instantPath(procedure.code)}/${isOn ? 'tat' : 'bat'}`}>
        <HiddenToken token={token} />
        <Field name="ly-do" label={t.switchReason} hint={t.switchHint} maxLength={500} value={typed?.['ly-do'] ?? ''} />
        <Actions>
          <Button kind={isOn ? 'danger' : 'secondary'}>{isOn ? t.switchOff : t.switchOn}</Button>
        </Actions>
      </form>
    </Panel>
  )
}

const BLANK: Definition = {
  checks: [...CHECKS],
  answers: [],
  registerFields: ['fullName', 'bornOn'],
  result: { title: '', template: 'reply' },
}

function DraftPanel({ view, token, definition }: PageProps) {
  const { procedure, draft, versions, choices, faults } = view
  const shown = definition ?? draft?.definition ?? versions[0]?.definition ?? BLANK
  return (
    <Panel title={t.declaration}>
      <p class="nhe">{draft ? fill(t.draftState, { revision: draft.revision, name: draft.byName }) : t.fromVersion}</p>
      {faults.length > 0 && (
        <Notice tone="soon" title={t.faults}>
          {faults.join(' ')}
        </Notice>
      )}
      <form method="post" action={`${instantPath(procedure.code)}/nhap`}>
        <HiddenToken token={token} />
        <input type="hidden" name="lan" value={draft?.revision ?? 0} />
        <Checkboxes
          name="kiem-tra"
          label={t.checks}
          hint={t.checksHint}
          values={shown.checks}
          options={CHECKS.map((code) => ({
            value: code,
            label: `${checkWords[code]}${COMPULSORY.includes(code) ? ' *' : ''}`,
            hint: checkHints[code],
          }))}
        />
        <TextArea name="muc" label={t.answers} hint={t.answersHint} rows={3} value={shown.answers.join('\n')} />
        <Checkboxes
          name="doi-chieu"
          label={t.registerFields}
          hint={t.registerHint}
          values={shown.registerFields}
          options={REGISTER_FIELDS.map((name) => ({ value: name, label: registerFieldWords[name] }))}
        />
        <Select
          name="ket-qua"
          label={t.resultTitle}
          value={shown.result.title}
          options={choices.resultTitles.map((title) => ({ value: title, label: title }))}
        />
        <Select
          name="mau"
          label={t.template}
          value={shown.result.template}
          options={Object.entries(templateWords).map(([value, label]) => ({ value, label }))}
        />
        <Actions>
          <Button kind="secondary">{t.save}</Button>
        </Actions>
      </form>
    </Panel>
  )
}

function PublishPanel({ view: { procedure, draft }, token, today, typed }: PageProps) {
  return (
    <Panel title={t.publishTitle}>
      <form method="post" action={`${instantPath(procedure.code)}/ban-hanh`}>
        <HiddenToken token={token} />
        <input type="hidden" name="lan" value={draft?.revision ?? 0} />
        <Field name="tu-ngay" label={t.validFrom} type="date" width="medium" value={typed?.['tu-ngay'] ?? today} />
        <Actions>
          <Button>{t.publish}</Button>
        </Actions>
      </form>
    </Panel>
  )
}
