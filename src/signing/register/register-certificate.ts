import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fingerprint, readCertificate } from '../crypto/certificate.ts'
import { signersPort } from '../signer.ts'
import { saveKeyHolder } from './store.ts'

/**
 * Enters a key of the signing device into the register, for a person or an agency; its certificate is asked from the device.
 * Căn cứ: Nghị định 68/2024/NĐ-CP về chữ ký số chuyên dùng công vụ.
 */
export const registerCertificate = action({
  name: 'signing.register-certificate',
  roles: ['system'],
  input: Type.Object({
    signer: Type.String({ minLength: 1, maxLength: 40 }),
    keyRef: Type.String({ minLength: 1, maxLength: 120 }),
    holder: Type.Union([Type.Object({ accountId: Type.String() }), Type.Object({ unitId: Type.String() })]),
    isDemo: Type.Boolean(),
  }),
  async run(ctx, _, { signer, keyRef, holder, isDemo }) {
    const [der] = await ctx.port(signersPort).named(signer).certificateChain(keyRef)
    if (!der) throw new Refusal('signing.key-unknown')
    const certificate = readCertificate(der)
    const accountId = 'accountId' in holder ? holder.accountId : null
    const unitId = 'unitId' in holder ? holder.unitId : null
    await saveKeyHolder(ctx.db, {
      signer,
      keyRef,
      kind: accountId === null ? 'agency' : 'person',
      accountId,
      unitId,
      subject: certificate.subject.commonName,
      organisation: certificate.subject.organisation,
      issuer: certificate.issuer.commonName,
      serial: certificate.x509.serialNumber,
      fingerprint: fingerprint(certificate),
      certificate: certificate.der,
      validFrom: certificate.notBefore,
      validTo: certificate.notAfter,
      isDemo,
      registeredAt: ctx.now,
      withdrawnAt: null,
    })
    ctx.journal({
      subject: accountId === null ? `unit:${unitId ?? ''}` : `account:${accountId}`,
      what: 'signing.certificate-registered',
      facts: { signer, keyRef, fingerprint: fingerprint(certificate), validTo: certificate.notAfter, isDemo },
    })
  },
})
