import { formatDate, vietnamDate, vietnamTime, type LegalDate } from '../../../platform/dates.ts'
import type { DossierView } from '../../reading/get-dossier.ts'
import { holdingUnit } from '../../step.ts'
import { deliveryWords } from '../../texts.ts'
import { trackingTexts as words } from '../texts.ts'

/** Who holds the dossier, since when, and whether its owner must do anything: in one sentence. */
export function Holder({ view, today }: { view: DossierView; today: LegalDate }) {
  const { dossier, assignee, unitNames } = view
  const { before, after, note } = words.holder[dossier.handling]
  const unitId = holdingUnit(dossier)
  const unit = unitId === null ? undefined : unitNames[unitId]
  // What is doubted about their right stands above, and there may well be something to do.
  const isDoubted = view.acting?.verdict === 'doubted'
  const since = view.steps.at(-1)?.at
  const person = dossier.handling === 'appraising' ? assignee?.fullName : undefined
  return (
    <p class="cau">
      {before}
      {person !== undefined && (
        <>
          <b>{person}</b>,{' '}
        </>
      )}
      {unit !== undefined && (person === undefined ? <b>{unit}</b> : unit)}
      {after}
      {since && (
        <>
          {' '}
          <b>{sinceWords(since, today)}</b>
        </>
      )}
      . {dossier.handling === 'finished' ? `${deliveryWords[dossier.resultDelivery]}.` : isDoubted ? '' : note}
    </p>
  )
}

function sinceWords(at: Date, today: LegalDate): string {
  const on = vietnamDate(at)
  return on === today ? words.sinceTime(vietnamTime(at)) : words.sinceDay(formatDate(on))
}
