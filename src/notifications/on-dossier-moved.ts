import { runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate } from '../platform/dates.ts'
import { reaction, type EventKind } from '../platform/events.ts'
import { procedureVersionById } from '../catalogue/index.ts'
import {
  actingOfDossier,
  coApplicantsOf,
  deadlineExtended,
  dossierById,
  dossierDelivered,
  dossierFinished,
  dossierReceived,
  dossierResumed,
  dossierStopped,
  dossierSubmitted,
  dossierSupplemented,
  dossierSuspended,
  dossierWithdrawn,
  dueDateMoved,
  holdsOn,
  intakeRefused,
  supplementRequested,
  withdrawalAsked,
  type Dossier,
  type DossierEvent,
  type Party,
} from '../dossiers/index.ts'
import { contactOf } from '../identity/index.ts'
import { unitById } from '../organisation/index.ts'
import { correctionOpened, deliveryRefused, resultReplaced } from '../results/index.ts'
import type { MessageFacts, Person, Template } from './delivery.ts'
import { SYSTEM } from './send-mail.ts'
import { tellPeople } from './tell-people.ts'

/** What happens to a paper of the vault, to a draft of several, and to a right to act, is told elsewhere. */
type DossierTemplate = Exclude<Template, 'vault-answered' | `co-${string}` | `acting-${string}`>

/** Until the desk has taken the dossier the receiving centre acts, afterwards the competent body. */
const ACTING = {
  submitted: 'receivedByUnitId',
  received: 'receivedByUnitId',
  'supplement-requested': 'receivedByUnitId',
  supplemented: 'receivedByUnitId',
  'intake-refused': 'receivedByUnitId',
  suspended: 'competentUnitId',
  resumed: 'competentUnitId',
  'deadline-extended': 'competentUnitId',
  'due-date-moved': 'competentUnitId',
  withdrawn: 'receivedByUnitId',
  stopped: 'receivedByUnitId',
  finished: 'competentUnitId',
  delivered: 'receivedByUnitId',
  'delivery-refused': 'receivedByUnitId',
  'correction-opened': 'competentUnitId',
  'result-replaced': 'competentUnitId',
  'withdrawal-asked': 'receivedByUnitId',
} as const satisfies Record<DossierTemplate, 'receivedByUnitId' | 'competentUnitId'>

type Told = Omit<MessageFacts, 'code' | 'procedureName' | 'unitName'>

function telling<Event extends DossierEvent>(
  event: EventKind<Event>,
  template: DossierTemplate,
  told: (event: Event) => Told = () => ({}),
  numberOf: (event: Event) => number = ({ version }) => version,
) {
  return reaction(event, `notifications.tell-${template}`, async (app, payload) => {
    const dossier = await dossierById(app.db, payload.dossierId)
    if (!dossier) throw new Error(`no dossier ${payload.dossierId}`)
    const procedure = await procedureVersionById(app.db, dossier.procedureVersionId)
    const unit = await unitById(app.db, dossier[ACTING[template]])
    if (!procedure || !unit) throw new Error(`dossier ${dossier.id} names a procedure or unit that is not there`)
    await runAction(app, tellPeople, SYSTEM, {
      dossierId: dossier.id,
      eventNo: numberOf(payload),
      template,
      facts: { code: dossier.code, procedureName: procedure.name, unitName: unit.name, ...told(payload) },
      persons: await personsOf(app, dossier),
    })
  })
}

/** Applicants and submitter, at the address given with the dossier, else at the one of their account. */
async function personsOf(app: App, dossier: Dossier): Promise<Person[]> {
  const person = (citizenId: string | null, party: Pick<Party, 'email'>) => personOf(app, citizenId, party)
  const acting = await actingOfDossier(app.db, dossier.id)
  const isOver = acting !== undefined && !holdsOn(acting, vietnamDate(app.clock.now()))
  return [
    // Whoever filed for another hears of it as long as they may.
    ...(isOver ? [] : [await person(dossier.submitterCitizenId, dossier.submitter)]),
    await person(dossier.applicantCitizenId, dossier.applicant),
    ...(await Promise.all((await coApplicantsOf(app.db, dossier.id)).map((one) => person(one.citizenId, one)))),
  ]
}

/** Somebody at the address given with the dossier, else at the one of their account. */
export async function personOf(app: App, citizenId: string | null, { email }: Pick<Party, 'email'>): Promise<Person> {
  const known = citizenId !== null && email === null ? await contactOf(app.db, citizenId) : undefined
  return { citizenId, email: email ?? known?.email ?? null }
}

/** People are told of each step that is theirs to know. */
export const dossierReactions = [
  telling(dossierSubmitted, 'submitted'),
  telling(dossierReceived, 'received', ({ dueOn }) => ({ dueOn })),
  telling(supplementRequested, 'supplement-requested', ({ replyBy }) => ({ replyBy })),
  telling(dossierSupplemented, 'supplemented'),
  telling(intakeRefused, 'intake-refused'),
  telling(dossierSuspended, 'suspended'),
  telling(dossierResumed, 'resumed', ({ dueOn }) => ({ dueOn })),
  telling(deadlineExtended, 'deadline-extended', ({ dueOn }) => ({ dueOn })),
  // Dates may move twice without a step between: told once for each event of the clock.
  telling(
    dueDateMoved,
    'due-date-moved',
    ({ dueOn }) => ({ dueOn }),
    ({ clockNo }) => clockNo,
  ),
  telling(dossierWithdrawn, 'withdrawn'),
  telling(
    withdrawalAsked,
    'withdrawal-asked',
    () => ({}),
    ({ no }) => no,
  ),
  telling(dossierStopped, 'stopped'),
  telling(dossierFinished, 'finished'),
  telling(dossierDelivered, 'delivered'),
  telling(deliveryRefused, 'delivery-refused'),
  telling(correctionOpened, 'correction-opened', ({ number }) => ({ documentNumber: number })),
  telling(resultReplaced, 'result-replaced', ({ number, replaced }) => ({
    documentNumber: number,
    replacedNumber: replaced,
  })),
]
