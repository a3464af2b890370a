import type { Actor, Role } from '../platform/actor.ts'
import type { Reason } from '../platform/refusal.ts'
import { papersLeftBy } from '../catalogue/index.ts'
import { whyNotGoOn, type DemandingStep, type LeftPaper, type Leaving } from './demands/demands.ts'
import type { Dossier, Handling } from './dossier.ts'

export const DOSSIER_ACTIONS = [
  'submitDossier',
  'fileAtCounter',
  'receiveDossier',
  'requestSupplement',
  'supplyDossier',
  'refuseIntake',
  'assignDossier',
  'takeDossier',
  'returnStep',
  'recordAppraisal',
  'suspendDossier',
  'resumeDossier',
  'draftResult',
  'approveResult',
  'returnDraft',
  'signResult',
  'sealResult',
  'deliverResult',
  'refuseDelivery',
  'replaceResult',
  'extendDeadline',
  'withdrawDossier',
  'stopDossier',
  'undoStep',
] as const
export type DossierAction = (typeof DOSSIER_ACTIONS)[number]

/** One row of the table: who may move a dossier by which action from where to where. */
export type Transition = { action: string; from: readonly string[]; to: string; role: string }

/** The part of a process definition that decides moves; the definition is dated data of the catalogue. */
export type MoveTable = {
  transitions: readonly Transition[]
  /** What each step demands before the dossier goes on; none: nothing but the table decides. */
  steps?: readonly DemandingStep[]
}

export type Movable = Pick<
  Dossier,
  'handling' | 'money' | 'delivery' | 'assigneeAccountId' | 'appraisal' | 'opinionsAwaited'
> &
  Leaving & {
    roles: readonly Role[]
    standsInForAssignee?: boolean
    isGroundDoubted?: boolean
  }

/** What the state alone does not say about an action. */
const CONDITIONS: Partial<Record<DossierAction, (dossier: Movable) => Reason | undefined>> = {
  draftResult: ({ appraisal, opinionsAwaited }) => {
    if (!appraisal) return { code: 'dossiers.not-appraised' }
    return opinionsAwaited > 0 ? { code: 'dossiers.opinions-awaited' } : undefined
  },
  takeDossier: ({ assigneeAccountId }) => (assigneeAccountId === null ? undefined : { code: 'dossiers.already-taken' }),
  // Form 05 is issued when nothing is owed any more: an obligation is settled or waived first.
  stopDossier: ({ money }) => (money === 'due' ? { code: 'dossiers.money-open' } : undefined),
  refuseDelivery: ({ delivery }) => (delivery === 'refused' ? { code: 'dossiers.delivery-refused-before' } : undefined),
}

/** What the table gives the citizen, the desk takes from their hands: the step is theirs, who took it is on record. */
const FROM_THE_HAND: ReadonlySet<string> = new Set<DossierAction>(['supplyDossier'])

/** Whether a row of the table is for this role. */
export function isRowFor({ action, role }: Pick<Transition, 'action' | 'role'>, own: Role): boolean {
  return role === own || (role === 'citizen' && own === 'intake-officer' && FROM_THE_HAND.has(action))
}

/** What rests on the right by which somebody filed for another. */
const BY_THE_RIGHT: ReadonlySet<DossierAction> = new Set([
  'receiveDossier',
  'approveResult',
  'signResult',
  'sealResult',
])

/** While the paper of that right is doubted nothing is taken or granted; what is refused does not rest on it. */
function whyNotWhileDoubted(
  action: DossierAction,
  { isGroundDoubted, appraisal }: Pick<Movable, 'isGroundDoubted' | 'appraisal'>,
): Reason | undefined {
  const rests = isGroundDoubted === true && BY_THE_RIGHT.has(action) && appraisal !== 'ineligible'
  return rests ? { code: 'dossiers.ground-doubted' } : undefined
}

/** What a request can no longer come to once it was resolved, also while its result is corrected. */
const BEFORE_THE_RESULT: ReadonlySet<DossierAction> = new Set([
  'requestSupplement',
  'suspendDossier',
  'extendDeadline',
  'withdrawDossier',
  'stopDossier',
])

/** A specialist may do these to a dossier that is not (or no longer) theirs: the rule of the action asks whose it is. */
const ON_NOBODYS: ReadonlySet<DossierAction> = new Set(['takeDossier', 'undoStep'])

/**
 * Why this actor may not do this to the dossier now; undefined when they may. Page and server both ask here.
 * A specialist's rows need the dossier to be assigned to that very person or whom they stand in for, but for taking one from the pool.
 * `leaves`: papers the move brings; the page asks with those the action always brings.
 */
export function whyNot(
  action: DossierAction,
  dossier: Movable,
  actor: Actor,
  process: MoveTable,
  leaves: readonly LeftPaper[] = papersLeftBy(action),
): Reason | undefined {
  const fromHere = process.transitions.filter((row) => row.action === action && row.from.includes(dossier.handling))
  if (fromHere.length === 0) return { code: 'dossiers.wrong-state', facts: { action, handling: dossier.handling } }
  if (!fromHere.some((row) => dossier.roles.some((own) => isRowFor(row, own)))) {
    return { code: 'dossiers.not-your-step', facts: { action, handling: dossier.handling } }
  }
  if (rolesFor(action, dossier, actor, process).length === 0) return { code: 'dossiers.not-assigned-to-you' }
  if (dossier.finishedAt && BEFORE_THE_RESULT.has(action)) return { code: 'dossiers.resolved-before' }
  const condition = whyNotWhileDoubted(action, dossier) ?? CONDITIONS[action]?.(dossier)
  // Taking a step back restores what was there; nothing is asked of it again.
  if (condition || action === 'undoStep' || !process.steps) return condition
  return whyNotGoOn(stateAfter(action, dossier.handling, process), dossier, process.steps, leaves)
}

/** The actor's roles that count for this action on the dossier as it stands; a specialist's on what is theirs alone. */
export function rolesFor(action: DossierAction, dossier: Movable, actor: Actor, process: MoveTable): Role[] {
  const given = process.transitions.filter((row) => row.action === action && row.from.includes(dossier.handling))
  const isAssignee = actor.kind === 'officer' && dossier.assigneeAccountId === actor.accountId
  // Under its authority the system does what nobody has been given.
  const isSystems = actor.kind === 'system' && dossier.assigneeAccountId === null
  const isMine = isAssignee || isSystems || dossier.standsInForAssignee === true || ON_NOBODYS.has(action)
  return dossier.roles.filter((own) => given.some((row) => isRowFor(row, own)) && (isMine || own !== 'specialist'))
}

/** Every action open to the actor now, in the order of the process. */
export function actionsPossible(dossier: Movable, actor: Actor, process: MoveTable): DossierAction[] {
  return DOSSIER_ACTIONS.filter((action) => whyNot(action, dossier, actor, process) === undefined)
}

/**
 * Where an action leads; `towards` chooses where it may lead to several states. An action the table does not have from this
 * state is a bug of the caller: ask `whyNot` first.
 */
export function stateAfter(
  action: DossierAction,
  from: Handling | null,
  process: MoveTable,
  towards?: Handling,
): Handling {
  const row = process.transitions.find(
    (one) =>
      one.action === action &&
      (from === null ? one.from.length === 0 : one.from.includes(from)) &&
      (towards === undefined || one.to === towards),
  )
  if (!row) throw new Error(`the process has no ${action} from ${from ?? 'nothing'}`)
  return row.to as Handling
}
