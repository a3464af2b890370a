import type { VNode } from 'preact'
import { formatDate } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import type { WebRequest } from '../../../platform/web/web.ts'
import type { ReachedDossier } from '../../dossier.ts'
import { partsAwaited } from '../../linked/get-linked-parts.ts'
import { partAwaitedWords as words } from './awaited.texts.ts'

/** On the citizen's page of a dossier: which other bodies have a part of it in hand, and that the promised day stays. */
export const linkedTrackingSection = {
  id: 'lien-thong',
  async render(request: WebRequest, dossier: ReachedDossier): Promise<VNode | undefined> {
    const parts = await partsAwaited(request.server.app.db, dossier)
    if (parts.length === 0) return undefined
    return (
      <>
        <ul>
          {parts.map(({ unitName, duty, dueOn, isAccepted }) => (
            <li key={`${unitName} ${duty}`}>
              {fill(isAccepted ? words.accepted : words.sent, { unit: unitName, duty, day: formatDate(dueOn) })}
            </li>
          ))}
        </ul>
        <p>{words.clock}</p>
      </>
    )
  },
}
