import { Type } from 'typebox'
import type { App } from '../../../platform/app.ts'
import { errand } from '../../../platform/errand.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { settleSigning } from '../../ceremony/settle-signing.ts'
import { MYSIGN } from '../mysign/mysign.ts'
import { SMARTCA } from '../smartca/smartca.ts'
import { TICKET_SECONDS, isSame, isTicket, issueTicket } from './notice-ticket.ts'
import { remoteTransactions } from './store.ts'

const Words = Type.String({ maxLength: 300 })

/**
 * VNPT SmartCA tells that a holder has answered. Nothing it says is believed: it only makes us ask. The address is the secret that
 * was registered with the service, which has no other way to prove itself.
 */
export const hearSmartca = errand({
  name: 'signing.hear-smartca',
  roles: ['anyone'],
  input: Type.Object({ key: Words, sp_id: Words, transaction_id: Words }),
  async run(app, _, { key, sp_id: spId, transaction_id: providerId }) {
    const { smartca } = app.settings.remoteSigning
    const { noticeKey = null } = smartca ?? {}
    if (!smartca || noticeKey === null) throw new Refusal('platform.not-found')
    if (!isSame(key, noticeKey) || spId !== smartca.spId) throw new Refusal('signing.notice-not-believed')
    await askAbout(app, SMARTCA, providerId)
    return { status_code: 200, message: 'SUCCESS' }
  },
})

/** Viettel MySign signs in before it tells an answer, with what this installation gave it. */
export const admitMysign = errand({
  name: 'signing.admit-mysign',
  roles: ['anyone'],
  input: Type.Object({ client_id: Words, client_secret: Words }),
  async run(app, _, { client_id: clientId, client_secret: clientSecret }) {
    const callback = callbackOf(app)
    if (!isSame(clientId, callback.clientId) || !isSame(clientSecret, callback.clientSecret)) {
      throw new Refusal('signing.notice-not-believed')
    }
    const now = app.clock.now()
    const consented_on = String(Math.floor(now.getTime() / 1000))
    const access_token = issueTicket(app.settings.secret, now)
    return { ...TOLD, data: { access_token, expires_in: String(TICKET_SECONDS * 1000), consented_on } }
  },
})

/** The same for Viettel MySign. */
export const hearMysign = errand({
  name: 'signing.hear-mysign',
  roles: ['anyone'],
  input: Type.Object({ ticket: Words, meta_data: Type.Object({ transaction_id: Words }) }),
  async run(app, _, { ticket, meta_data: { transaction_id: providerId } }) {
    callbackOf(app)
    if (!isTicket(app.settings.secret, ticket, app.clock.now())) throw new Refusal('signing.notice-not-believed')
    await askAbout(app, MYSIGN, providerId)
    return TOLD
  },
})

const TOLD = { status_code: '00', message: 'OK' } as const

function callbackOf({ settings }: App): { clientId: string; clientSecret: string } {
  const callback = settings.remoteSigning.mysign?.callback
  if (!callback) throw new Refusal('platform.not-found')
  return callback
}

/** A transaction that is not ours is answered like one that is: a stranger learns nothing. */
async function askAbout(app: App, signer: string, providerId: string): Promise<void> {
  const found = await remoteTransactions(app.db).findByProviderId(signer, providerId)
  if (found) await settleSigning(app, { signer, transaction: found.id })
}
