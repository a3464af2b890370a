import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { instantOf, vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse, type Reason } from '../../platform/refusal.ts'
import { askChain, AskedChain, certificateOfKey } from './enter-certificate.ts'
import { holderByFingerprint, holdersBeside, saveHolder, saveService } from './holder-store.ts'
import type { KeyHolder } from './key-holder.ts'
import { certificateWithinReach, subjectOf } from './reach-certificate.ts'

type Days = { changeOverOn: LegalDate; today: LegalDate }

/** The old one must serve until the day, the new one from it on. */
export function whyNotHandOver(old: KeyHolder, next: KeyHolder, { changeOverOn, today }: Days): Reason | undefined {
  if (old.withdrawnAt !== null || old.kind === 'citizen') return { code: 'signing.not-stoppable' }
  if (old.signer === next.signer && old.keyRef === next.keyRef) return { code: 'signing.certificate-known' }
  const last = vietnamDate(old.validTo)
  const isOver = last < today || old.stoppedAs === 'revoked'
  const isTooLate = !isOver && changeOverOn > last
  if (changeOverOn < today || isTooLate || changeOverOn < vietnamDate(next.validFrom)) {
    return { code: 'signing.change-over-day', facts: { last: isOver ? today : last } }
  }
  return undefined
}

const HandOver = Type.Object({
  fingerprint: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  signer: Type.String({ minLength: 1, maxLength: 40 }),
  keyRef: Type.String({ minLength: 1, maxLength: 120 }),
  changeOverOn: Type.String({ format: 'date' }),
})

const arrangeHandOver = action({
  name: 'signing.arrange-hand-over',
  roles: ['administrator'],
  input: Type.Object({ ...HandOver.properties, chain: AskedChain }),
  async run(ctx, actor, { fingerprint, signer, keyRef, changeOverOn, chain }) {
    const { db, now } = ctx
    const old = await certificateWithinReach(db, actor, fingerprint, { forUpdate: true })
    const holder = old.accountId !== null ? { accountId: old.accountId } : { unitId: old.unitId ?? '' }
    const today = vietnamDate(now)
    const servesFrom = changeOverOn === today ? now : instantOf(changeOverOn)
    const next = await certificateOfKey(ctx, chain, { signer, keyRef, holder, servesFrom })
    refuse(whyNotHandOver(old, next, { changeOverOn, today }))
    if (await holderByFingerprint(db, next.fingerprint)) throw new Refusal('signing.certificate-known')
    const waiting = (await holdersBeside(db, old)).find(({ servesFrom: from }) => from > now)
    if (waiting) throw new Refusal('signing.hand-over-arranged', { day: vietnamDate(waiting.servesFrom) })
    await saveService(db, { fingerprint, servesFrom: old.servesFrom, servesUntil: servesFrom })
    await saveHolder(db, next)
    ctx.journal({
      subject: subjectOf(old),
      what: 'signing.certificate-hand-over',
      facts: { from: fingerprint, to: next.fingerprint, signer, keyRef, changeOverOn, validTo: next.validTo },
    })
    return { fingerprint: next.fingerprint }
  },
})

/**
 * bàn giao chứng thư số: registers a holder's new certificate beside the one in use, with the day from which the new one signs. Until
 * then the old one serves; what waits to be signed goes on with whichever serves when it is signed.
 */
export const handOverCertificate = errand({
  name: 'signing.hand-over-certificate',
  roles: ['administrator'],
  input: HandOver,
  async run(app, actor, asked, { requestId = '' }) {
    // Nobody out of reach makes us ask a service.
    await certificateWithinReach(app.db, actor, asked.fingerprint)
    return runAction(app, arrangeHandOver, actor, { ...asked, chain: await askChain(app, asked) }, { requestId })
  },
})
