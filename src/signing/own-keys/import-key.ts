import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { ROLES, unitsOf, type Actor, type Officer } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { accountById } from '../../identity/index.ts'
import { unitById, type Unit } from '../../organisation/index.ts'
import { fingerprint } from '../crypto/certificate.ts'
import { Pkcs12Error } from '../crypto/pkcs12/problem.ts'
import { readPkcs12, type Pkcs12Content } from '../crypto/pkcs12/read-pkcs12.ts'
import { askChain, AskedChain, certificateOfKey } from '../register/enter-certificate.ts'
import { holderByFingerprint, saveHolder, withdrawBefore } from '../register/holder-store.ts'
import { subjectOf } from '../register/reach-certificate.ts'
import { embeddedKeysPort } from '../signers/embedded.ts'
import { trustPort } from '../trust.ts'
import { whyNotEnter, whyNotOwn, whyNotPin, whyNotSealOf } from './enrolment.ts'

/** A key with ten certificates has about 20 KB. */
export const LARGEST_PFX = 64 * 1024

export const OFFICERS = ROLES.filter((role) => role !== 'citizen')

export function officerOf(actor: Actor): Officer {
  if (actor.kind !== 'officer') throw new Refusal('platform.forbidden')
  return actor
}

/** The agency whose seal a clerk brings in; left out, it is the officer's own key. */
const UnitId = Type.Optional(Type.String({ format: 'uuid' }))

const enterOwnKey = action({
  name: 'signing.enter-own-key',
  roles: OFFICERS,
  input: Type.Object({
    keyRef: Type.String({ pattern: '^pfx-[0-9a-f]{40}$' }),
    unitId: UnitId,
    chain: AskedChain,
  }),
  async run(ctx, actor, { keyRef, unitId, chain }) {
    const { accountId } = officerOf(actor)
    const unit = unitId === undefined ? undefined : await sealKeptBy(ctx.db, actor, unitId)
    const holder = unit ? { unitId: unit.id } : { accountId }
    const one = await certificateOfKey(ctx, chain, { signer: 'embedded', keyRef, holder })
    refuse(whyNotEnter(await holderByFingerprint(ctx.db, one.fingerprint), holder))
    await withdrawBefore(ctx.db, one, 'replaced')
    await saveHolder(ctx.db, one)
    ctx.journal({
      subject: subjectOf(one),
      what: 'signing.key-imported',
      facts: { keyRef, fingerprint: one.fingerprint, issuer: one.issuer, validTo: one.validTo, isDemo: one.isDemo },
    })
    return { fingerprint: one.fingerprint }
  },
})

/**
 * An officer brings in their own key and certificate from a PFX file, or the clerk who keeps it that of the agency's seal; it is sealed
 * under a PIN that only they know, and signs from now on in place of what was there. The file and its password are kept nowhere; what
 * is refused leaves the key before as it was. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 32 khoản 2 (văn thư giữ con dấu, thiết bị lưu khoá bí
 * mật của cơ quan).
 */
export const importKey = errand({
  name: 'signing.import-key',
  roles: OFFICERS,
  input: Type.Object({
    bytes: Type.Unsafe<Uint8Array>({}),
    password: Type.String({ maxLength: 200 }),
    pin: Type.String({ maxLength: 64 }),
    unitId: UnitId,
  }),
  async run(app, actor, { bytes, password, pin, unitId }, { requestId = '' }) {
    const officer = officerOf(actor)
    const account = await accountById(app.db, officer.accountId)
    if (!account) throw new Refusal('platform.not-found')
    const unit = unitId === undefined ? undefined : await sealKeptBy(app.db, officer, unitId)
    refuse(whyNotPin(pin))
    const trust = app.ports.get(trustPort)
    const standing = { mode: app.settings.mode, now: app.clock.now(), trust }
    const { privateKey, chain } = await opened(bytes, () => readPkcs12(bytes, password, trust.intermediates ?? []))
    refuse(unit ? whyNotSealOf(chain, unit, standing) : whyNotOwn(chain, account, standing))
    const [own] = chain
    if (!own) throw new Refusal('signing.key-unknown')
    const known = await holderByFingerprint(app.db, fingerprint(own))
    refuse(whyNotEnter(known, unit ? { unitId: unit.id } : { accountId: account.id }))
    const keyRef = `pfx-${fingerprint(own).slice(0, 40)}`
    await app.ports.get(embeddedKeysPort).keep(keyRef, { privateKey, chain, pin })
    const kept = await askChain(app, { signer: 'embedded', keyRef })
    const entered = { keyRef, chain: kept, ...(unitId === undefined ? {} : { unitId }) }
    return runAction(app, enterOwnKey, officer, entered, { requestId })
  },
})

/** The agency, for the clerk who keeps its seal; for anybody else it is not there. */
async function sealKeptBy(db: Db, actor: Actor, unitId: string): Promise<Unit> {
  const unit = await unitById(db, unitId)
  if (!unit || actor.kind !== 'officer' || !unitsOf(actor, 'clerk').includes(unitId))
    throw new Refusal('platform.not-found')
  return unit
}

async function opened(bytes: Uint8Array, read: () => Promise<Pkcs12Content>): Promise<Pkcs12Content> {
  if (bytes.length > LARGEST_PFX) throw new Refusal('signing.pfx-unreadable')
  try {
    return await read()
  } catch (error) {
    if (error instanceof Pkcs12Error) throw new Refusal(`signing.pfx-${error.problem}`)
    throw error
  }
}
