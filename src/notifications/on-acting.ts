import { runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate } from '../platform/dates.ts'
import { reaction } from '../platform/events.ts'
import { procedureVersionById } from '../catalogue/index.ts'
import {
  actingEnded,
  actingRecorded,
  dossierById,
  groundAccepted,
  groundDoubted,
  type Dossier,
} from '../dossiers/index.ts'
import { representativesOf } from '../identity/index.ts'
import { unitById } from '../organisation/index.ts'
import type { Person, Template } from './delivery.ts'
import { personOf } from './on-dossier-moved.ts'
import { SYSTEM } from './send-mail.ts'
import { tellPeople } from './tell-people.ts'

type RightTemplate = Extract<Template, `acting-${string}`>
type OfRight = NonNullable<(typeof actingRecorded)['payload']>

/** Applicant and filer hear when a right to act is written down, doubted, accepted, or over: each is led to a page they may open. */
export const actingReactions = [
  reaction(actingRecorded, 'notifications.tell-acting-recorded', (app, event) => tell(app, event, 'acting-recorded')),
  reaction(groundDoubted, 'notifications.tell-acting-doubted', (app, event) => tell(app, event, 'acting-doubted')),
  reaction(groundAccepted, 'notifications.tell-acting-accepted', (app, event) => tell(app, event, 'acting-accepted')),
  reaction(actingEnded, 'notifications.tell-acting-ended', (app, event) => tell(app, event, 'acting-ended')),
]

async function tell(app: App, { dossierId, no }: OfRight, template: RightTemplate): Promise<void> {
  const dossier = await dossierById(app.db, dossierId)
  if (!dossier) throw new Error(`no dossier ${dossierId}`)
  const procedure = await procedureVersionById(app.db, dossier.procedureVersionId)
  const unit = await unitById(app.db, dossier.receivedByUnitId)
  const facts = { code: dossier.code, procedureName: procedure?.name ?? '', unitName: unit?.name ?? '' }
  const ofRight = `/ho-so/${encodeURIComponent(dossier.code)}/nguoi-nop-thay`
  const filer = await personOf(app, dossier.submitterCitizenId, dossier.submitter)
  const told = { dossierId, eventNo: no, template }
  await runAction(app, tellPeople, SYSTEM, {
    ...told,
    facts: { ...facts, path: ofRight },
    persons: await applicantsOf(app, dossier),
  })
  // Whose right is over finds the dossier no more.
  const path = template === 'acting-ended' ? '/ho-so' : ofRight
  await runAction(app, tellPeople, SYSTEM, { ...told, facts: { ...facts, path }, persons: [filer] })
}

/** An organisation hears through those who represent it. */
async function applicantsOf(app: App, { applicant, applicantCitizenId }: Dossier): Promise<Person[]> {
  const { businessCode } = applicant
  if (applicant.kind !== 'organisation' || businessCode === null)
    return [await personOf(app, applicantCitizenId, applicant)]
  const ids = await representativesOf(app.db, businessCode, vietnamDate(app.clock.now()))
  return Promise.all(ids.map((citizenId) => personOf(app, citizenId, { email: null })))
}
