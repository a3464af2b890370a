import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { accountById } from '../../identity/index.ts'
import { inputSha256, whyNotConfirm } from './application.ts'
import { ownApplication } from './open-application.ts'
import { FilingOfDraft } from './prepare-application.ts'
import { saveSigned } from './store.ts'

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
    if (!application || application.inputSha256 !== inputSha256(filing)) {
      throw new Refusal('dossiers.application-changed')
    }
    const provedAt = account?.lastSignInAt ?? null
    refuse(whyNotConfirm(application, provedAt, ctx.now))
    const { fileId, sha256 } = application
    await saveSigned(ctx.db, {
      draftId: draft.id,
      fileId,
      how: 'confirmed-identity',
      signedFileId: null,
      signedSha256: null,
      signerName: citizen.fullName,
      fingerprint: null,
      signedAt: ctx.now,
    })
    const facts = { sha256, provedAt, citizen: citizen.citizenId }
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.application-confirmed', facts })
  },
})
