import { formatDate, vietnamDate, vietnamTime } from '../../platform/dates.ts'
import { act, field } from '../../platform/web/web.ts'
import { Field, TextArea } from '../../ui/index.ts'
import { returnStep } from '../appraisal/return-step.ts'
import { takeDossier } from '../appraisal/take-dossier.ts'
import { extendDeadline } from '../clock/extend-deadline.ts'
import { resumeDossier, suspendDossier } from '../clock/suspend-dossier.ts'
import { doneWords } from '../texts.ts'
import { undoStep } from '../undo/undo-step.ts'
import { fill } from './texts.ts'
import { TurnFrame } from './turn-frame.tsx'
import { turnFields as words, turnTexts } from './turns.texts.ts'
import { withError, type Errors, type WorkForm } from './work-form.tsx'

type Texts = Record<string, string>

/** A field left empty, by the name it has on the page. */
export function missing(values: Texts, names: Record<string, string>): Errors {
  return Object.entries(names)
    .filter(([name]) => (values[name] ?? '').trim() === '')
    .map(([name, label]) => ({ field: name, message: fill(words.missing, { name: label.toLocaleLowerCase('vi') }) }))
}

const codeOf = (dossierCode: string) => ({ dossierCode })

/** A specialist takes what nobody has yet. */
export const takeForm: WorkForm<null> = {
  path: 'nhan-viec',
  action: 'takeDossier',
  title: turnTexts.takeDossier.title,
  blank: () => null,
  read: () => null,
  check: () => [],
  send: (request, { view }) => act(request, takeDossier, codeOf(view.dossier.code)),
  body: (form) => <TurnFrame form={form} texts={turnTexts.takeDossier} icon="user-check" />,
}

/** A specialist gives it back to be assigned anew. */
export const returnForm: WorkForm<Texts> = {
  path: 'tra-lai',
  action: 'returnStep',
  title: turnTexts.returnStep.title,
  blank: () => ({}),
  read: (form) => ({ 'ly-do': field(form, 'ly-do') }),
  check: (values) => missing(values, { 'ly-do': words.reason }),
  fields: { '/reason': 'ly-do' },
  send: (request, { view }, values) =>
    act(request, returnStep, { ...codeOf(view.dossier.code), reason: values['ly-do'] ?? '' }),
  body: (form) => (
    <TurnFrame form={form} texts={turnTexts.returnStep} icon="message-square-reply">
      <Reason values={form.values} errors={form.errors} hint={words.returnHint} />
    </TurnFrame>
  ),
}

/** The clock stands on a legal basis. */
export const suspendForm: WorkForm<Texts> = {
  path: 'tam-dung',
  action: 'suspendDossier',
  title: turnTexts.suspendDossier.title,
  blank: () => ({}),
  read: (form) => ({
    'van-ban': field(form, 'van-ban'),
    'can-cu': field(form, 'can-cu'),
    'ly-do': field(form, 'ly-do'),
  }),
  check: (values) => missing(values, { 'ly-do': words.reason, 'can-cu': words.legalBasis, 'van-ban': words.document }),
  fields: { '/document': 'van-ban', '/legalBasis': 'can-cu', '/reason': 'ly-do' },
  send: (request, { view }, values) =>
    act(request, suspendDossier, {
      ...codeOf(view.dossier.code),
      document: values['van-ban'] ?? '',
      legalBasis: values['can-cu'] ?? '',
      reason: values['ly-do'] ?? '',
    }),
  body: (form) => (
    <TurnFrame form={form} texts={turnTexts.suspendDossier} icon="circle-pause">
      <Reason values={form.values} errors={form.errors} hint={words.suspendHint} />
      <LegalBasis values={form.values} errors={form.errors} />
      <Document values={form.values} errors={form.errors} />
    </TurnFrame>
  ),
}

/** The clock runs on. */
export const resumeForm: WorkForm<Texts> = {
  path: 'tiep-tuc',
  action: 'resumeDossier',
  title: turnTexts.resumeDossier.title,
  blank: () => ({}),
  read: (form) => ({ 'van-ban': field(form, 'van-ban') }),
  check: (values) => missing(values, { 'van-ban': words.document }),
  fields: { '/document': 'van-ban' },
  send: (request, { view }, values) =>
    act(request, resumeDossier, { ...codeOf(view.dossier.code), document: values['van-ban'] ?? '' }),
  body: (form) => (
    <TurnFrame form={form} texts={turnTexts.resumeDossier} icon="check">
      <Document values={form.values} errors={form.errors} />
    </TurnFrame>
  ),
}

/** The apology with one new date (form 04). */
export const extendForm: WorkForm<Texts> = {
  path: 'hen-lai',
  action: 'extendDeadline',
  title: turnTexts.extendDeadline.title,
  blank: () => ({}),
  read: (form) => ({ 'ly-do': field(form, 'ly-do'), ngay: field(form, 'ngay') }),
  check: (values) => missing(values, { 'ly-do': words.reason, ngay: words.until }),
  whyNot: ({ view }) => view.whyNotExtend,
  fields: { '/reason': 'ly-do', '/until': 'ngay' },
  send: (request, { view }, values) =>
    act(request, extendDeadline, {
      ...codeOf(view.dossier.code),
      reason: values['ly-do'] ?? '',
      until: values.ngay ?? '',
    }),
  body: (form) => {
    const { dueOn } = form.work.view.dossier
    return (
      <TurnFrame form={form} texts={turnTexts.extendDeadline} icon="calendar-days">
        <Reason values={form.values} errors={form.errors} hint={words.extendHint} />
        <Field
          name="ngay"
          type="date"
          label={words.until}
          hint={fill(words.untilNow, { day: dueOn ? formatDate(dueOn) : '' })}
          width="short"
          figures
          value={form.values.ngay ?? ''}
          {...withError(form.errors, 'ngay')}
        />
      </TurnFrame>
    )
  },
}

/** The own last step is taken back. */
export const undoForm: WorkForm<null> = {
  path: 'hoan-tac',
  action: 'undoStep',
  title: turnTexts.undoStep.title,
  blank: () => null,
  read: () => null,
  check: () => [],
  send: (request, { view }) => act(request, undoStep, codeOf(view.dossier.code)),
  body: (form) => {
    const last = form.work.view.steps.at(-1)
    return (
      <TurnFrame form={form} texts={turnTexts.undoStep} icon="history">
        {last && (
          <p>
            <b>{last.byName}</b>{' '}
            {fill(words.lastStep, {
              done: doneWords[last.action],
              time: vietnamTime(last.at),
              day: formatDate(vietnamDate(last.at)),
            })}
          </p>
        )}
      </TurnFrame>
    )
  },
}

type FieldProps = { values: Texts; errors: Errors }

export function Reason({ values, errors, hint }: FieldProps & { hint: string }) {
  return (
    <TextArea
      name="ly-do"
      label={words.reason}
      hint={hint}
      rows={4}
      maxLength={1_000}
      value={values['ly-do'] ?? ''}
      {...withError(errors, 'ly-do')}
    />
  )
}

export function LegalBasis({ values, errors }: FieldProps) {
  return (
    <Field
      name="can-cu"
      label={words.legalBasis}
      hint={words.legalBasisHint}
      maxLength={500}
      value={values['can-cu'] ?? ''}
      {...withError(errors, 'can-cu')}
    />
  )
}

function Document({ values, errors }: FieldProps) {
  return (
    <Field
      name="van-ban"
      label={words.document}
      hint={words.documentHint}
      maxLength={200}
      value={values['van-ban'] ?? ''}
      {...withError(errors, 'van-ban')}
    />
  )
}
