import { formatDate, type LegalDate } from '../../../platform/dates.ts'
import { Notice, SummaryList, type SummaryRow } from '../../../ui/index.ts'
import { holdsOn, type FiledActing } from '../../acting/acting.ts'
import { actingPageTexts as words, capacityWords } from '../../acting/texts.ts'

/** By which right somebody acts for the applicant, in rows. */
export function ActingRows({ acting, today }: { acting: FiledActing; today: LegalDate }) {
  return (
    <>
      <DoubtNotice acting={acting} />
      <SummaryList rows={rowsOf(acting, today)} boxed />
    </>
  )
}

/** Says what is doubted, and that the dossier rests meanwhile. */
export function DoubtNotice({ acting }: { acting: FiledActing }) {
  if (acting.verdict !== 'doubted') return null
  return (
    <Notice tone="soon" title={words.doubtTitle}>
      {acting.verdictNote} {words.doubtMeans}
    </Notice>
  )
}

function rowsOf(acting: FiledActing, today: LegalDate): SummaryRow[] {
  const { capacity, groundNumber, groundIssuedOn, groundScope, endsOn, verdict } = acting
  const isOver = !holdsOn(acting, today)
  const rows: (SummaryRow | null)[] = [
    { label: words.inCapacity, value: capacityWords[capacity] },
    groundIssuedOn ? { label: words.ground, value: words.groundOf(groundNumber, formatDate(groundIssuedOn)) } : null,
    groundScope ? { label: words.scope, value: groundScope } : null,
    endsOn ? { label: words.until, value: isOver ? words.isOver : formatDate(endsOn) } : null,
    verdict ? { label: words.checked, value: words.verdicts[verdict] } : null,
  ]
  return rows.filter((row) => row !== null)
}
