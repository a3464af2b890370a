import { vietnamDate } from '../platform/dates.ts'
import type { Dossier, Handling } from './dossier.ts'
import type { DossierAction } from './process.ts'

/** bước xử lý: one hand-over, as the handling sheet (form 06) lists them. Never changed once written. */
export type Step = {
  no: number
  action: DossierAction
  fromHandling: Handling | null
  toHandling: Handling
  fromUnitId: string | null
  toUnitId: string | null
  byAccountId: string | null
  byName: string
  toAccountId: string | null
  toName: string | null
  at: Date
  dueAt: Date | null
  note: string | null
  /** What an internal step changed, as it was before; null for steps that are not undone. */
  undo: StepBefore | null
}

export type StepBefore = Pick<Dossier, 'assigneeAccountId' | 'handlingUnitId' | 'appraisal'>

const WHO_HOLDS = {
  submitted: 'desk',
  received: 'office',
  appraising: 'office',
  suspended: 'office',
  'awaiting-approval': 'office',
  'awaiting-signature': 'office',
  'awaiting-seal': 'office',
  finished: 'desk',
  delivered: 'nobody',
  'awaiting-supplement': 'nobody',
  refused: 'nobody',
  withdrawn: 'nobody',
  stopped: 'nobody',
} satisfies Record<Handling, 'desk' | 'office' | 'nobody'>

/** The unit in whose hands the dossier lies; null while it lies with the citizen or with nobody. */
export function holdingUnit(
  dossier: Pick<Dossier, 'handling' | 'receivedByUnitId' | 'competentUnitId' | 'handlingUnitId'>,
): string | null {
  const holder = WHO_HOLDS[dossier.handling]
  if (holder === 'nobody') return null
  return holder === 'desk' ? dossier.receivedByUnitId : (dossier.handlingUnitId ?? dossier.competentUnitId)
}

export type SheetRow = {
  from: string | null
  to: string | null
  at: Date
  /** How long it lay with the one who then handed it over, in milliseconds. */
  heldMs: number | null
  /** Against the due date of the dossier as it stood: null when no date ran. */
  outcome: 'early' | 'on-time' | 'overdue' | null
  by: string
  note: string | null
}

/**
 * Rows of the handling sheet (Phiếu kiểm soát quá trình giải quyết hồ sơ, form 06): one for each hand-over. Steps that
 * stay with the same unit and person are not hand-overs.
 */
export function handlingSheet(steps: readonly Step[]): SheetRow[] {
  const handOvers = steps.filter(({ toUnitId, toAccountId }, index) => {
    const before = steps[index - 1]
    return !before || before.toUnitId !== toUnitId || before.toAccountId !== toAccountId
  })
  return handOvers.map(({ fromUnitId, toUnitId, at, dueAt, byName, note }, index) => {
    const before = handOvers[index - 1]
    return {
      from: fromUnitId,
      to: toUnitId,
      at,
      heldMs: before ? at.getTime() - before.at.getTime() : null,
      outcome: dueAt && outcomeOf(at, dueAt),
      by: byName,
      note,
    }
  })
}

function outcomeOf(at: Date, dueAt: Date): 'early' | 'on-time' | 'overdue' {
  if (at > dueAt) return 'overdue'
  return vietnamDate(at) < vietnamDate(dueAt) ? 'early' : 'on-time'
}
