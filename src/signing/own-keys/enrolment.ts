import { isInNameOf } from '../token/whose-certificate.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { findPath, type Trust } from '../crypto/certificate-path.ts'
import { whyNotRegister } from '../register/enter-certificate.ts'
import type { KeyHolder } from '../register/key-holder.ts'

type Standing = { mode: 'demo' | 'production' | 'test'; now: Date; trust: Trust }

/** Names as people and authorities write them: case and spaces aside, diacritics count. */
export const sameName = (one: string, other: string): boolean => plainName(one) === plainName(other)

const plainName = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi')

/**
 * Why a certificate may not become this person's here. Căn cứ: Luật Giao dịch điện tử 2023, Điều 22–24: it is in force, meant for
 * signing, and the signer's own.
 */
export function whyNotOwn(
  chain: readonly Certificate[],
  { fullName }: { fullName: string },
  standing: Standing,
): Reason | undefined {
  const [own] = chain
  if (!own) return { code: 'signing.key-unknown' }
  const unfit = whyNotServe(chain, standing)
  if (unfit) return unfit
  if (sameName(own.subject.commonName, fullName)) return undefined
  return { code: 'signing.certificate-of-another', facts: { certificate: own.subject.commonName, holder: fullName } }
}

/** Why a certificate may not become the seal of this agency: the same, and it names the agency itself, not one of its people. */
export function whyNotSealOf(
  chain: readonly Certificate[],
  { name, code }: { name: string; code: string },
  standing: Standing,
): Reason | undefined {
  const [own] = chain
  if (!own) return { code: 'signing.key-unknown' }
  return (
    whyNotServe(chain, standing) ??
    (isInNameOf(own, { name, userId: `MDD:${code}` })
      ? undefined
      : { code: 'signing.certificate-of-another', facts: { certificate: own.subject.commonName, holder: name } })
  )
}

/** Why nobody may sign with it here, whoever they are. */
export function whyNotServe(chain: readonly Certificate[], { mode, now, trust }: Standing): Reason | undefined {
  const [own, ...above] = chain
  if (!own) return { code: 'signing.key-unknown' }
  const unfit = whyNotRegister(own, { mode, now })
  if (unfit) return unfit
  if (now < own.notBefore) return { code: 'signing.certificate-not-yet', facts: { from: vietnamDate(own.notBefore) } }
  if (isWeak(own)) return { code: 'signing.key-too-weak' }
  return findPath(own, above, trust, now).trusted
    ? undefined
    : { code: 'signing.certificate-untrusted', facts: { issuer: own.issuer.commonName } }
}

const CURVES = ['prime256v1', 'secp384r1', 'secp521r1']

function isWeak({ keyType, x509 }: Certificate): boolean {
  const { modulusLength = 0, namedCurve = '' } = x509.publicKey.asymmetricKeyDetails ?? {}
  return keyType === 'rsa' ? modulusLength < 2048 : !CURVES.includes(namedCurve)
}

/** A certificate known already: another's, or one that an administrator ended, does not come back by itself. */
export function whyNotEnter(
  known: KeyHolder | undefined,
  holder: { accountId: string } | { unitId: string },
): Reason | undefined {
  if (!known) return undefined
  const isTheirs = 'accountId' in holder ? known.accountId === holder.accountId : known.unitId === holder.unitId
  if (!isTheirs) return { code: 'signing.certificate-taken' }
  const isEnded = known.stoppedAs !== null || (known.withdrawnAt !== null && known.withdrawnReason !== 'replaced')
  return isEnded ? { code: 'signing.certificate-ended' } : undefined
}

export const PIN_LENGTH = { least: 6, most: 32 } as const

/** A PIN that is guessed within five tries protects nothing. */
export function whyNotPin(pin: string): Reason | undefined {
  const isShort = pin.length < PIN_LENGTH.least || pin.length > PIN_LENGTH.most
  return isShort || new Set(pin).size < 3 || isRow(pin) ? { code: 'signing.pin-too-weak' } : undefined
}

/** 123456 and 987654. */
function isRow(pin: string): boolean {
  const steps = [...pin].slice(1).map((sign, index) => sign.charCodeAt(0) - pin.charCodeAt(index))
  return steps.every((step) => step === 1) || steps.every((step) => step === -1)
}
