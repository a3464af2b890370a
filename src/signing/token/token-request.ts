import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { errand } from '../../platform/errand.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { signingPurposesPort, type SigningPurpose } from '../ceremony/purpose.ts'
import type { SigningRequest } from '../register/signing-request.ts'
import { requestById } from '../register/store.ts'
import { openTokenPass, type TokenOrder } from './open-pass.ts'

const SIGNERS = ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk'] as const
const input = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** `listPath`: where whoever signs finds the rest of it. */
export type TokenRequest = Pick<SigningRequest, 'id' | 'state'> & { title: string; listPath: string }

/** What an officer is to sign with their token, whatever it is; for nobody else. */
export const getTokenRequest = query({
  name: 'signing.get-token-request',
  roles: [...SIGNERS],
  input,
  async run(app, actor, { id }): Promise<TokenRequest> {
    const { request, purpose } = await ownTokenRequest(app, actor, id)
    const { title } = await purpose.look(app, request)
    const { listPath } = purpose
    return {
      id,
      state: request.state,
      title,
      listPath: typeof listPath === 'string' ? listPath : listPath(request.context),
    }
  },
})

/** Gives the program on the officer's machine what they asked to sign: an opinion, an approval, initials, a certified copy. */
export const signRequestByToken = errand({
  name: 'signing.sign-request-by-token',
  roles: [...SIGNERS],
  input,
  async run(app, actor, { id }): Promise<TokenOrder> {
    const { request, purpose } = await ownTokenRequest(app, actor, id)
    if (request.state !== 'requested') throw new Refusal('platform.conflict')
    const { field } = await purpose.look(app, request)
    return openTokenPass(app, actor, request, {
      action: purpose.tokenAction ?? 'SignApproved',
      fileName: `${request.purpose}.pdf`,
      ...(field.place ? { room: { name: field.name, place: field.place } } : {}),
    })
  },
})

async function ownTokenRequest(app: App, actor: Actor, id: string) {
  const request = await requestById(app.db, id)
  const purpose = app.ports.get(signingPurposesPort).find(({ name }) => name === request?.purpose)
  const isOwn = actor.kind === 'officer' && request?.byAccountId === actor.accountId && request.signer === 'token'
  if (!request || !purpose || !isOwn) throw new Refusal('platform.not-found')
  // Only what the purpose put there comes back to it.
  return { request, purpose: purpose as unknown as SigningPurpose<unknown> }
}
