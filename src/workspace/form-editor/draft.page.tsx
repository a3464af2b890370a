import { addDays, formatDateTime, type LegalDate } from '../../platform/dates.ts'
import { BackLink, Button, ButtonLink, Field, HiddenToken, Notice, Panel, Table } from '../../ui/index.ts'
import { changeRow, faultLine, spotText, type FieldSpec, type FormView, type Spot } from '../../forms/index.ts'
import { Add, ItemForm } from './item-form.tsx'
import { Outline } from './outline.tsx'
import { FORMS_PATH } from './list.page.tsx'
import { PreviewFrames } from './preview-frames.tsx'
import { SettingsForm } from './settings-form.tsx'
import { draftTexts as t, formPageTexts } from './texts.ts'

type Props = {
  view: FormView
  draft: NonNullable<FormView['draft']>
  name: string
  token: string
  today: LegalDate
  /** The page, section or question being edited. */
  at: Spot | undefined
  /** Questions asked once, of the common pages too. */
  once: readonly FieldSpec[]
  facts: readonly { value: string; label: string }[]
  problem?: string
  /** What of a file could not be taken over. */
  notes: readonly string[]
}

/** A draft: what is wrong with it, its pages and questions, how people will see it, what it changes, the way into force. */
export function DraftPage({ view, draft, name, token, today, at, once, facts, problem, notes }: Props) {
  const { layout, revision, faults } = draft
  const base = `${FORMS_PATH}/${view.code}`
  const action = `${base}/nhap`
  const editing = { layout, action, token, revision }
  return (
    <div class="cuon-trang bieu-mau">
      <BackLink href={view.versions.length > 0 ? base : FORMS_PATH}>{name}</BackLink>
      {problem !== undefined && (
        <Notice tone="late" role="alert" title={`${t.notSaved}.`}>
          {problem}
        </Notice>
      )}
      <p class="nhe">{formPageTexts.draftBy(draft.byName, formatDateTime(new Date(draft.savedAt)))}</p>
      <Faults draft={draft} base={action} />
      {notes.length > 0 && (
        <Notice tone="soon" role="status" title={`${t.notTakenOver(notes.length)}.`}>
          {notes.join('; ')}
        </Notice>
      )}
      <div class="cac-nut">
        <ButtonLink kind="secondary" icon="download" download href={`${base}/tep?ban=nhap`}>
          {formPageTexts.export}
        </ButtonLink>
        <form method="post" action={action}>
          <HiddenToken token={token} />
          <input type="hidden" name="lan" value={revision} />
          <Button kind="quiet" icon="x" name="viec" value="bo-nhap">
            {t.discard}
          </Button>
        </form>
      </div>
      <div class="soan-mau">
        <section aria-labelledby="dan-y">
          <h2 id="dan-y">{t.outline}</h2>
          <Outline layout={layout} base={action} at={at} faults={faults} />
          <Add {...editing} work="them-trang" title={t.addPage} label={t.addPageName} />
          <SettingsForm {...editing} open={false} />
        </section>
        <section id="sua">
          {at ? <ItemForm {...editing} spot={at} once={once} facts={facts} /> : <p class="nhe">{t.chooseSomething}</p>}
        </section>
      </div>
      <h2 id="xem">{t.preview}</h2>
      <PreviewFrames base={base} page={layout.pages[at?.page ?? 0]} isBroken={faults.length > 0} />
      <h2 id="khac">{t.changes}</h2>
      <Changes view={view} draft={draft} fields={once} />
      {faults.length === 0 && (view.versions.length === 0 || draft.changes.length > 0) && (
        <Panel title={t.publish}>
          <form method="post" action={`${base}/ban-hanh`}>
            <HiddenToken token={token} />
            <input type="hidden" name="lan" value={revision} />
            <Field
              name="tu-ngay"
              type="date"
              label={t.validFrom}
              hint={t.publishHint}
              value={earliest(view, today)}
              width="medium"
            />
            <Button icon="badge-check">{t.publishButton}</Button>
          </form>
        </Panel>
      )}
    </div>
  )
}

/** The first day the version may be in force. */
function earliest({ versions: [newest] }: FormView, today: LegalDate): LegalDate {
  return newest && newest.validFrom >= today ? addDays(newest.validFrom, 1) : today
}

function Faults({ draft: { faults }, base }: { draft: Props['draft']; base: string }) {
  if (faults.length === 0) return <Notice tone="ok">{t.noFaults}</Notice>
  return (
    <div class="bao late" role="status">
      <div>
        <p>
          <b>{t.faultsTitle(faults.length)}</b>
        </p>
        <ul class="loi-quy-trinh">
          {faults.map((fault, index) => (
            <li key={index}>
              {fault.spot ? <a href={`${base}?o=${spotText(fault.spot)}#sua`}>{faultLine(fault)}</a> : faultLine(fault)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Changes({ view, draft, fields }: { view: FormView; draft: Props['draft']; fields: readonly FieldSpec[] }) {
  if (view.versions.length === 0) return <p class="nhe">{t.firstVersion}</p>
  return (
    <Table
      caption={t.changes}
      captionHidden
      dense
      rows={draft.changes.map((change, index) => ({ ...changeRow(change, fields), key: String(index) }))}
      rowKey={({ key }) => key}
      empty={<p class="nhe">{t.noChanges}</p>}
      columns={[
        { title: t.place, rowHeader: true, cell: ({ place }) => place },
        { title: t.part, cell: ({ part }) => part },
        { title: t.before, cell: ({ before }) => before },
        { title: t.after, cell: ({ after }) => after },
      ]}
    />
  )
}
