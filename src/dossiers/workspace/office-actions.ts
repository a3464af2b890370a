import type { IconName } from '../../ui/index.ts'
import { isRowFor, whyNot, type DossierAction } from '../process.ts'
import { type Work } from './open-work.ts'
import { workPath } from '../work-path.ts'
import { actionLabels } from './texts.ts'

/** One button of the decision bar. */
export type OfficeAction = {
  action: DossierAction
  label: string
  href: string
  icon?: IconName
  kind: 'primary' | 'secondary' | 'danger'
  shortcut?: string
  /** Code and facts of what stands in the way; undefined when the officer may. */
  reason?: { code: string; facts?: Record<string, unknown> }
}

type Look = {
  path?: string
  /** Pages outside the dossier's own, by its code. */
  page?: (code: string) => string
  icon?: IconName
  kind: OfficeAction['kind']
  shortcut?: string
  /** Seldom done: stands on the page of other turns. */
  isRare?: boolean
}

/** From left to right. Actions without a path are opened by a section of the page. */
const LOOKS: Partial<Record<DossierAction, Look>> = {
  refuseIntake: { path: '/tu-choi', icon: 'ban', kind: 'danger' },
  supplyDossier: {
    page: (code) => `/quay/bo-sung/${encodeURIComponent(code)}`,
    icon: 'inbox',
    kind: 'primary',
    shortcut: 'T',
  },
  returnDraft: { icon: 'message-square-reply', kind: 'secondary' },
  requestSupplement: { path: '/bo-sung', icon: 'circle-pause', kind: 'secondary', shortcut: 'B' },
  undoStep: { path: '/hoan-tac', icon: 'history', kind: 'secondary' },
  resumeDossier: { path: '/tiep-tuc', icon: 'check', kind: 'primary', shortcut: 'T' },
  takeDossier: { path: '/nhan-viec', icon: 'user-check', kind: 'primary', shortcut: 'T' },
  recordAppraisal: { path: '/tham-dinh', icon: 'scale', kind: 'primary', shortcut: 'T' },
  receiveDossier: { path: '/tiep-nhan', icon: 'check', kind: 'primary', shortcut: 'T' },
  assignDossier: { path: '/phan-cong', icon: 'user-check', kind: 'primary', shortcut: 'G' },
  draftResult: { icon: 'file-pen-line', kind: 'primary', shortcut: 'P' },
  approveResult: { icon: 'check', kind: 'primary', shortcut: 'T' },
  signResult: { icon: 'pen-line', kind: 'primary', shortcut: 'T' },
  sealResult: { icon: 'stamp', kind: 'primary', shortcut: 'T' },
  deliverResult: { icon: 'package-check', kind: 'primary', shortcut: 'T' },
  returnStep: { path: '/tra-lai', kind: 'secondary', isRare: true },
  extendDeadline: { path: '/hen-lai', kind: 'secondary', isRare: true },
  suspendDossier: { path: '/tam-dung', kind: 'secondary', isRare: true },
  stopDossier: { path: '/dung', kind: 'secondary', isRare: true },
}

/**
 * What this officer has to decide about the dossier now: everything the process gives their roles in this state, and for what
 * they may not do, why. `sectionOf` says which section of the page does an action that has no form of its own.
 */
export function officeActions(work: Work, sectionOf: (action: DossierAction) => string | undefined): OfficeAction[] {
  return withOnePrimary(
    actionsOf(work, sectionOf).filter(({ action, reason }) => !LOOKS[action]?.isRare && !isIdle(action, reason, work)),
    work,
  )
}

/** The seldom turns the process gives this officer in this state. */
export function moreActions(work: Work): OfficeAction[] {
  return actionsOf(work, () => undefined).filter(({ action }) => LOOKS[action]?.isRare)
}

/** Undoing is offered while there is something to undo, taking while nobody has the dossier: no word else. */
function isIdle(action: DossierAction, reason: OfficeAction['reason'], { view }: Work): boolean {
  if (action === 'undoStep') return !view.actions.includes('undoStep')
  return action === 'takeDossier' && reason !== undefined
}

function actionsOf(work: Work, sectionOf: (action: DossierAction) => string | undefined): OfficeAction[] {
  const { view, process, actor } = work
  const { dossier } = view
  const here = process.transitions.filter(
    (row) => row.from.includes(dossier.handling) && dossier.roles.some((own) => isRowFor(row, own)),
  )
  const names = new Set(here.map(({ action }) => action))
  return (Object.entries(LOOKS) as [DossierAction, Look][]).flatMap(([action, look]): OfficeAction[] => {
    const section = sectionOf(action)
    // A signed paper goes back on the clerk's own page.
    if (action === 'returnStep' && dossier.handling === 'awaiting-seal') return []
    if (!names.has(action) || (!look.path && !look.page && section === undefined)) return []
    const reason = whyNot(action, dossier, actor, process) ?? whyNotYet(action, view)
    const { path, page, isRare: _, ...rest } = look
    const href = page?.(dossier.code) ?? workPath(dossier.code, path ?? `?the=${section ?? ''}`)
    return [{ ...rest, action, label: actionLabels[action] ?? action, href, ...(reason ? { reason } : {}) }]
  })
}

/** What the dossier's clock says beside the table of moves. */
function whyNotYet(action: DossierAction, { whyNotExtend }: Work['view']): OfficeAction['reason'] {
  return action === 'extendDeadline' ? (whyNotExtend ?? undefined) : undefined
}

/** One primary button a page: the last one that can be pressed; what was done already steps back. */
function withOnePrimary(actions: OfficeAction[], { view }: Work): OfficeAction[] {
  const isDone = (action: DossierAction) =>
    (action === 'recordAppraisal' && view.dossier.appraisal !== null) ||
    (action === 'assignDossier' && view.assignee !== null)
  const open = actions.filter(({ kind, reason, action }) => kind === 'primary' && !reason && !isDone(action))
  const primary = open.at(-1)
  return actions.map((one) => (one.kind === 'primary' && one !== primary ? { ...one, kind: 'secondary' } : one))
}
