import { addDays, formatDateTime, type LegalDate } from '../../platform/dates.ts'
import { BackLink, Button, ButtonLink, Field, HiddenToken, Notice, Panel, Select, Table } from '../../ui/index.ts'
import type { ProcessView } from '../processes/get-process.ts'
import { STEP_KINDS, mainSteps } from '../processes/process.ts'
import { faultText, placeText, stepKindNames } from '../processes/texts.ts'
import { ProcessDiagram } from './diagram.tsx'
import { PROCESSES_PATH } from './process-list.page.tsx'
import { showChange } from './show-change.ts'
import { StepForm } from './step-form.tsx'
import { draftTexts as t, processPageTexts } from './texts.ts'

type Props = {
  view: ProcessView
  draft: NonNullable<ProcessView['draft']>
  token: string
  today: LegalDate
  /** The step just worked on, shown open. */
  openStep?: string
  problem?: string
}

/** A draft: what is wrong with it, its steps as forms, what it changes, and the way into force. */
export function DraftPage({ view, draft, token, today, openStep, problem }: Props) {
  const { definition, revision } = draft
  const base = `${PROCESSES_PATH}/${view.code}`
  const hidden = (
    <>
      <HiddenToken token={token} />
      <input type="hidden" name="lan" value={revision} />
    </>
  )
  const line = mainSteps(definition)
  return (
    <div class="cuon-trang quy-trinh">
      <BackLink href={view.versions.length > 0 ? base : PROCESSES_PATH}>{definition.name}</BackLink>
      {problem !== undefined && (
        <Notice tone="late" role="alert" title={`${t.notSaved}.`}>
          {problem}
        </Notice>
      )}
      <p class="nhe">{processPageTexts.draftBy(draft.byName, formatDateTime(new Date(draft.savedAt)))}</p>
      <Faults draft={draft} />
      <div class="cac-nut">
        <ButtonLink kind="secondary" icon="arrow-right" href={`${base}/thu?ban=nhap`}>
          {processPageTexts.tryIt}
        </ButtonLink>
        <ButtonLink kind="secondary" icon="download" download href={`${base}/bpmn?ban=nhap`}>
          {processPageTexts.export}
        </ButtonLink>
        <form method="post" action={`${base}/nhap`}>
          {hidden}
          <Button kind="quiet" icon="x" name="viec" value="bo-nhap">
            {processPageTexts.discard}
          </Button>
        </form>
      </div>
      <div class="hai-phan">
        <section>
          <h2>{processPageTexts.steps}</h2>
          <form method="post" action={`${base}/nhap`}>
            {hidden}
            <Field name="ten" id="ten-quy-trinh" label={t.name} value={definition.name} maxLength={200} />
            <Button kind="secondary" name="viec" value="ten" icon="check">
              {t.saveName}
            </Button>
          </form>
          {definition.steps.map((step) => (
            <StepForm
              process={definition}
              step={step}
              action={`${base}/nhap`}
              token={token}
              revision={revision}
              open={step.code === openStep}
              key={step.code}
            />
          ))}
          <Panel title={t.add}>
            <form method="post" action={`${base}/nhap`}>
              {hidden}
              <Select
                name="loai"
                label={t.kind}
                hint={t.addHint}
                options={STEP_KINDS.map((kind) => ({ value: kind, label: stepKindNames[kind] }))}
                value="consultation"
              />
              <Field name="ten" id="ten-buoc-moi" label={t.stepName} maxLength={200} />
              <Select
                name="sau"
                label={t.after}
                options={line.map(({ code, name }) => ({ value: code, label: name }))}
                value={line.find(({ kind }) => kind === 'appraisal')?.code ?? ''}
              />
              <Button kind="secondary" icon="plus" name="viec" value="them">
                {t.addButton}
              </Button>
            </form>
          </Panel>
        </section>
        <section>
          <h2>{processPageTexts.diagram}</h2>
          <ProcessDiagram process={definition} {...(openStep === undefined ? {} : { at: openStep })} />
        </section>
      </div>
      <h2 id="khac">{t.changes}</h2>
      <Changes view={view} draft={draft} />
      {draft.faults.length === 0 && (view.versions.length === 0 || draft.changes.length > 0) && (
        <Panel title={t.publish}>
          <form method="post" action={`${base}/ban-hanh`}>
            {hidden}
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
function earliest({ versions: [newest] }: ProcessView, today: LegalDate): LegalDate {
  return newest && newest.validFrom >= today ? addDays(newest.validFrom, 1) : today
}

function Faults({ draft: { faults } }: { draft: Props['draft'] }) {
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
              <b>{placeText(fault.place)}.</b> {faultText(fault)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Changes({ view, draft }: { view: ProcessView; draft: Props['draft'] }) {
  if (view.versions.length === 0) return <p class="nhe">{t.firstVersion}</p>
  return (
    <Table
      caption={t.changes}
      captionHidden
      dense
      rows={draft.changes.map(showChange).map((row, index) => ({ ...row, key: String(index) }))}
      rowKey={({ key }) => key}
      empty={<p class="nhe">{t.noChanges}</p>}
      columns={[
        {
          title: t.place,
          rowHeader: true,
          cell: ({ place, field }) => (
            <>
              {place} <span class="nhe nho">{field}</span>
            </>
          ),
        },
        { title: t.before, cell: ({ before }) => before },
        { title: t.after2, cell: ({ after }) => after },
      ]}
    />
  )
}
