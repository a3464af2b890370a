import { EmptyState } from '../../ui/index.ts'
import { fill } from '../../dossiers/workspace/texts.ts'
import type { DossierRow } from './row.tsx'
import { QueueKeys, QueueTable } from './page.tsx'
import { queueTexts as texts } from './texts.ts'

/** What was found, newest first, in one group. */
export function SearchPage({ q, rows, now }: { q: string; rows: readonly DossierRow[]; now: Date }) {
  return (
    <>
      <div class="hai-cot">
        <div class="bang" tabindex={0} role="region" aria-label={texts.list} data-queue>
          <Found q={q} rows={rows} now={now} />
        </div>
        <aside class="xem" aria-label={texts.preview} data-preview-pane>
          <EmptyState title={texts.choose} icon="inbox">
            {texts.chooseHint}
          </EmptyState>
        </aside>
      </div>
      <QueueKeys />
    </>
  )
}

function Found({ q, rows, now }: { q: string; rows: readonly DossierRow[]; now: Date }) {
  if (q === '') {
    return (
      <EmptyState icon="folder-search" title={texts.searchHow}>
        {texts.searchHowHint}
      </EmptyState>
    )
  }
  if (q.length < MIN_LETTERS) return <EmptyState icon="folder-search" title={texts.tooShort} />
  if (rows.length === 0) {
    return (
      <EmptyState icon="folder-search" title={fill(texts.notFound, { q })}>
        {texts.notFoundHint}
      </EmptyState>
    )
  }
  const title = fill(texts.found, { q, count: rows.length })
  return <QueueTable groups={[{ key: 'found', title, isLate: false, rows: [...rows] }]} now={now} isMore={false} />
}

export const MIN_LETTERS = 2
