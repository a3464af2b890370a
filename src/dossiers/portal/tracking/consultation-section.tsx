import type { VNode } from 'preact'
import { formatDate } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import type { WebRequest } from '../../../platform/web/web.ts'
import { opinionsAwaited } from '../../consultation/get-consultation.ts'
import { awaitedWords as words } from './awaited.texts.ts'
import type { ReachedDossier } from '../../dossier.ts'

/** On the citizen's page of a dossier: whose opinion is awaited, and that the promised day stays. */
export const consultationTrackingSection = {
  id: 'lay-y-kien',
  async render(request: WebRequest, dossier: ReachedDossier): Promise<VNode | undefined> {
    const { db, clock } = request.server.app
    const awaited = await opinionsAwaited(db, dossier, clock.now())
    const [first] = awaited
    if (!first) return undefined
    const facts = awaited.map(({ unitName, replyBy }) => ({ unit: unitName, day: formatDate(replyBy) }))
    if (facts.length === 1 && facts[0]) {
      return (
        <p>
          {fill(words.one, facts[0])} {words.clock}
        </p>
      )
    }
    return (
      <>
        <p>{words.several}</p>
        <ul>
          {facts.map((fact) => (
            <li key={fact.unit}>{fill(words.body, fact)}</li>
          ))}
        </ul>
        <p>{words.clock}</p>
      </>
    )
  },
}
