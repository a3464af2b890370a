import { runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { reaction } from '../platform/events.ts'
import { coAgreementVoided, coApplicantAnswered, coApplicantAsked } from '../dossiers/index.ts'
import { accountById, contactOf, findCitizenByPersonalId } from '../identity/index.ts'
import type { Person } from './delivery.ts'
import { SYSTEM } from './send-mail.ts'
import { tellPeople } from './tell-people.ts'

type Asked = NonNullable<(typeof coApplicantAsked)['payload']>

/** Those named beside whoever fills in hear that they are asked, and that what they agreed to changed; the filer hears the answers. */
export const coApplicantReactions = [
  reaction(coApplicantAsked, 'notifications.tell-co-asked', (app, asked) => tellNamed(app, asked, 'co-asked')),
  reaction(coAgreementVoided, 'notifications.tell-co-voided', (app, voided) => tellNamed(app, voided, 'co-voided')),
  reaction(coApplicantAnswered, 'notifications.tell-co-answered', async (app, answered) => {
    const { draftId, no, resumeCode, procedureName, ownerAccountId, agreed } = answered
    const citizenId = (await accountById(app.db, ownerAccountId))?.citizenId ?? null
    if (citizenId === null) return
    await runAction(app, tellPeople, SYSTEM, {
      dossierId: draftId,
      eventNo: no,
      template: agreed ? 'co-agreed' : 'co-declined',
      facts: { code: resumeCode, procedureName, unitName: '', path: `/bai-khai/${resumeCode}/cung-dung-ten` },
      persons: [{ citizenId, email: (await contactOf(app.db, citizenId))?.email ?? null }],
    })
  }),
]

async function tellNamed(app: App, asked: Asked, template: 'co-asked' | 'co-voided'): Promise<void> {
  const { draftId, no, resumeCode, procedureName, personalId, email, path } = asked
  const known = await findCitizenByPersonalId(app.db, personalId)
  const contact = known && email === null ? await contactOf(app.db, known.id) : undefined
  const person: Person = { citizenId: known?.id ?? null, email: email ?? contact?.email ?? null }
  await runAction(app, tellPeople, SYSTEM, {
    dossierId: draftId,
    eventNo: no,
    template,
    facts: { code: resumeCode, procedureName, unitName: '', path },
    persons: [person],
  })
}
