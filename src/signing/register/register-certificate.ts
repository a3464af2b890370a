import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { certificateOfKey } from './enter-certificate.ts'
import { saveHolder, withdrawBefore } from './holder-store.ts'
import { subjectOf } from './reach-certificate.ts'

/**
 * Enters a key of the signing device into the register, for a person or an agency; its certificate is asked from the device.
 * What they had before is withdrawn at once. Căn cứ: Nghị định 68/2024/NĐ-CP về chữ ký số chuyên dùng công vụ.
 */
export const registerCertificate = action({
  name: 'signing.register-certificate',
  roles: ['system'],
  input: Type.Object({
    signer: Type.String({ minLength: 1, maxLength: 40 }),
    keyRef: Type.String({ minLength: 1, maxLength: 120 }),
    holder: Type.Union([Type.Object({ accountId: Type.String() }), Type.Object({ unitId: Type.String() })]),
    /** The body the certificate was issued for, where its own words do not name one we know. */
    namedUnitId: Type.Optional(Type.String({ format: 'uuid' })),
  }),
  async run(ctx, _, entry) {
    const one = await certificateOfKey(ctx, entry)
    await withdrawBefore(ctx.db, one, 'replaced')
    await saveHolder(ctx.db, one)
    const { signer, keyRef, fingerprint, validTo, isDemo } = one
    ctx.journal({
      subject: subjectOf(one),
      what: 'signing.certificate-registered',
      facts: { signer, keyRef, fingerprint, validTo, isDemo },
    })
  },
})
