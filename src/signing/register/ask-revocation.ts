import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { defineJob } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readCertificate, type Certificate } from '../crypto/certificate.ts'
import { findPath } from '../crypto/certificate-path.ts'
import { revocationPort, type StatusAnswer } from '../revocation/certificate-status.ts'
import { trustPort } from '../trust.ts'
import { holderByFingerprint, holderForUpdate, saveRevocation } from './holder-store.ts'
import { holdersInForce } from './list-store.ts'
import type { KeyHolder, RevocationState } from './key-holder.ts'
import { subjectOf } from './reach-certificate.ts'

const SYSTEM = { kind: 'system', name: 'signing.register' } as const

type Told = Pick<
  KeyHolder,
  'revocation' | 'revocationAnsweredAt' | 'revocationValidUntil' | 'revocationSource' | 'revokedAt' | 'revocationReason'
>

/**
 * Asks the authority of a certificate whether it has taken it back, and keeps what it said; a fresh answer that is known already will
 * do. Where nobody answers the state before stays and `unknown` is returned: the outage rule decides what may go on.
 */
export async function askRevocation(app: App, fingerprint: string): Promise<RevocationState> {
  const holder = await holderByFingerprint(app.db, fingerprint)
  if (!holder) throw new Refusal('signing.key-unknown')
  const told = await answerAbout(app, holder)
  if (!told) return 'unknown'
  // An answer that is known already needs no writing down again.
  const isKnown =
    told.revocation === holder.revocation &&
    told.revocationAnsweredAt?.getTime() === holder.revocationAnsweredAt?.getTime()
  if (!isKnown) await runAction(app, noteRevocation, SYSTEM, { fingerprint, told })
  return told.revocation
}

/** @throws Refusal `signing.certificate-revoked`, `signing.certificate-suspended` before the key is used */
export async function refuseRevoked(app: App, fingerprint: string): Promise<void> {
  const state = await askRevocation(app, fingerprint)
  if (state === 'revoked' || state === 'suspended') throw new Refusal(`signing.certificate-${state}`)
}

async function answerAbout({ ports, clock, log }: App, { certificate, chain }: KeyHolder): Promise<Told | undefined> {
  const own = readCertificate(certificate)
  const issuer = issuerOf(own, chain.map(readCertificate))
  const path = findPath(own, chain.map(readCertificate), ports.get(trustPort), clock.now())
  const above = path.trusted ? path.chain[1] : issuer
  if (!above) return undefined
  try {
    return toldBy(await ports.get(revocationPort).statusOf(own, above))
  } catch (error) {
    if (!(error instanceof Refusal)) log.error({ err: error }, 'asking about a certificate failed')
    return undefined
  }
}

const issuerOf = (own: Certificate, above: Certificate[]) =>
  above.find((one) => one.subjectDer.equals(own.issuerDer) && own.x509.verify(one.x509.publicKey))

function toldBy({ kind, status, producedAt, nextUpdate }: StatusAnswer): Told {
  const isHeld = status.state === 'revoked' && status.reason === 'certificateHold'
  return {
    revocation: isHeld ? 'suspended' : status.state,
    revocationAnsweredAt: producedAt,
    revocationValidUntil: nextUpdate ?? null,
    revocationSource: kind,
    revokedAt: status.state === 'revoked' ? status.at : null,
    revocationReason: status.state === 'revoked' ? status.reason : null,
  }
}

const noteRevocation = action({
  name: 'signing.note-revocation',
  roles: ['system'],
  input: Type.Object({ fingerprint: Type.String(), told: Type.Unsafe<Told>({}) }),
  unjournalled: 'an answer that says the same as the one before is no news',
  async run(ctx, _, { fingerprint, told }) {
    const before = await holderForUpdate(ctx.db, fingerprint)
    if (!before) return
    await saveRevocation(ctx.db, { fingerprint, ...told, revocationAskedAt: ctx.now })
    if (told.revocation === before.revocation) return
    const { revocation, revokedAt, revocationReason: reason, revocationSource: source } = told
    ctx.journal({
      subject: subjectOf(before),
      what: 'signing.certificate-status',
      facts: { fingerprint, from: before.revocation, to: revocation, revokedAt, reason, source },
    })
  },
})

const AT_ONCE = 200

/** Every night each certificate in force is asked about; one that is not answered holds up no other. */
export const askRevocations = defineJob('signing.ask-revocations', { schedule: '10 2 * * *' }, async (app) => {
  let after = ''
  for (;;) {
    const found = await holdersInForce(app.db, app.clock.now(), after, AT_ONCE)
    for (const fingerprint of found) await askRevocation(app, fingerprint)
    const last = found.at(-1)
    if (last === undefined) return
    after = last
  }
})
