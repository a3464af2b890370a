import { formatDate, formatDateTime } from '../../platform/dates.ts'
import { Actions, Button, Field, HiddenToken, Notice, Panel, Table, Tag } from '../../ui/index.ts'
import type { FormSummary } from '../../forms/index.ts'
import { ImportPanel } from './import-panel.tsx'
import { formPageTexts as t } from './texts.ts'

export const FORMS_PATH = '/bieu-mau'

/** A procedure somebody looks for by its name. */
export type Sought = { typed: string; found: readonly { code: string; name: string }[] }

type Props = {
  sought: Sought | undefined
  forms: readonly (FormSummary & { procedure: string | undefined })[]
  token: string
  mayEdit: boolean
  /** Why a file or a procedure code was not taken, one line each. */
  problems: readonly string[]
}

/** Every form of a procedure's own: what is in force, what waits, what is being written. */
export function FormListPage({ forms, token, mayEdit, problems, sought }: Props) {
  return (
    <div class="cuon-trang bieu-mau">
      {problems.length > 0 && (
        <Notice tone="late" role="alert" title={`${t.notTaken}.`}>
          {problems.join(' ')}
        </Notice>
      )}
      <p class="nhe">{t.lead}</p>
      {mayEdit && (
        <Panel title={t.newTitle}>
          <form method="post" action={`${FORMS_PATH}/moi`}>
            <HiddenToken token={token} />
            <Field
              name="ma"
              label={t.procedureSought}
              hint={t.newHint}
              value={sought?.typed ?? ''}
              error={sought?.found.length === 0 ? t.noProcedure(sought.typed) : undefined}
              maxLength={200}
            />
            <Actions>
              <Button kind="secondary" icon="plus">
                {t.begin}
              </Button>
            </Actions>
          </form>
          {sought && <Found sought={sought} token={token} />}
        </Panel>
      )}
      <Table
        caption={t.caption}
        captionHidden
        rows={forms}
        rowKey={({ code }) => code}
        columns={[
          {
            title: t.form,
            rowHeader: true,
            cell: ({ code, name, procedure }) => (
              <>
                <a href={`${FORMS_PATH}/${code}`}>{name === code ? (procedure ?? code) : name}</a>
                <br />
                <span class="ma nhe">{code}</span> {name !== code && <span class="nhe nho">{procedure}</span>}
              </>
            ),
          },
          { title: t.inForce, cell: (form) => <Standing form={form} /> },
          {
            title: t.draft,
            cell: ({ code, draft }) =>
              draft ? (
                <a href={`${FORMS_PATH}/${code}/nhap`}>
                  {t.draftBy(draft.byName, formatDateTime(new Date(draft.savedAt)))}
                </a>
              ) : (
                <span class="nhe">{t.noDraft}</span>
              ),
          },
        ]}
      />
      {mayEdit && <ImportPanel action={`${FORMS_PATH}/tep`} token={token} />}
    </div>
  )
}

/** The procedures it may be, each with its button. */
function Found({ sought: { typed, found }, token }: { sought: Sought; token: string }) {
  if (found.length === 0) return null
  return (
    <form method="post" action={`${FORMS_PATH}/moi`}>
      <HiddenToken token={token} />
      <Table
        caption={t.whichProcedure(typed)}
        rows={found}
        rowKey={({ code }) => code}
        columns={[
          {
            title: t.form,
            rowHeader: true,
            cell: ({ code, name }) => (
              <>
                {name} <span class="ma nhe">{code}</span>
              </>
            ),
          },
          {
            title: t.draft,
            cell: ({ code, name }) => (
              <Button kind="secondary" name="ma" value={code}>
                {t.beginFor}
                <span class="an">{`: ${name}`}</span>
              </Button>
            ),
          },
        ]}
      />
    </form>
  )
}

function Standing({ form: { inForce, upcoming } }: { form: FormSummary }) {
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
