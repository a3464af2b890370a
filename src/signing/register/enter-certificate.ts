import { Type } from 'typebox'
import type { ActionContext } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refuse, type Reason } from '../../platform/refusal.ts'
import { unitsCalled } from '../../organisation/index.ts'
import { fingerprint, readCertificate, type Certificate } from '../crypto/certificate.ts'
import { mayPersonSign } from '../crypto/certificate-path.ts'
import { saysDemo } from '../demo-mark.ts'
import { signersPort } from '../signer.ts'
import type { KeyHolder } from './key-holder.ts'

export type Holder = { accountId: string } | { unitId: string }

type Entry = { signer: string; keyRef: string; holder: Holder; namedUnitId?: string | undefined; servesFrom?: Date }

/** Own certificate first, as the device or service gave it: asked before a transaction is open. */
export const AskedChain = Type.Unsafe<readonly Uint8Array[]>({})

/** Asks the device or service of a key for its certificate. Not inside an action: it may be far away and slow. */
export function askChain({ ports }: Pick<App, 'ports'>, { signer, keyRef }: Pick<Entry, 'signer' | 'keyRef'>) {
  return ports.get(signersPort).named(signer).certificateChain(keyRef)
}

/** The certificate of a key as a line of the register; saving it is the caller's. */
export async function certificateOfKey(
  ctx: ActionContext,
  [der, ...above]: readonly Uint8Array[],
  entry: Entry,
): Promise<KeyHolder> {
  if (!der) throw new Refusal('signing.key-unknown')
  return enteredLine(ctx, readCertificate(der), above, entry)
}

/** A certificate as a line of the register, if it may stand there. */
export async function enteredLine(
  ctx: ActionContext,
  certificate: Certificate,
  above: readonly Uint8Array[],
  { signer, keyRef, holder, ...entry }: Entry,
): Promise<KeyHolder> {
  refuse(whyNotRegister(certificate, { mode: ctx.settings.mode, now: ctx.now }))
  const accountId = 'accountId' in holder ? holder.accountId : null
  const unitId = 'unitId' in holder ? holder.unitId : null
  return {
    ...lineOf(certificate, above, ctx.now),
    signer,
    keyRef,
    kind: accountId === null ? 'agency' : 'person',
    accountId,
    unitId,
    namedUnitId: unitId ?? entry.namedUnitId ?? (await unitNamed(ctx, certificate.subject.organisation)),
    servesFrom: entry.servesFrom ?? ctx.now,
  }
}

type Standing = { mode: 'demo' | 'production' | 'test'; now: Date }

/** Căn cứ: Luật Giao dịch điện tử 2023, Điều 22–24; a demonstration's certificate is worth nothing in law. */
export function whyNotRegister(certificate: Certificate, { mode, now }: Standing): Reason | undefined {
  if (mode === 'production' && saysDemo(certificate)) return { code: 'signing.demo-certificate' }
  if (!mayPersonSign(certificate)) return { code: 'signing.certificate-not-for-signing' }
  return now > certificate.notAfter
    ? { code: 'signing.certificate-expired', facts: { until: vietnamDate(certificate.notAfter) } }
    : undefined
}

/** The body a certificate names: the one in force under exactly this name, else the last that had it. */
async function unitNamed({ db, now }: ActionContext, name: string): Promise<string | null> {
  const found = name === '' ? [] : await unitsCalled(db, name)
  const today = vietnamDate(now)
  const inForce = found.find(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today))
  return (inForce ?? found[0])?.id ?? null
}

const NOT_STOPPED = {
  withdrawnAt: null,
  withdrawnReason: null,
  servesUntil: null,
  stoppedAs: null,
  stoppedAt: null,
  stopReason: null,
  stopNotice: null,
  revocation: 'not-asked',
  revocationAskedAt: null,
  revocationAnsweredAt: null,
  revocationValidUntil: null,
  revocationSource: null,
  revokedAt: null,
  revocationReason: null,
} as const

/** What a certificate itself says, as the register keeps it. */
export function lineOf(certificate: Certificate, above: readonly Uint8Array[], now: Date) {
  return {
    ...NOT_STOPPED,
    citizenId: null,
    subject: certificate.subject.commonName,
    organisation: certificate.subject.organisation,
    issuer: certificate.issuer.commonName,
    serial: certificate.x509.serialNumber,
    fingerprint: fingerprint(certificate),
    certificate: certificate.der,
    chain: above.map((der) => Buffer.from(der)),
    validFrom: certificate.notBefore,
    validTo: certificate.notAfter,
    isDemo: saysDemo(certificate),
    registeredAt: now,
  }
}
