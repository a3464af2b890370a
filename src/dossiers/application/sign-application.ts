import { Type } from 'typebox'
import { runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { beginOne } from '../../signing/index.ts'
import { applicationSignature, CITIZEN_SIGNERS, keyOfCitizen } from './application-signature.ts'
import { citizenOnly } from './open-application.ts'
import { FilingOfDraft, prepareApplication } from './prepare-application.ts'
import { requestApplicationSignature } from './request-signature.ts'

/**
 * The filer signs the application with a key of their own at a trust service, confirmed on their telephone.
 * Căn cứ: Luật Giao dịch điện tử 2023, Điều 22–24; Nghị định 23/2025/NĐ-CP (chữ ký số công cộng).
 */
export const signApplication = errand({
  name: 'dossiers.sign-application',
  roles: ['citizen'],
  input: Type.Object({ filing: FilingOfDraft, signer: Type.Enum([...CITIZEN_SIGNERS]) }),
  async run(app, actor, { filing, signer }, meta) {
    const { personalId } = citizenOnly(actor)
    const { content } = await runAction(app, prepareApplication, actor, { filing }, meta)
    const key = await keyOfCitizen(app, signer, personalId)
    const input = { draftCode: filing.draftCode, personId: null, content, signer, ...key }
    const ask = () => runAction(app, requestApplicationSignature, actor, input, meta)
    return beginOne(app, actor, applicationSignature, ask, {})
  },
})
