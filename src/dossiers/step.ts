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

/** The posts a dossier is handed between. */
export type Post = 'desk' | 'head' | 'specialist' | 'signatory' | 'clerk' | 'citizen'

/** Whose turn it is in a state. */
const POST_OF = {
  submitted: 'desk',
  received: 'head',
  appraising: 'specialist',
  suspended: 'specialist',
  'awaiting-approval': 'head',
  'awaiting-signature': 'signatory',
  'awaiting-seal': 'clerk',
  finished: 'desk',
  delivered: 'citizen',
  'awaiting-supplement': 'citizen',
  refused: 'citizen',
  withdrawn: 'citizen',
  stopped: 'citizen',
} satisfies Record<Handling, Post>

export function postOf(handling: Handling): Post {
  return POST_OF[handling]
}

export type SheetRow = {
  /** Of the step that handed it over. */
  no: number
  action: DossierAction
  from: string | null
  to: string | null
  /** Whose turn it is from here on, and the person where the step names one. */
  toPost: Post
  toName: string | null
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
 * stay with the same unit, post and person are not hand-overs. The same steps give the same rows.
 */
export function handlingSheet(steps: readonly Step[]): SheetRow[] {
  const sheet: SheetRow[] = []
  let holder: string | null = null
  for (const { no, action, fromUnitId, toUnitId, toHandling, toAccountId, toName, at, dueAt, byName, note } of steps) {
    const before: SheetRow | undefined = sheet.at(-1)
    const toPost: Post = POST_OF[toHandling]
    const isMoved = !before || before.to !== toUnitId || before.toPost !== toPost
    // A step that names nobody leaves the dossier with the one who has it.
    const next: string | null = toAccountId ?? (isMoved ? null : holder)
    if (!isMoved && next === holder) continue
    holder = next
    const heldMs = before ? at.getTime() - before.at.getTime() : null
    const outcome = dueAt && outcomeOf(at, dueAt)
    sheet.push({ no, action, from: fromUnitId, to: toUnitId, toPost, toName, at, heldMs, outcome, by: byName, note })
  }
  return sheet
}

/** Against a due date: before its day, in time, or late. */
export function outcomeOf(at: Date, dueAt: Date): 'early' | 'on-time' | 'overdue' {
  if (at > dueAt) return 'overdue'
  return vietnamDate(at) < vietnamDate(dueAt) ? 'early' : 'on-time'
}
