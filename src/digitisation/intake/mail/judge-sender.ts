import { Type } from 'typebox'
import { action } from '../../../platform/action.ts'
import { actorLabel } from '../../../platform/actor.ts'
import { refuse } from '../../../platform/refusal.ts'
import { preparePages } from '../prepare-pages.ts'
import { SCANNERS, scanToChange } from '../reach.ts'
import { pagesOfScan, setScanState } from '../store.ts'
import { insertKnownSender } from '../ways/store.ts'
import { senderOf } from './letter.ts'

/** A person looks at a letter of an unknown sender: it is taken, with or without remembering the sender, or dropped. */
export const judgeSender = action({
  name: 'digitisation.judge-sender',
  roles: SCANNERS,
  input: Type.Object({
    scanId: Type.String({ format: 'uuid' }),
    verdict: Type.Enum(['take', 'take-and-remember', 'drop']),
  }),
  async run({ db, now, journal, enqueue }, actor, { scanId, verdict }): Promise<void> {
    const scan = await scanToChange(db, actor, scanId)
    refuse(scan.state === 'quarantined' ? undefined : { code: 'digitisation.not-quarantined' })
    const sender = senderOf(scan.knownAs)
    if (verdict === 'take-and-remember' && sender) await insertKnownSender(db, sender, actorLabel(actor), now)
    const hasPages = (await pagesOfScan(db, scanId)).length > 0
    await setScanState(db, scanId, verdict === 'drop' ? 'dropped' : hasPages ? 'preparing' : 'ready')
    if (verdict !== 'drop' && hasPages) await enqueue(preparePages, { scanId })
    journal({ subject: `scan:${scanId}`, what: 'digitisation.sender-judged', facts: { verdict } })
  },
})
