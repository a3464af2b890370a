import { Type } from 'typebox'
import { action, runAction, type ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { accountBySignInName, grantsOf } from '../../identity/index.ts'
import { unitByCode } from '../../organisation/index.ts'
import { readCertificate } from '../crypto/certificate.ts'
import { askChain, AskedChain, certificateOfKey } from '../register/enter-certificate.ts'
import { holderByFingerprint, holdersBeside, saveHolder } from '../register/holder-store.ts'
import { administeredUnits, subjectOf } from '../register/reach-certificate.ts'
import { trustPort } from '../trust.ts'
import { sameName, whyNotEnter, whyNotOwn, whyNotServe } from './enrolment.ts'

type Found = { holder: { accountId: string } | { unitId: string }; name: string; kind: 'person' | 'agency' }

const Link = Type.Object({
  signer: Type.String({ minLength: 1, maxLength: 40 }),
  keyRef: Type.String({ minLength: 1, maxLength: 120 }),
  kind: Type.Union([Type.Literal('person'), Type.Literal('agency')]),
  /** Sign-in name of the officer, or code of the agency. */
  holder: Type.String({ minLength: 1, maxLength: 100 }),
  /** The administrator compared them: authorities shorten the names of agencies. */
  isNameCompared: Type.Optional(Type.Boolean()),
})

const enterLinkedKey = action({
  name: 'signing.enter-linked-key',
  roles: ['administrator'],
  input: Type.Object({ ...Link.properties, chain: AskedChain }),
  async run(ctx, actor, { signer, keyRef, kind, holder: wanted, isNameCompared = false, chain: asked }) {
    const { db, now } = ctx
    const found = await holderWithinReach(ctx, actor, kind, wanted)
    const one = await certificateOfKey(ctx, asked, { signer, keyRef, holder: found.holder })
    const chain = [one.certificate, ...one.chain].map(readCertificate)
    const standing = { mode: ctx.settings.mode, now, trust: ctx.port(trustPort) }
    if (found.kind === 'person') refuse(whyNotOwn(chain, { fullName: found.name }, standing))
    else {
      refuse(whyNotServe(chain, standing))
      const isNamed = [one.organisation, one.subject].some((name) => sameName(name, found.name))
      if (!isNamed && !isNameCompared)
        throw new Refusal('signing.certificate-of-another', { certificate: one.subject, holder: found.name })
    }
    refuse(whyNotEnter(await holderByFingerprint(db, one.fingerprint), found.holder))
    const others = (await holdersBeside(db, one)).filter(({ fingerprint }) => fingerprint !== one.fingerprint)
    if (others.some(({ servesUntil }) => servesUntil === null || servesUntil > now))
      throw new Refusal('signing.has-certificate')
    await saveHolder(db, one)
    ctx.journal({
      subject: subjectOf(one),
      what: 'signing.key-linked',
      facts: { signer, keyRef, fingerprint: one.fingerprint, validTo: one.validTo, isDemo: one.isDemo, isNameCompared },
    })
    return { fingerprint: one.fingerprint }
  },
})

/**
 * gắn khoá ký: an administrator enters a key of a token, an HSM or a service for the officer or the agency it was issued for. What
 * takes the place of another is handed over instead. Căn cứ: Nghị định 68/2024/NĐ-CP về chữ ký số chuyên dùng công vụ.
 */
export const linkKey = errand({
  name: 'signing.link-key',
  roles: ['administrator'],
  input: Link,
  async run(app, actor, input, { requestId = '' }) {
    return runAction(app, enterLinkedKey, actor, { ...input, chain: await askChain(app, input) }, { requestId })
  },
})

/** The officer or agency, when the administrator looks after a unit of theirs. */
async function holderWithinReach(
  { db, now }: ActionContext,
  actor: Actor,
  kind: Found['kind'],
  wanted: string,
): Promise<Found> {
  const unknown = new Refusal('signing.holder-unknown', { holder: wanted })
  const reach = await administeredUnits(db, actor)
  const isWithin = (unitId: string) => reach === null || reach.includes(unitId)
  const on = vietnamDate(now)
  if (kind === 'agency') {
    const unit = await unitByCode(db, wanted.trim().toUpperCase(), on)
    if (!unit || !isWithin(unit.id)) throw unknown
    return { holder: { unitId: unit.id }, name: unit.name, kind }
  }
  const account = await accountBySignInName(db, wanted.trim())
  const grants = account?.kind === 'officer' ? await grantsOf(db, account.id, on) : []
  if (!account || !grants.some(({ unitId }) => isWithin(unitId))) throw unknown
  return { holder: { accountId: account.id }, name: account.fullName, kind }
}
