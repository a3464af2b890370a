import { formatDate } from '../../platform/dates.ts'
import { BackLink, Button, ButtonLink, HiddenToken, Table, Tag } from '../../ui/index.ts'
import type { ProcessView } from '../processes/get-process.ts'
import type { PublishedProcess } from '../processes/store.ts'
import { ProcessDiagram } from './diagram.tsx'
import { PROCESSES_PATH } from './process-list.page.tsx'
import { StepTable } from './step-table.tsx'
import { processPageTexts as t } from './texts.ts'

type Props = {
  view: ProcessView
  shown: PublishedProcess
  token: string
  mayEdit: boolean
}

/** One version of a process, with what can be done with it. */
export function ProcessPage({ view, shown, token, mayEdit }: Props) {
  const { definition } = shown
  const base = `${PROCESSES_PATH}/${view.code}`
  const { version } = definition
  return (
    <div class="cuon-trang quy-trinh">
      <BackLink href={PROCESSES_PATH}>{t.title}</BackLink>
      <p>
        <b>{t.version(version)}</b> <Days published={shown} />{' '}
        {shown.id === view.inForceId && <Tag tone="ok">{t.inForce}</Tag>}
        <br />
        <span class="nhe">
          {definition.procedureCode === null ? t.everyProcedure : t.procedure(definition.procedureCode)}
        </span>
      </p>
      <div class="cac-nut">
        {mayEdit && view.draft && (
          <ButtonLink href={`${base}/nhap`} icon="pencil-line">
            {t.edit}
          </ButtonLink>
        )}
        {mayEdit && !view.draft && (
          <form method="post" action={`${base}/nhap`}>
            <HiddenToken token={token} />
            <input type="hidden" name="ban" value={version} />
            <Button name="viec" value="bat-dau" icon="pencil-line">
              {t.startDraft}
            </Button>
          </form>
        )}
        <ButtonLink kind="secondary" icon="arrow-right" href={`${base}/thu?ban=${version}`}>
          {t.tryIt}
        </ButtonLink>
        <ButtonLink kind="secondary" icon="download" download href={`${base}/bpmn?ban=${version}`}>
          {t.export}
        </ButtonLink>
        {mayEdit && shown.id === view.inForceId && (
          <ButtonLink kind="secondary" icon="truck" href={`${base}/chuyen-ho-so`}>
            {t.moveDossiers}
          </ButtonLink>
        )}
      </div>
      <div class="hai-phan">
        <section>
          <h2>{t.steps}</h2>
          <StepTable process={definition} />
          <h2>{t.published}</h2>
          <Versions view={view} base={base} />
        </section>
        <section>
          <h2>{t.diagram}</h2>
          <ProcessDiagram process={definition} />
        </section>
      </div>
    </div>
  )
}

function Days({ published: { validFrom, validTo } }: { published: PublishedProcess }) {
  return (
    <span class="so">
      {t.since(formatDate(validFrom))}
      {validTo !== null && ` ${t.until(formatDate(validTo))}`}
    </span>
  )
}

function Versions({ view, base }: { view: ProcessView; base: string }) {
  return (
    <Table
      caption={t.published}
      captionHidden
      dense
      rows={view.versions}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t.published,
          rowHeader: true,
          cell: ({ id, definition: { version } }) => (
            <>
              <a href={`${base}?ban=${version}`}>{t.version(version)}</a>{' '}
              {id === view.inForceId && <Tag tone="ok">{t.inForce}</Tag>}
            </>
          ),
        },
        { title: t.from, cell: (one) => <Days published={one} /> },
        { title: t.publishedBy, cell: ({ publishedBy }) => publishedBy ?? <span class="nhe">{t.builtIn}</span> },
      ]}
    />
  )
}
