import { addDays, formatDateTime, type LegalDate } from '../../platform/dates.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Details,
  ErrorSummary,
  Field,
  HiddenToken,
  Notice,
  Panel,
  Table,
} from '../../ui/index.ts'
import { changeRow, faultLine, spotText, type FieldSpec, type FormLayout, type FormView } from '../../forms/index.ts'
import { GO } from './edit-input.ts'
import { Add, ItemForm } from './item-form.tsx'
import { nameAt, openText, type Open } from './open-item.ts'
import { Outline } from './outline.tsx'
import { FORMS_PATH } from './list.page.tsx'
import { DesktopFrame, PhoneFrame } from './preview-frames.tsx'
import { draftTexts as t, formPageTexts } from './texts.ts'

type Props = {
  view: FormView
  draft: NonNullable<FormView['draft']>
  name: string
  token: string
  today: LegalDate
  /** What the boxes are open for. */
  open: Open | undefined
  /** What the boxes show: the draft, with what was typed and could not be saved. */
  layout: FormLayout
  /** What stands in boxes for numbers and is none. */
  wrong: ReadonlyMap<string, string>
  /** Questions asked once, of the common pages too. */
  once: readonly FieldSpec[]
  facts: readonly { value: string; label: string }[]
  problem?: string
  /** What was just done. */
  done: string | undefined
  /** What of a file could not be taken over. */
  notes: readonly string[]
}

/** A draft: what is wrong with it, its pages and questions, how people will see it, what it changes, the way into force. */
export function DraftPage(props: Props) {
  const { view, draft, token, today, open, layout, once, notes, done } = props
  const { revision, faults } = draft
  const base = `${FORMS_PATH}/${view.code}`
  const action = `${base}/nhap`
  const page = draft.layout.pages[open === undefined || open === 'form' ? 0 : open.page]
  return (
    <div class="cuon-trang bieu-mau">
      <BackLink href={view.versions.length > 0 ? base : FORMS_PATH}>{formPageTexts.title}</BackLink>
      {/* The Enter key presses the first button of the form, wherever it stands. */}
      <button class="an" form="soan" name="viec" value="luu" tabindex={-1} aria-hidden="true" />
      <Problem {...props} />
      <Faults draft={draft} />
      {notes.length > 0 && (
        <Notice tone="soon" role="status" title={`${t.notTakenOver(notes.length)}.`}>
          {notes.join('; ')}
        </Notice>
      )}
      <Tools draft={draft} base={base} token={token} />
      <div class="soan-mau">
        <form
          id="soan"
          method="post"
          action={action}
          data-live-preview="xem xem-rong"
          data-live-action={`${action}/xem-truoc`}
        >
          <HiddenToken token={token} />
          <input type="hidden" name="lan" value={revision} />
          {open && <input type="hidden" name="o" value={openText(open)} />}
          {open && <input type="hidden" name="cua" value={nameAt(draft.layout, open)} />}
          <section aria-labelledby="dan-y">
            <h2 id="dan-y">{t.outline}</h2>
            <Outline layout={layout} open={open} faults={faults} />
            <Add work="them-trang" box="ten-trang" title={t.addPage} label={t.addPageName} />
          </section>
          <section id="sua">
            {done !== undefined && (
              <Notice tone="ok" role="status">
                {done}
              </Notice>
            )}
            {open ? <ItemForm {...props} open={open} once={once} /> : <p class="nhe">{t.chooseSomething}</p>}
          </section>
        </form>
        <PhoneFrame base={base} page={page} isBroken={faults.length > 0} />
      </div>
      <DesktopFrame base={base} page={page} />
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

/** Why nothing was saved: at the boxes it is about, or for all. */
function Problem({ problem, wrong }: Props) {
  if (wrong.size > 0)
    return (
      <ErrorSummary
        title={`${t.notSaved}.`}
        errors={[...wrong].map(([box, typed]) => ({ field: box, message: t.badNumber(typed) }))}
      />
    )
  if (problem === undefined) return null
  return (
    <Notice tone="late" role="alert" title={`${t.notSaved}.`}>
      {problem}
    </Notice>
  )
}

/** What can be done with the draft as a whole. */
function Tools({ draft, base, token }: Pick<Props, 'draft' | 'token'> & { base: string }) {
  const { steps, revision, byName, savedAt } = draft
  return (
    <>
      <p class="nhe">{formPageTexts.draftBy(byName, formatDateTime(new Date(savedAt)))}</p>
      <div class="cac-nut">
        {steps.back > 0 && (
          <Button kind="secondary" icon="history" form="soan" name="viec" value="hoan-tac">
            {t.undo}
          </Button>
        )}
        {steps.ahead > 0 && (
          <Button kind="secondary" icon="refresh-cw" form="soan" name="viec" value="lam-lai">
            {t.redo}
          </Button>
        )}
        <ButtonLink kind="secondary" icon="download" download href={`${base}/tep?ban=nhap`}>
          {formPageTexts.export}
        </ButtonLink>
      </div>
      <Details summary={t.discard}>
        <form method="post" action={`${base}/nhap`}>
          <HiddenToken token={token} />
          <input type="hidden" name="lan" value={revision} />
          <p>{t.discardAsk}</p>
          <Button kind="danger" icon="x" name="viec" value="bo-nhap">
            {t.discardSure}
          </Button>
        </form>
      </Details>
    </>
  )
}

/** The first day the version may be in force. */
function earliest({ versions: [newest] }: FormView, today: LegalDate): LegalDate {
  return newest && newest.validFrom >= today ? addDays(newest.validFrom, 1) : today
}

function Faults({ draft: { faults } }: Pick<Props, 'draft'>) {
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
              {fault.spot ? (
                <button class="nhu-lien-ket" form="soan" name="viec" value={GO + spotText(fault.spot)}>
                  {faultLine(fault)}
                </button>
              ) : (
                faultLine(fault)
              )}
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
