import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { System } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requestFailed } from '../register/signing-request.ts'
import { deletePrepared } from './store.ts'

/** Notes what became of signatures; it has no right to make any. */
export const BOOKKEEPER: System = { kind: 'system', name: 'signing' }

/** Runs one part of a begun signature; when it fails the request says so and the reason rises. Nothing else has changed. */
export async function orFailed<T>(app: App, requestId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await noteFailed(app, [requestId], error)
    throw error
  }
}

/** What went wrong matters more to the signatory than that it could not be noted. */
export async function noteFailed(app: App, requestIds: readonly string[], error: unknown): Promise<void> {
  const code = error instanceof Refusal ? error.code : 'error'
  for (const requestId of requestIds) {
    await runAction(app, noteFailure, BOOKKEEPER, { requestId, code }).catch((second: unknown) =>
      app.log.warn({ err: second }, 'a failed signature could not be noted'),
    )
  }
}

const noteFailure = action({
  name: 'signing.note-failure',
  roles: ['system'],
  input: Type.Object({ requestId: Type.String({ format: 'uuid' }), code: Type.String({ maxLength: 100 }) }),
  async run(ctx, _, { requestId, code }) {
    await requestFailed(ctx, requestId, code)
    await deletePrepared(ctx.db, requestId)
    ctx.journal({ subject: `signature:${requestId}`, what: 'signing.failed', facts: { code } })
  },
})
