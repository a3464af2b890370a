import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { refuse, type Reason } from '../../platform/refusal.ts'
import { holdersBeside, saveService, saveStop, saveWithdrawal } from './holder-store.ts'
import type { KeyHolder } from './key-holder.ts'
import { certificateWithinReach, subjectOf } from './reach-certificate.ts'

const Fingerprint = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Words = (most: number) => Type.String({ minLength: 1, maxLength: most })

export function whyNotStop({ withdrawnAt, stoppedAs }: KeyHolder): Reason | undefined {
  return withdrawnAt !== null || stoppedAs === 'revoked' ? { code: 'signing.not-stoppable' } : undefined
}

export function whyNotResume({ stoppedAs, withdrawnAt }: KeyHolder): Reason | undefined {
  return stoppedAs !== 'suspended' || withdrawnAt !== null ? { code: 'signing.not-suspended' } : undefined
}

/** Takes a certificate out of service here; what it signed stays as it is. */
export const withdrawCertificate = action({
  name: 'signing.withdraw-certificate',
  roles: ['administrator'],
  input: Type.Object({ fingerprint: Fingerprint, reason: Words(500) }),
  async run(ctx, actor, { fingerprint, reason }) {
    const holder = await certificateWithinReach(ctx.db, actor, fingerprint, { forUpdate: true })
    refuse(holder.withdrawnAt === null ? undefined : { code: 'signing.not-stoppable' })
    await saveWithdrawal(ctx.db, { fingerprint, withdrawnAt: ctx.now, withdrawnReason: reason })
    await nextServesAtOnce(ctx, holder)
    ctx.journal({ subject: subjectOf(holder), what: 'signing.certificate-withdrawn', facts: { fingerprint, reason } })
  },
})

/**
 * Writes down a notice that a certificate is revoked or suspended, before or instead of the authority's own answer. Căn cứ: Nghị
 * định 23/2025/NĐ-CP (chữ ký số công cộng), Nghị định 68/2024/NĐ-CP (chuyên dùng công vụ): thu hồi, tạm dừng chứng thư chữ ký số.
 */
export const stopCertificate = action({
  name: 'signing.stop-certificate',
  roles: ['administrator'],
  input: Type.Object({
    fingerprint: Fingerprint,
    as: Type.Enum(['revoked', 'suspended']),
    reason: Words(500),
    notice: Type.Optional(Words(200)),
  }),
  async run(ctx, actor, { fingerprint, as, reason, notice }) {
    const holder = await certificateWithinReach(ctx.db, actor, fingerprint, { forUpdate: true })
    refuse(whyNotStop(holder))
    const stop = { stoppedAs: as, stoppedAt: ctx.now, stopReason: reason, stopNotice: notice ?? null }
    await saveStop(ctx.db, { fingerprint, ...stop })
    if (as === 'revoked') await nextServesAtOnce(ctx, holder)
    ctx.journal({
      subject: subjectOf(holder),
      what: `signing.certificate-${as}`,
      facts: { fingerprint, reason, notice: notice ?? null },
    })
  },
})

/** Ends a suspension. */
export const resumeCertificate = action({
  name: 'signing.resume-certificate',
  roles: ['administrator'],
  input: Type.Object({ fingerprint: Fingerprint, reason: Words(500) }),
  async run(ctx, actor, { fingerprint, reason }) {
    const holder = await certificateWithinReach(ctx.db, actor, fingerprint, { forUpdate: true })
    refuse(whyNotResume(holder))
    await saveStop(ctx.db, { fingerprint, stoppedAs: null, stoppedAt: null, stopReason: null, stopNotice: null })
    ctx.journal({ subject: subjectOf(holder), what: 'signing.certificate-resumed', facts: { fingerprint, reason } })
  },
})

/** A certificate waiting for its day of change-over serves from now on when the one before it cannot. */
async function nextServesAtOnce({ db, now }: ActionContext, stopped: KeyHolder): Promise<void> {
  if (stopped.servesUntil === null || stopped.servesUntil <= now) return
  const beside = await holdersBeside(db, stopped)
  const next = beside.find(({ fingerprint, servesFrom }) => fingerprint !== stopped.fingerprint && servesFrom > now)
  if (!next) return
  const { fingerprint, servesFrom } = stopped
  await saveService(db, { fingerprint, servesFrom, servesUntil: now > servesFrom ? now : servesFrom })
  await saveService(db, { fingerprint: next.fingerprint, servesFrom: now, servesUntil: next.servesUntil })
}
