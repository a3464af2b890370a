import type { VNode } from 'preact'
import { formatDateTime } from '../../platform/dates.ts'
import type { WebRequest } from '../../platform/web/web.ts'
import type { ReachedDossier } from '../../dossiers/index.ts'
import { Details } from '../../ui/index.ts'
import { messagesOfDossier } from '../store.ts'
import { fillText, inboxTexts as texts, messageOf } from '../texts.ts'

/** On the citizen's page of a dossier: every message they got about it, newest first. */
export const messagesTrackingSection = {
  id: 'thong-bao',
  async render({ actor, server }: WebRequest, dossier: ReachedDossier): Promise<VNode | undefined> {
    if (actor.kind !== 'citizen') return undefined
    const messages = await messagesOfDossier(server.app.db, dossier.id, actor.citizenId)
    if (messages.length === 0) return undefined
    return (
      <Details summary={fillText(texts.ofDossier, { count: messages.length })}>
        <ul>
          {messages.map(({ id, template, facts, createdAt }) => {
            const { title, text } = messageOf(template, facts)
            return (
              <li key={id}>
                <span class="nhe so">{formatDateTime(createdAt)}</span>
                <br />
                <b>{title}</b>
                <br />
                {text}
              </li>
            )
          })}
        </ul>
      </Details>
    )
  },
}
