import { runAction } from '../platform/action.ts'
import { vietnamDate } from '../platform/dates.ts'
import { reaction } from '../platform/events.ts'
import { disputeAnswered, entryDisputed, DISPUTE_ANSWERERS } from '../documents/index.ts'
import { procedureVersionById } from '../catalogue/index.ts'
import { dossierById } from '../dossiers/index.ts'
import { contactOf, findCitizenByPersonalId, officersAt } from '../identity/index.ts'
import { unitById } from '../organisation/index.ts'
import { tellOfficers } from './officers/tell-officers.ts'
import { SYSTEM } from './send-mail.ts'
import { tellPeople } from './tell-people.ts'

const dossierIdOf = (source: string) => source.replace(/^dossier:/, '')

/** The unit that answers for a paper hears that its owner says it is wrong; the owner hears that there is an answer. */
export const disputeReactions = [
  reaction(entryDisputed, 'notifications.tell-vault-disputed', async (app, { disputeId, source, unitId, title }) => {
    const on = vietnamDate(app.clock.now())
    const officers = await Promise.all(DISPUTE_ANSWERERS.map((role) => officersAt(app.db, unitId, role, on)))
    await runAction(app, tellOfficers, SYSTEM, {
      eventKey: `vault-disputed:${disputeId}`,
      template: 'vault-disputed',
      dossierId: dossierIdOf(source),
      facts: { title },
      href: `/kho/bao-sai/${disputeId}`,
      accountIds: officers.flat().map(({ accountId }) => accountId),
    })
  }),
  reaction(disputeAnswered, 'notifications.tell-vault-answered', async (app, answered) => {
    const dossier = await dossierById(app.db, dossierIdOf(answered.source))
    const unit = await unitById(app.db, answered.unitId)
    const procedure = dossier && (await procedureVersionById(app.db, dossier.procedureVersionId))
    const owner = await findCitizenByPersonalId(app.db, answered.ownerNumber)
    if (!dossier || !unit || !procedure || !owner) return
    const email = (await contactOf(app.db, owner.id))?.email ?? null
    await runAction(app, tellPeople, SYSTEM, {
      dossierId: dossier.id,
      eventNo: answered.no,
      template: 'vault-answered',
      facts: {
        code: dossier.code,
        procedureName: procedure.name,
        unitName: unit.name,
        paperTitle: answered.title,
        entryId: answered.entryId,
      },
      persons: [{ citizenId: owner.id, email }],
    })
  }),
]
