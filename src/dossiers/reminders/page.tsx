import { formatDate } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { EmptyState, Notice, Table, type Column } from '../../ui/index.ts'
import type { Ladder, Rung } from './ladder.ts'
import { audienceWords, certaintyWords, remindersTexts as texts, rungWords } from './texts.ts'

export const REMINDERS = '/quan-tri/nhac-viec'

type Props = {
  ladder: Ladder | undefined
  lag: { minutes: number; units: number }
  isBehind: boolean
}

/** Who is told when, on what ground, and whether the watcher keeps up. */
export function RemindersPage({ ladder, lag: { minutes, units }, isBehind }: Props) {
  return (
    <div class="cuon-trang" tabindex={0} role="region" aria-label={texts.title}>
      <Notice tone={isBehind ? 'late' : 'ok'}>
        {isBehind ? fill(texts.behind, { units, minutes: Math.round(minutes) }) : texts.onTime}
      </Notice>
      <p>{texts.lead}</p>
      <p class="nhe">{texts.noPerson}</p>
      {ladder ? (
        <Table
          caption={fill(texts.caption, { day: formatDate(ladder.validFrom) })}
          columns={COLUMNS}
          rows={[...ladder.rungs]}
          rowKey={({ code }) => code}
        />
      ) : (
        <EmptyState icon="bell-ring" title={texts.none} />
      )}
    </div>
  )
}

const COLUMNS: Column<Rung>[] = [
  { title: texts.when, rowHeader: true, cell: (rung) => rungWords(rung) },
  { title: texts.whom, cell: ({ to }) => to.map((one) => audienceWords[one]).join(', ') },
  { title: texts.certainty, cell: ({ certainty }) => certaintyWords[certainty] },
  { title: texts.source, cell: ({ source }) => source },
]
