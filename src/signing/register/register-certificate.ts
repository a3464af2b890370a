import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { askChain, AskedChain, certificateOfKey } from './enter-certificate.ts'
import { saveHolder, withdrawBefore } from './holder-store.ts'
import { subjectOf } from './reach-certificate.ts'

const Entry = Type.Object({
  signer: Type.String({ minLength: 1, maxLength: 40 }),
  keyRef: Type.String({ minLength: 1, maxLength: 120 }),
  holder: Type.Union([Type.Object({ accountId: Type.String() }), Type.Object({ unitId: Type.String() })]),
  /** The body the certificate was issued for, where its own words do not name one we know. */
  namedUnitId: Type.Optional(Type.String({ format: 'uuid' })),
})

const enterCertificate = action({
  name: 'signing.enter-certificate',
  roles: ['system'],
  input: Type.Object({ ...Entry.properties, chain: AskedChain }),
  async run(ctx, _, { chain, ...entry }) {
    const one = await certificateOfKey(ctx, chain, entry)
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

/**
 * Enters a key of the signing device into the register, for a person or an agency; its certificate is asked from the device.
 * What they had before is withdrawn at once. Căn cứ: Nghị định 68/2024/NĐ-CP về chữ ký số chuyên dùng công vụ.
 */
export const registerCertificate = errand({
  name: 'signing.register-certificate',
  roles: ['system'],
  input: Entry,
  async run(app, actor, entry) {
    await runAction(app, enterCertificate, actor, { ...entry, chain: await askChain(app, entry) })
  },
})
