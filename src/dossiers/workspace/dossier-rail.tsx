import { vietnamDate } from '../../platform/dates.ts'
import { HorizontalRail, type HorizontalStep } from '../../ui/index.ts'
import { hasEnded } from '../dossier.ts'
import { shortDay } from './deadline.tsx'
import type { Work } from './open-work.ts'
import { fill, headerTexts as texts } from './texts.ts'

const HOUR = 3_600_000

/** Relative lengths of reception, appraisal, approval, signature, hand-over: appraising takes most of the time. */
const WEIGHTS = [3, 8, 4, 3, 3]

/** The five steps from left to right: who did each, who holds it now. */
export function DossierRail({ work }: { work: Work }) {
  return <HorizontalRail steps={railSteps(work)} />
}

/** The steps of the process as the rails show them. */
export function railSteps(work: Work): (HorizontalStep & { title: string; note: string })[] {
  const { dossier, processSteps } = work.view
  const current = processSteps.findIndex(({ states }) => states.includes(dossier.handling))
  const isOver = hasEnded(dossier.handling)
  return processSteps.map(({ name, states }, index) => {
    const isDone = current > index || (isOver && current === index && dossier.handling === 'delivered')
    const state = isDone ? 'done' : current === index ? 'current' : 'waiting'
    return {
      title: name,
      state,
      note: isDone ? doneNote(work, states) : current === index ? currentNote(work) : waitingNote(work, index),
      weight: WEIGHTS[index] ?? 3,
      ...(state === 'current' ? { progress: shareOfTerm(work) } : {}),
    }
  })
}

/** Who left these states last, and how long they had it. */
function doneNote({ view, actor }: Work, states: readonly string[]): string {
  const last = view.steps.findLast(
    ({ fromHandling, toHandling }) =>
      fromHandling !== null && states.includes(fromHandling) && !states.includes(toHandling),
  )
  const received = view.steps.findLast(({ action }) => action === 'receiveDossier' || action === 'fileAtCounter')
  const shown = states.includes('submitted') ? (received ?? last) : last
  if (!shown) return ''
  const name = actor.kind === 'officer' && shown.byAccountId === actor.accountId ? texts.you : shown.byName
  const came = view.steps.findLast(
    ({ at, toHandling, no }) => no < shown.no && at <= shown.at && states.includes(toHandling),
  )
  if (!came) return name
  return fill(texts.tookBy, { name, took: tookWords(shown.at.getTime() - came.at.getTime()) })
}

function currentNote({ view, actor }: Work): string {
  const { dossier, assignee } = view
  if (dossier.handling === 'awaiting-supplement') return texts.waitsForCitizen
  if (dossier.handling === 'received') return texts.waitsForAssignment
  if (dossier.handling === 'appraising' && assignee) {
    return actor.kind === 'officer' && assignee.accountId === actor.accountId ? texts.you : assignee.fullName
  }
  return ''
}

function waitingNote({ view: { dossier, processSteps } }: Work, index: number): string {
  const isLast = index === processSteps.length - 1
  return isLast && dossier.dueAt ? fill(texts.due, { day: shortDay(vietnamDate(dossier.dueAt)) }) : ''
}

/** How much of the promised time is used, for the bar of the current step. */
function shareOfTerm({ view: { dossier }, now }: Work): number {
  const { receivedAt, dueAt } = dossier
  if (!receivedAt || !dueAt) return 0.1
  const share = (now.getTime() - receivedAt.getTime()) / Math.max(1, dueAt.getTime() - receivedAt.getTime())
  return Math.min(1, Math.max(0.05, share))
}

/** `47 phút`, `5 giờ`, `3 ngày`: a stretch of time as people say it. */
export function tookWords(milliseconds: number): string {
  if (milliseconds < HOUR) return fill(texts.minutes, { count: Math.max(1, Math.round(milliseconds / 60_000)) })
  if (milliseconds < 24 * HOUR) return fill(texts.hours, { count: Math.round(milliseconds / HOUR) })
  return fill(texts.days, { count: Math.round(milliseconds / (24 * HOUR)) })
}
