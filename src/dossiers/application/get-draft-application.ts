import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { accountById } from '../../identity/index.ts'
import type { DraftCoApplicant } from '../co-applicants/co-applicant.ts'
import { draftCoApplicants } from '../co-applicants/store.ts'
import type { DraftApplication } from './application.ts'
import { ownApplication } from './open-application.ts'

export type DraftApplicationView = {
  application: DraftApplication | undefined
  /** When its filer last proved who they are. */
  provedAt: Date | null
  /** Who is named in it: they are part of what is signed. */
  people: DraftCoApplicant[]
}

/** What the filer has signed of a half-done form, and when they last proved who they are. */
export const getDraftApplication = query({
  name: 'dossiers.get-draft-application',
  roles: ['citizen'],
  input: Type.Object({ resumeCode: Type.String({ maxLength: 12 }) }),
  async run({ db }, actor, { resumeCode }): Promise<DraftApplicationView> {
    const { citizen, draft, application } = await ownApplication(db, actor, resumeCode)
    const account = await accountById(db, citizen.accountId)
    const people = await draftCoApplicants(db, draft.id)
    return { application, provedAt: account?.lastSignInAt ?? null, people }
  },
})
