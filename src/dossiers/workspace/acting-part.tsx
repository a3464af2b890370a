import { formatDate, formatDateTime } from '../../platform/dates.ts'
import { ButtonLink, Notice, SummaryList, type SummaryRow } from '../../ui/index.ts'
import type { FiledActing } from '../acting/acting.ts'
import { capacityWords } from '../acting/texts.ts'
import { workPath } from '../work-path.ts'
import { groundTexts as words } from './ground.texts.ts'

/** By which right somebody else handed in, and what officers made of its paper. */
export function ActingPart({ acting, code }: { acting: FiledActing; code: string }) {
  return (
    <>
      {acting.verdict === 'doubted' && (
        <Notice tone="soon" title={words.doubtTitle}>
          {acting.verdictNote} {words.doubtStops}
        </Notice>
      )}
      <SummaryList rows={rowsOf(acting)} />
      {acting.capacity !== 'member' && (
        <ButtonLink kind="secondary" icon="file-check" href={workPath(code, '/nop-thay')}>
          {words.judge}
        </ButtonLink>
      )}
    </>
  )
}

function rowsOf(acting: FiledActing): SummaryRow[] {
  const { capacity, relation, groundNumber, groundIssuedOn, groundIssuer, groundScope, endsOn } = acting
  const { endedAt, endedBy, verdict, verdictBy, verdictAt } = acting
  const rows: (SummaryRow | null)[] = [
    { label: words.capacity, value: <b>{capacityWords[capacity]}</b> },
    relation ? { label: words.relation, value: relation } : null,
    groundIssuedOn ? { label: words.ground, value: words.number(groundNumber, formatDate(groundIssuedOn)) } : null,
    groundIssuer ? { label: words.issuer, value: groundIssuer } : null,
    groundScope ? { label: words.scope, value: groundScope } : null,
    endsOn ? { label: words.until, value: formatDate(endsOn), figures: true } : null,
    endedAt && endedBy
      ? { label: words.right, value: words.ended(words.endedBy[endedBy], formatDateTime(endedAt)) }
      : null,
    verdict && verdictBy && verdictAt
      ? { label: words.verdict, value: words.by(words.verdicts[verdict], verdictBy, formatDateTime(verdictAt)) }
      : null,
  ]
  return rows.filter((row) => row !== null)
}
