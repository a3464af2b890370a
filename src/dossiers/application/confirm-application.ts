import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { accountById } from '../../identity/index.ts'
import { draftCoApplicants } from '../co-applicants/store.ts'
import { contentSha256, isLaidOutFor, whyNotConfirm } from './application.ts'
import { ownApplication } from './open-application.ts'
import { FilingOfDraft } from './prepare-application.ts'
import { saveConfirmed } from './store.ts'

/**
 * The filer stands by the application after proving at the identity provider, minutes ago, who they are. Recorded with who, when
 * and the hash of what. It is no electronic signature (Luật Giao dịch điện tử 2023, Điều 22) and is not called one.
 */
export const confirmApplication = action({
  name: 'dossiers.confirm-application',
  roles: ['citizen'],
  input: Type.Object({ filing: FilingOfDraft }),
  async run(ctx, actor, { filing }) {
    const { citizen, draft, application } = await ownApplication(ctx.db, actor, filing.draftCode)
    const account = await accountById(ctx.db, citizen.accountId)
    const content = contentSha256(filing, await draftCoApplicants(ctx.db, draft.id))
    if (!application || !isLaidOutFor(application, content)) throw new Refusal('dossiers.application-changed')
    const provedAt = account?.lastSignInAt ?? null
    refuse(whyNotConfirm(application, provedAt, ctx.now))
    const { fileId, sha256 } = application
    const confirmed = { draftId: draft.id, fileId, signerName: citizen.fullName, signedAt: ctx.now }
    if (!(await saveConfirmed(ctx.db, confirmed))) throw new Refusal('dossiers.application-changed')
    const facts = { sha256, provedAt, citizen: citizen.citizenId }
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.application-confirmed', facts })
  },
})
