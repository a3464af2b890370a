import { Actions, Button, Field, Panel, Table, Tag } from '../../ui/index.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import type { InstantSummary } from '../get-instant.ts'
import { workTexts as t } from './texts.ts'

export const INSTANT_PATH = '/quy-trinh/tu-dong'
export const instantPath = (code: string) => `${INSTANT_PATH}/${encodeURIComponent(code)}`

/** Every procedure declared to be decided by machine. */
export function InstantListPage({ procedures, mayEdit }: { procedures: readonly InstantSummary[]; mayEdit: boolean }) {
  return (
    <div class="cuon-trang quy-trinh">
      <p class="nhe">{t.lead}</p>
      <Table
        caption={t.title}
        captionHidden
        rows={procedures}
        rowKey={({ code }) => code}
        empty={<p>{t.none}</p>}
        columns={[
          {
            title: t.procedure,
            rowHeader: true,
            cell: ({ code, name }) => (
              <>
                <a href={instantPath(code)}>{name}</a>
                <br />
                <span class="ma nhe">{code}</span>
              </>
            ),
          },
          { title: t.state, cell: (one) => <Standing one={one} /> },
        ]}
      />
      {mayEdit && (
        <Panel title={t.open}>
          <form method="get" action={INSTANT_PATH}>
            <Field name="ma" label={t.openCode} hint={t.openHint} width="short" figures maxLength={12} />
            <Actions>
              <Button kind="secondary">{t.openButton}</Button>
            </Actions>
          </form>
        </Panel>
      )}
    </div>
  )
}

function Standing({ one: { inForce, isOff } }: { one: InstantSummary }) {
  if (inForce !== null) return <Tag tone="ok">{fill(t.version, { version: inForce })}</Tag>
  return <Tag tone={isOff ? 'late-soft' : 'plain'}>{isOff ? t.off : t.onlyDraft}</Tag>
}
