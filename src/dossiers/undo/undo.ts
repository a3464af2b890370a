import type { Actor } from '../../platform/actor.ts'
import type { Reason } from '../../platform/refusal.ts'
import { nationalStatusOf, type Dossier } from '../dossier.ts'
import { whyNot, type MoveTable, type Movable } from '../process.ts'
import type { Step, StepBefore } from '../step.ts'

/** What an internal step is going to change, kept with the step. */
export function beforeOf({ assigneeAccountId, handlingUnitId, appraisal }: StepBefore): StepBefore {
  return { assigneeAccountId, handlingUnitId, appraisal }
}

/**
 * Why the last step cannot be taken back. Only steps between officers carry what they changed (`undo`): no citizen was told,
 * nothing was signed. Whoever made it takes it back, before the National Portal shows it.
 */
export function whyNotUndo(
  dossier: Movable & Pick<Dossier, 'exchange'>,
  last: Step | undefined,
  actor: Actor,
  process: MoveTable,
): Reason | undefined {
  const reason = whyNot('undoStep', dossier, actor, process)
  if (reason) return reason
  const to = last?.fromHandling
  const isInTable = process.transitions.some(
    (row) =>
      row.action === 'undoStep' &&
      row.from.includes(dossier.handling) &&
      row.to === to &&
      dossier.roles.some((own) => own === row.role),
  )
  if (!last?.undo || !to || !isInTable) return { code: 'dossiers.nothing-to-undo' }
  if (actor.kind !== 'officer' || last.byAccountId !== actor.accountId)
    return { code: 'dossiers.undo-not-yours', facts: { name: last.byName } }
  const isShown = nationalStatusOf(dossier) !== nationalStatusOf({ ...dossier, handling: to })
  return dossier.exchange === 'sent' && isShown ? { code: 'dossiers.seen-outside' } : undefined
}
