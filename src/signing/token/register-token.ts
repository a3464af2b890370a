import { X509Certificate } from 'node:crypto'
import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { unitsOf } from '../../platform/actor.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { unitById } from '../../organisation/index.ts'
import { fingerprint, readCertificate, type Certificate } from '../crypto/certificate.ts'
import { enteredLine } from '../register/enter-certificate.ts'
import { holderForUpdate, saveHolder, withdrawBefore } from '../register/holder-store.ts'
import { subjectOf } from '../register/reach-certificate.ts'
import { trustPort } from '../trust.ts'
import { whyNotTheirs } from './whose-certificate.ts'

/**
 * An officer enters the certificate on their own token, or the clerk that on the agency's, as the local program read it there once.
 * The certificate itself says whose it is; signing proves that they have the key. Căn cứ: Nghị định 68/2024/NĐ-CP.
 */
export const registerToken = action({
  name: 'signing.register-token',
  roles: ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk'],
  input: Type.Object({
    certificate: Type.String({ minLength: 100, maxLength: 20_000, description: 'DER in Base64, or PEM' }),
    unitId: Type.Optional(Type.String({ format: 'uuid', description: "the agency, when it is the agency's seal" })),
  }),
  async run(ctx, officer, { certificate: text, unitId }) {
    if (officer.kind !== 'officer') throw new Refusal('platform.forbidden')
    const certificate = certificateIn(text)
    const unit = unitId === undefined ? undefined : await unitById(ctx.db, unitId)
    if (unitId !== undefined && (!unit || !unitsOf(officer, 'clerk').includes(unitId))) {
      throw new Refusal('platform.not-found')
    }
    const whose = unit ? { name: unit.name, userId: `MDD:${unit.code}` } : { name: officer.fullName }
    refuse(whyNotTheirs(certificate, whose, ctx.port(trustPort), ctx.now))
    const line = await enteredLine(ctx, certificate, [], {
      signer: 'token',
      keyRef: `token-${fingerprint(certificate).slice(0, 16)}`,
      holder: unit ? { unitId: unit.id } : { accountId: officer.accountId },
    })
    const known = await holderForUpdate(ctx.db, line.fingerprint)
    // Two officers of one name: a certificate is not taken from the one who has it.
    const isAnothers = known && (known.accountId !== line.accountId || known.unitId !== line.unitId)
    if (known?.withdrawnAt === null && isAnothers) throw new Refusal('signing.certificate-known')
    await withdrawBefore(ctx.db, line, 'replaced')
    await saveHolder(ctx.db, line)
    const { signer, keyRef, validTo, isDemo, subject } = line
    ctx.journal({
      subject: subjectOf(line),
      what: 'signing.certificate-registered',
      facts: { signer, keyRef, fingerprint: line.fingerprint, validTo, isDemo },
    })
    return { subject, validTo: validTo.toISOString() }
  },
})

function certificateIn(text: string): Certificate {
  try {
    const isPem = text.includes('-----BEGIN')
    return readCertificate(isPem ? new X509Certificate(text).raw : Buffer.from(text, 'base64'))
  } catch {
    throw new Refusal('signing.token-certificate-unreadable')
  }
}
