import { formatDate, formatDateTime } from '../../platform/dates.ts'
import { Actions, Button, Field, HiddenToken, Notice, Panel, Table, Tag, fieldId } from '../../ui/index.ts'
import type { ProcessSummary } from '../processes/get-process.ts'
import { processPageTexts as t } from './texts.ts'

export const PROCESSES_PATH = '/quy-trinh'

type Props = {
  processes: readonly ProcessSummary[]
  token: string
  mayEdit: boolean
  /** Why a file or a procedure code was not taken, one line each. */
  problems: readonly string[]
}

/** Every process: what is in force, what waits, what is being written. */
export function ProcessListPage({ processes, token, mayEdit, problems }: Props) {
  return (
    <div class="cuon-trang quy-trinh">
      {problems.length > 0 && (
        <Notice tone="late" role="alert" title={t.importFindings}>
          {problems.join(' ')}
        </Notice>
      )}
      <p class="nhe">{t.lead}</p>
      <Table
        caption={t.caption}
        captionHidden
        rows={processes}
        rowKey={({ code }) => code}
        columns={[
          {
            title: t.process,
            rowHeader: true,
            cell: ({ code, name }) => (
              <>
                <a href={`${PROCESSES_PATH}/${code}`}>{name}</a>
                <br />
                <span class="ma nhe">{code}</span>
              </>
            ),
          },
          {
            title: t.scope,
            cell: ({ procedureCode }) => (procedureCode === null ? t.everyProcedure : t.procedure(procedureCode)),
          },
          { title: t.inForce, cell: (process) => <Standing process={process} /> },
          {
            title: t.draft,
            cell: ({ code, draft }) =>
              draft ? (
                <a href={`${PROCESSES_PATH}/${code}/nhap`}>
                  {t.draftBy(draft.byName, formatDateTime(new Date(draft.savedAt)))}
                </a>
              ) : (
                <span class="nhe">{t.noDraft}</span>
              ),
          },
        ]}
      />
      {mayEdit && (
        <>
          <Panel title={t.newOwn}>
            <form method="post" action={`${PROCESSES_PATH}/rieng`}>
              <HiddenToken token={token} />
              <Field name="ma" label={t.procedureCode} hint={t.newOwnHint} width="short" figures maxLength={12} />
              <Actions>
                <Button kind="secondary" icon="plus">
                  {t.begin}
                </Button>
              </Actions>
            </form>
          </Panel>
          <Panel title={t.importTitle}>
            <form
              method="post"
              enctype="multipart/form-data"
              action={`${PROCESSES_PATH}/tep?_csrf=${encodeURIComponent(token)}`}
            >
              <div class="truong">
                <label for={fieldId('tep')}>{t.importFile}</label>
                <p class="goi-y" id="tep-g">
                  {t.importHint}
                </p>
                <input
                  class="o"
                  type="file"
                  id={fieldId('tep')}
                  name="tep"
                  accept=".bpmn,.xml,application/xml,text/xml"
                  aria-describedby="tep-g"
                />
              </div>
              <Actions>
                <Button kind="secondary" icon="upload">
                  {t.importButton}
                </Button>
              </Actions>
            </form>
          </Panel>
        </>
      )}
    </div>
  )
}

function Standing({ process: { inForce, upcoming } }: { process: ProcessSummary }) {
  return (
    <>
      {inForce ? (
        <>
          {t.version(inForce.version)} <span class="nhe nho">{t.since(formatDate(inForce.validFrom))}</span>
        </>
      ) : (
        <span class="nhe">{t.notInForce}</span>
      )}
      {upcoming && (
        <>
          <br />
          <Tag tone="soon">{t.upcoming(upcoming.version, formatDate(upcoming.validFrom))}</Tag>
        </>
      )}
    </>
  )
}
