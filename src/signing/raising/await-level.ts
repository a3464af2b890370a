import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ReachedLevel } from '../long-term/extend-signatures.ts'
import type { SignatureLevel } from '../long-term/signature-level.ts'
import type { SigningRequest } from '../register/signing-request.ts'
import { requestById } from '../register/store.ts'
import { signingDelayed } from './events.ts'
import type { Raising, SigningRaises } from './raising.ts'
import { countRaisingsOf, insertRaising } from './store.ts'

const BOOKKEEPER = { kind: 'system', name: 'signing' } as const

/** Keeps a signed file that is below the level it is issued at; `raiseWaiting` goes on when the service answers again. */
export async function awaitLevel(
  app: App,
  by: Actor,
  request: SigningRequest,
  { pdf, level, missing }: ReachedLevel,
  wanted: SignatureLevel,
): Promise<SigningRaises> {
  const { sha256 } = await app.files.put(pdf)
  const code = missing?.code ?? 'signing.timestamp-unavailable'
  const now = app.clock.now()
  const bySystem = by.kind === 'system' ? by : null
  const raising = {
    requestId: request.id,
    sha256,
    level,
    wanted,
    missing: code,
    bySystem,
    signedAt: now,
    tries: 0,
    nextTryAt: now,
  }
  await runAction(app, noteAwaiting, BOOKKEEPER, { raising })
  return { state: 'raising', level, wanted, missing: code }
}

const noteAwaiting = action({
  name: 'signing.await-level',
  roles: ['system'],
  input: Type.Object({ raising: Type.Unsafe<Raising>({}) }),
  async run(ctx, _, { raising }) {
    const { requestId, level, wanted, missing, sha256 } = raising
    if (!(await insertRaising(ctx.db, raising))) throw new Refusal('platform.conflict')
    ctx.journal({
      subject: `signature:${requestId}`,
      what: 'signing.level-awaited',
      facts: { level, wanted, missing, sha256 },
    })
    const { byAccountId } = await requestOf(ctx.db, requestId)
    const isFirst = byAccountId !== null && (await countRaisingsOf(ctx.db, byAccountId, requestId)) === 0
    if (isFirst) await ctx.emit(signingDelayed, { requestId, accountId: byAccountId, missing })
  },
})

async function requestOf(db: Parameters<typeof requestById>[0], id: string): Promise<SigningRequest> {
  const request = await requestById(db, id)
  if (!request) throw new Error(`no request ${id}`)
  return request
}
