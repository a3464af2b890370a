import { formatDateTime } from '../../platform/dates.ts'
import { Button, EmptyState, HiddenToken, Notice, Table, Tag } from '../../ui/index.ts'
import type { TroubledLetter } from '../inbox.ts'
import { STATE_NAMES, troubleTexts as texts } from '../workspace.texts.ts'

type Props = { letters: readonly TroubledLetter[]; token: string; problem?: string }

/** Letters that did not go, and a button to try again. */
export function TroubledLettersPage({ letters, token, problem }: Props) {
  return (
    <div class="cuon-trang">
      {problem !== undefined && (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      )}
      <Table
        caption={texts.caption}
        captionHidden
        rows={letters}
        rowKey={(letter) => letter.id}
        empty={<EmptyState icon="circle-check" title={texts.none} />}
        columns={[
          { title: texts.dossier, kind: 'code', rowHeader: true, cell: ({ code }) => code },
          { title: texts.message, cell: ({ title }) => title },
          {
            title: texts.state,
            cell: ({ state }) => <Tag tone={state === 'failed' ? 'late' : 'soon'}>{STATE_NAMES[state]}</Tag>,
          },
          { title: texts.tries, kind: 'number', cell: ({ tries }) => tries },
          {
            title: texts.lastTry,
            cell: ({ lastTryAt }) => <span class="so">{lastTryAt && formatDateTime(lastTryAt)}</span>,
          },
          { title: texts.error, cell: ({ error }) => <span lang="en">{error}</span> },
          { title: texts.resend, titleHidden: true, cell: ({ id }) => <Resend id={id} token={token} /> },
        ]}
      />
    </div>
  )
}

function Resend({ id, token }: { id: string; token: string }) {
  return (
    <form method="post" action={`/quan-tri/thong-bao/${id}/gui-lai`}>
      <HiddenToken token={token} />
      <Button kind="secondary">{texts.resend}</Button>
    </form>
  )
}
