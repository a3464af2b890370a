import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import type { SigningRequest } from '../signing/index.ts'
import { holdNumberOn } from './issued-store.ts'
import type { Held, SealContext } from './seal-paper.ts'

const SYSTEM = { kind: 'system', name: 'results' } as const
/** Longer than any service is down; the number is in the signed bytes and can be no other document's. */
const HOLD_ON_MS = 10 * 365 * 86_400_000

/** A sealed file that waits for its level keeps its number: it is in the signed bytes. */
export async function holdOn(app: App, { id, context: { held, unitId } }: SigningRequest<SealContext>): Promise<void> {
  await runAction(app, holdNumberForSealed, SYSTEM, { requestId: id, held: { ...held, unitId } })
}

const holdNumberForSealed = action({
  name: 'results.hold-number-for-sealed',
  roles: ['system'],
  input: Type.Object({ requestId: Type.String(), held: Type.Unsafe<Held & { unitId: string }>({}) }),
  async run(ctx, _, { requestId, held }) {
    await holdNumberOn(ctx.db, held, new Date(ctx.now.getTime() + HOLD_ON_MS))
    ctx.journal({ subject: `signature:${requestId}`, what: 'results.number-held', facts: { number: held.numberText } })
  },
})
