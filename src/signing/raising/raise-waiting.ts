import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { defineJob } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { actorOfAccount } from '../../identity/index.ts'
import { noteFailed } from '../ceremony/note-failed.ts'
import { signingPurposesPort, type SigningPurpose } from '../ceremony/purpose.ts'
import { extendSignatures } from '../long-term/extend-signatures.ts'
import { requestById } from '../register/store.ts'
import type { SigningRequest } from '../register/signing-request.ts'
import { signingCaughtUp } from './events.ts'
import { levelServices, readAsStrangers } from './level-services.ts'
import { AWAITS_ANOTHER, nextTryAt, type Raising } from './raising.ts'
import { claimRaising, countRaisingsOf, deleteRaising, saveTry, wakeRaisings } from './store.ts'

const BOOKKEEPER = { kind: 'system', name: 'signing' } as const
/** A process that dies in the middle holds a file up no longer. */
const CLAIM_MS = 5 * 60_000

export type Raised = { completed: number; failed: number; waiting: number }

/**
 * Takes every file that waits to its level, the oldest first, and has it kept by its purpose. While the service all wait for is still
 * down only the oldest asks. Run twice, or killed in the middle, it does nothing twice.
 */
export async function raiseAll(app: App): Promise<Raised> {
  const done: Raised = { completed: 0, failed: 0, waiting: 0 }
  const tried: string[] = []
  for (;;) {
    const now = app.clock.now()
    const until = new Date(now.getTime() + CLAIM_MS)
    const one = await claimRaising(app.db, { now, until, not: tried })
    if (!one) return done
    tried.push(one.requestId)
    const outcome = await raiseOne(app, one)
    done[outcome === 'stamps-missing' ? 'waiting' : outcome] += 1
    if (outcome === 'stamps-missing') return done
  }
}

type Outcome = keyof Raised | 'stamps-missing'

async function raiseOne(app: App, one: Raising): Promise<Outcome> {
  try {
    const request = await requestById(app.db, one.requestId)
    // Killed between keeping and noting it.
    if (request?.state !== 'raising') return await noteReached(app, one)
    const { purpose, by } = await keeperOf(app, one, request)
    const pdf = await app.files.bytes(one.sha256)
    const wish = { level: one.wanted, atLeast: 'B-B' } as const
    const reached = await extendSignatures(pdf, wish, levelServices(app), app.clock.now())
    const { sha256 } = await app.files.put(reached.pdf)
    if (reached.missing) {
      const missing = reached.missing.code
      const isForAll = missing === 'signing.timestamp-unavailable'
      return await tryLater(app, { ...one, sha256, level: reached.level, missing }, isForAll)
    }
    await wakeRaisings(app.db, one.missing, app.clock.now())
    const awaited = await purpose.awaits?.(app, request)
    if (awaited) return await tryLater(app, { ...one, sha256, level: reached.level, missing: awaited.code }, false)
    await purpose.keep(app, by, request, readAsStrangers(app, reached.pdf))
    await wakeRaisings(app.db, AWAITS_ANOTHER, app.clock.now())
    return await noteReached(app, { ...one, level: reached.level, sha256 })
  } catch (error) {
    if (!(error instanceof Refusal)) {
      app.log.error({ err: error, requestId: one.requestId }, 'a signature could not be taken to its level')
      return tryLater(app, one, false)
    }
    await noteFailed(app, [one.requestId], error)
    await deleteRaising(app.db, one.requestId)
    return 'failed'
  }
}

async function noteReached(app: App, { requestId, level, sha256 }: Raising): Promise<Outcome> {
  await runAction(app, endRaising, BOOKKEEPER, { requestId, level, sha256 })
  return 'completed'
}

/** What every other file waits for as well is asked for in the next round; a file's own trouble holds up no other. */
async function tryLater(app: App, one: Raising, isForAll: boolean): Promise<Outcome> {
  const now = app.clock.now()
  const tries = one.tries + 1
  await saveTry(app.db, { ...one, tries, nextTryAt: isForAll ? now : nextTryAt(tries, now) })
  return isForAll ? 'stamps-missing' : 'waiting'
}

async function keeperOf(app: App, { bySystem }: Raising, request: SigningRequest) {
  const purpose = app.ports.get(signingPurposesPort).find(({ name }) => name === request.purpose)
  const by = bySystem ?? (await askerOf(app, request))
  if (!purpose || !by) throw new Refusal('signing.nobody-to-keep')
  return { purpose: purpose as SigningPurpose<unknown>, by }
}

/** Whoever asked for it must be allowed to at this moment still. */
async function askerOf({ db, clock }: App, { byAccountId }: SigningRequest): Promise<Actor | undefined> {
  return byAccountId === null ? undefined : actorOfAccount(db, byAccountId, clock.now())
}

const endRaising = action({
  name: 'signing.reach-level',
  roles: ['system'],
  input: Type.Object({ requestId: Type.String(), level: Type.String(), sha256: Type.String() }),
  async run(ctx, _, { requestId, ...facts }) {
    await deleteRaising(ctx.db, requestId)
    ctx.journal({ subject: `signature:${requestId}`, what: 'signing.level-reached', facts })
    const accountId = (await requestById(ctx.db, requestId))?.byAccountId ?? null
    const isLast = accountId !== null && (await countRaisingsOf(ctx.db, accountId, requestId)) === 0
    if (isLast) await ctx.emit(signingCaughtUp, { requestId, accountId })
  },
})

export const raiseWaiting = defineJob('signing.raise-waiting', { schedule: '* * * * *' }, async (app) => {
  await raiseAll(app)
})
