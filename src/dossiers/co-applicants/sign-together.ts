import { Type } from 'typebox'
import { runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { beginOne } from '../../signing/index.ts'
import { applicationSignature, CITIZEN_SIGNERS, keyOfCitizen } from '../application/application-signature.ts'
import { citizenOnly } from '../application/open-application.ts'
import { requestApplicationSignature } from '../application/request-signature.ts'
import { ownInvitation } from './open-draft-together.ts'
import { PersonIdInput } from './name-co-applicants.ts'

/**
 * One of several applicants signs the very paper that is filed, over whatever signatures stand on it already.
 * Căn cứ: Luật Giao dịch điện tử 2023, Điều 22–24.
 */
export const signTogether = errand({
  name: 'dossiers.sign-together',
  roles: ['citizen'],
  input: Type.Object({
    id: PersonIdInput,
    /** The hash of what was shown: nobody signs what they have not seen. */
    shownSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    signer: Type.Enum([...CITIZEN_SIGNERS]),
  }),
  async run(app, actor, { id, shownSha256: content, signer }, meta) {
    const { draft } = await ownInvitation(app.db, actor, id)
    const key = await keyOfCitizen(app, signer, citizenOnly(actor).personalId)
    const input = { draftCode: draft.resumeCode, personId: id, content, signer, ...key }
    const ask = () => runAction(app, requestApplicationSignature, actor, input, meta)
    return beginOne(app, actor, applicationSignature, ask, {})
  },
})
