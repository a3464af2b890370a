import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { defineJob } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, recordProducedFile } from '../../documents/index.ts'
import { renewSigned, type RenewedFile } from '../../signing/index.ts'
import { planUnplanned } from './plan-issued.ts'
import { claimRenewal, insertVersion, planNext, saveTry, type DueRenewal } from './store.ts'

const KEEPER = { kind: 'system', name: 'results.renewal' } as const
/** A process that dies in the middle holds a file up no longer. */
const CLAIM_MS = 5 * 60_000
const HOUR_MS = 3_600_000
/** So that the next night tries again. */
const LONGEST_HOURS = 20

export type Renewed = { renewed: number; waiting: number }

/**
 * Stamps every issued document anew whose day has come, the oldest first, one file at a time. While no time stamps are to be had only
 * the oldest asks. Run twice, or killed in the middle, it does nothing twice; days on which it did not run are made up for.
 */
export async function renewAll(app: App): Promise<Renewed> {
  const done: Renewed = { renewed: 0, waiting: 0 }
  const tried: string[] = []
  for (;;) {
    const now = app.clock.now()
    const until = new Date(now.getTime() + CLAIM_MS)
    const one = await claimRenewal(app.db, { now, today: vietnamDate(now), until, not: tried })
    if (!one) return done
    tried.push(one.issuedSha256)
    const problem = await renewOne(app, one)
    if (problem === undefined) done.renewed += 1
    else done.waiting += 1
    if (problem === 'signing.timestamp-unavailable') return done
  }
}

/** The code of what stands in the way; undefined when the next version is kept. */
async function renewOne(app: App, one: DueRenewal): Promise<string | undefined> {
  try {
    const renewed = await renewSigned(app, await app.files.bytes(one.sha256))
    await runAction(app, keepRenewal, KEEPER, { one, renewed })
    return undefined
  } catch (error) {
    const problem = error instanceof Refusal ? error.code : 'error'
    const { issuedSha256 } = one
    if (problem === 'error') app.log.error({ err: error, issuedSha256 }, 'an archive time stamp could not be renewed')
    const tries = one.tries + 1
    const hours = Math.min(2 ** (tries - 1), LONGEST_HOURS)
    const nextTryAt = new Date(app.clock.now().getTime() + hours * HOUR_MS)
    await saveTry(app.db, { issuedSha256, tries, problem, nextTryAt })
    return problem
  }
}

/** Keeps the renewed file as the next version of what was issued; every version before stays. */
export const keepRenewal = action({
  name: 'results.keep-renewal',
  roles: ['system'],
  input: Type.Object({ one: Type.Unsafe<DueRenewal>({}), renewed: Type.Unsafe<RenewedFile>({}) }),
  async run(ctx, _, { one, renewed }): Promise<{ sha256: string; renewBy: LegalDate | null }> {
    const { issuedSha256, verificationCode, sha256: from } = one
    const before = await fileById(ctx.db, one.fileId)
    if (!before) throw new Error(`no file ${one.fileId}`)
    const { name, mediaType, pages } = before
    const produced = { bytes: renewed.pdf, name, mediaType, ...(pages === null ? {} : { pages }) }
    const { id: fileId, sha256, size } = await recordProducedFile(ctx, produced)
    const { signatures, renewBy } = renewed
    const no = one.renewals + 1
    const version = { sha256, issuedSha256, no, fileId, size, signatures, madeAt: ctx.now }
    // Another worker was quicker: its version stands, this one is forgotten.
    if (!(await insertVersion(ctx.db, version))) throw new Refusal('platform.conflict')
    await planNext(ctx.db, issuedSha256, renewBy)
    ctx.journal({
      subject: `issued:${verificationCode}`,
      what: 'results.archive-renewed',
      facts: { from, sha256, no, signatures, renewBy },
    })
    return { sha256, renewBy }
  },
})

/** In the night, when nobody signs; each hour makes up for what the one before could not have stamped. */
export const renewIssued = defineJob('results.renew-issued', { schedule: '35 0-4 * * *' }, async (app) => {
  await planUnplanned(app)
  await renewAll(app)
})
