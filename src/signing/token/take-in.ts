import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse, type Facts } from '../../platform/refusal.ts'
import { actorOfAccount } from '../../identity/index.ts'
import { acceptSigned } from '../ceremony/accept-signed.ts'
import { BOOKKEEPER, orFailed } from '../ceremony/note-failed.ts'
import { signingPurposesPort } from '../ceremony/purpose.ts'
import type { SigningRequest } from '../register/signing-request.ts'
import { requestById } from '../register/store.ts'
import { isRaising } from '../raising/raising.ts'
import { timestampAuthorityPort, type TimestampAuthority } from '../timestamp-authority.ts'
import { trustPort } from '../trust.ts'
import { verifyAside } from '../verification/verify-aside.ts'
import { whyNotAccept } from './check-upload.ts'
import { Secret } from './hand-out.ts'
import { stampLastSignature } from './stamp-signature.ts'
import { notePassOutcome, notePassUploaded, passByUpload } from './store.ts'
import { secretHash, whyNotTakeIn, type TokenPass } from './token-pass.ts'

/**
 * The local program brings the signed file back, once. What is not the file handed out with one signature of the right person
 * behind it is refused, and the original stays as it was; else the file goes to its purpose as every other signed file does.
 */
export const takeInFromToken = errand({
  name: 'signing.take-in-from-token',
  roles: ['anyone'],
  input: Type.Object({ secret: Secret, bytes: Type.Unsafe<Uint8Array>({}) }),
  async run(app, actor, { secret, bytes }): Promise<{ fileName: string }> {
    const pass = await runAction(app, usePass, actor, { secret })
    try {
      const kept = await orFailed(app, pass.requestId, () => accept(app, pass, bytes))
      // Below the level it is issued at, it waits where every other signature waits for a service that is down.
      const told = isRaising(kept)
        ? { outcome: 'raising', facts: { missing: kept.missing } }
        : { outcome: 'accepted', facts: {} }
      await runAction(app, noteOutcome, BOOKKEEPER, { id: pass.id, ...told })
    } catch (error) {
      const { code: outcome, facts } = error instanceof Refusal ? error : { code: 'error', facts: {} }
      await runAction(app, noteOutcome, BOOKKEEPER, { id: pass.id, outcome, facts })
      throw error
    }
    return { fileName: pass.fileName }
  },
})

async function accept(app: App, pass: TokenPass, bytes: Uint8Array): Promise<unknown> {
  const request = await requestById(app.db, pass.requestId)
  const purpose = app.ports.get(signingPurposesPort).find(({ name }) => name === request?.purpose)
  // Whoever asked for it has to be allowed to at this moment still.
  const by = await actorOfAccount(app.db, pass.accountId, app.clock.now())
  if (!request || !purpose || !by) throw new Refusal('signing.nobody-to-keep')
  const expected = { handed: await app.files.bytes(pass.sha256), fingerprint: request.fingerprint ?? '' }
  refuse(whyNotAccept(bytes, expected, await reading(app, bytes)))
  const stamped = await stampIfReachable(Buffer.from(bytes), app.ports.get(timestampAuthorityPort))
  return acceptSigned(app, by, purpose, request as SigningRequest<never>, stamped)
}

async function stampIfReachable(pdf: Buffer, authority: TimestampAuthority): Promise<Buffer> {
  try {
    return await stampLastSignature(pdf, authority)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'signing.timestamp-unavailable') return pdf
    throw error
  }
}

/** On a thread of its own: the file comes from a machine that is not ours. */
const reading = (app: App, bytes: Uint8Array) => verifyAside(bytes, app.ports.get(trustPort), app.clock.now())

/** Used up by the first who comes, whatever they bring. */
const usePass = action({
  name: 'signing.use-token-pass',
  roles: ['anyone'],
  input: Type.Object({ secret: Secret }),
  async run(ctx, _, { secret }): Promise<TokenPass> {
    const pass = await passByUpload(ctx.db, secretHash(secret))
    refuse(whyNotTakeIn(pass, ctx.now))
    if (!pass) throw new Refusal('signing.token-address-unknown')
    await notePassUploaded(ctx.db, pass.id, ctx.now)
    ctx.journal({
      subject: `signature:${pass.requestId}`,
      what: 'signing.token-brought-back',
      facts: { pass: pass.id },
    })
    return pass
  },
})

const noteOutcome = action({
  name: 'signing.note-token-outcome',
  roles: ['system'],
  input: Type.Object({
    id: Type.String({ format: 'uuid' }),
    outcome: Type.String({ maxLength: 100 }),
    facts: Type.Unsafe<Facts>({}),
  }),
  async run(ctx, _, { id, outcome, facts }) {
    await notePassOutcome(ctx.db, id, outcome, facts)
    ctx.journal({ subject: `token-pass:${id}`, what: 'signing.token-outcome', facts: { outcome } })
  },
})
