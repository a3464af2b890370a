import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { ROLES, type Actor, type Officer } from '../../platform/actor.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { accountById } from '../../identity/index.ts'
import { fingerprint } from '../crypto/certificate.ts'
import { Pkcs12Error } from '../crypto/pkcs12/problem.ts'
import { readPkcs12, type Pkcs12Content } from '../crypto/pkcs12/read-pkcs12.ts'
import { certificateOfKey } from '../register/enter-certificate.ts'
import { holderByFingerprint, saveHolder, withdrawBefore } from '../register/holder-store.ts'
import { embeddedKeysPort } from '../signers/embedded.ts'
import { trustPort } from '../trust.ts'
import { whyNotEnter, whyNotOwn, whyNotPin } from './enrolment.ts'

/** A key with ten certificates has about 20 KB. */
export const LARGEST_PFX = 64 * 1024

export const OFFICERS = ROLES.filter((role) => role !== 'citizen')

export function officerOf(actor: Actor): Officer {
  if (actor.kind !== 'officer') throw new Refusal('platform.forbidden')
  return actor
}

const enterOwnKey = action({
  name: 'signing.enter-own-key',
  roles: OFFICERS,
  input: Type.Object({ keyRef: Type.String({ pattern: '^pfx-[0-9a-f]{40}$' }) }),
  async run(ctx, actor, { keyRef }) {
    const { accountId } = officerOf(actor)
    const one = await certificateOfKey(ctx, { signer: 'embedded', keyRef, holder: { accountId } })
    refuse(whyNotEnter(await holderByFingerprint(ctx.db, one.fingerprint), { accountId }))
    await withdrawBefore(ctx.db, one, 'replaced')
    await saveHolder(ctx.db, one)
    ctx.journal({
      subject: `account:${accountId}`,
      what: 'signing.key-imported',
      facts: { keyRef, fingerprint: one.fingerprint, issuer: one.issuer, validTo: one.validTo, isDemo: one.isDemo },
    })
    return { fingerprint: one.fingerprint }
  },
})

/**
 * An officer brings in their own key and certificate from a PFX file; it is sealed under a PIN that only they know, and signs from
 * now on in place of what they had. The file and its password are kept nowhere.
 */
export const importKey = errand({
  name: 'signing.import-key',
  roles: OFFICERS,
  input: Type.Object({
    bytes: Type.Unsafe<Uint8Array>({}),
    password: Type.String({ maxLength: 200 }),
    pin: Type.String({ maxLength: 64 }),
  }),
  async run(app, actor, { bytes, password, pin }, { requestId = '' }) {
    const officer = officerOf(actor)
    const account = await accountById(app.db, officer.accountId)
    if (!account) throw new Refusal('platform.not-found')
    refuse(whyNotPin(pin))
    const trust = app.ports.get(trustPort)
    const { privateKey, chain } = await opened(bytes, () => readPkcs12(bytes, password, trust.intermediates ?? []))
    refuse(whyNotOwn(chain, account, { mode: app.settings.mode, now: app.clock.now(), trust }))
    const [own] = chain
    if (!own) throw new Refusal('signing.key-unknown')
    const known = await holderByFingerprint(app.db, fingerprint(own))
    refuse(whyNotEnter(known, { accountId: account.id }))
    const keyRef = `pfx-${fingerprint(own).slice(0, 40)}`
    await app.ports.get(embeddedKeysPort).keep(keyRef, { privateKey, chain, pin })
    return runAction(app, enterOwnKey, officer, { keyRef }, { requestId })
  },
})

async function opened(bytes: Uint8Array, read: () => Promise<Pkcs12Content>): Promise<Pkcs12Content> {
  if (bytes.length > LARGEST_PFX) throw new Refusal('signing.pfx-unreadable')
  try {
    return await read()
  } catch (error) {
    if (error instanceof Pkcs12Error) throw new Refusal(`signing.pfx-${error.problem}`)
    throw error
  }
}
