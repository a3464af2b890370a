import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { notePassDownloaded, passByDownload } from './store.ts'
import { secretHash, whyNotHandOut } from './token-pass.ts'

export const Secret = Type.String({ pattern: '^[\\w-]{43}$' })

/** The local program fetches the file, once. Who has the address was given it by an officer signed in. */
export const handOutToToken = action({
  name: 'signing.hand-out-to-token',
  roles: ['anyone'],
  input: Type.Object({ secret: Secret }),
  async run(ctx, _, { secret }) {
    const pass = await passByDownload(ctx.db, secretHash(secret))
    refuse(whyNotHandOut(pass, ctx.now))
    if (!pass) throw new Refusal('signing.token-address-unknown')
    await notePassDownloaded(ctx.db, pass.id, ctx.now)
    const { requestId, id, sha256, fileName } = pass
    ctx.journal({ subject: `signature:${requestId}`, what: 'signing.token-fetched', facts: { pass: id, sha256 } })
    return { sha256, fileName }
  },
})
