import type { DueHistory, DueMove } from '../../deadlines/index.ts'
import type { FormKind } from '../papers/statutory-form.ts'
import type { DossierView, PaperView } from '../reading/get-dossier.ts'
import { workPath } from '../work-path.ts'

type Known = Pick<DossierView, 'clock' | 'closure' | 'papers' | 'supplements'> & {
  dossier: Pick<DossierView['dossier'], 'originalDueAt' | 'dueAt'>
}
type Links = {
  /** Where a paper of the dossier is read. */
  paper(paper: PaperView): string
  /** Where the orders that close offices stand, for who may read them. */
  closures?: string
}

/** What became of a promised date, from the events on record; null before reception. */
export function dueHistoryOf(view: Known, links: Links): DueHistory | null {
  const { originalDueAt: original, dueAt: current } = view.dossier
  if (original === null) return null
  return { original, current: view.closure ? null : current, moves: [...movesOf(view, links), ...endOf(view, links)] }
}

/** The same for officers: papers open at their own desk. */
export function officeDueHistory(view: DossierView): DueHistory | null {
  const paper = ({ file }: PaperView) => `${workPath(view.dossier.code)}/tep/${file.id}`
  return dueHistoryOf(view, { paper, closures: '/lich-lam-viec' })
}

function movesOf({ clock, supplements, papers }: Known, links: Links): DueMove[] {
  const moves: DueMove[] = []
  let promised: Date | null = null
  let stop: Pick<DueMove, 'at' | 'document' | 'reason' | 'href'> | null = null
  for (const { kind, at, dueAt, document, legalBasis, reason, ground } of clock) {
    const move = { at, document, reason, before: promised, after: dueAt }
    if (kind === 'stopped') {
      const asked = supplements.find(({ requestedAt }) => requestedAt.getTime() === at.getTime())
      const why = ground === 'supplement' ? legalBasis : [reason, legalBasis].filter(Boolean).join('. ') || null
      stop = { at, document, reason: why, ...hrefOf(papers, links, 'supplement-request', asked?.no) }
    } else if (kind === 'received' && promised !== null) {
      moves.push({ ...move, ...stop, at, kind: 'restarted' })
      stop = null
    } else if (kind === 'resumed') {
      moves.push({ ...move, ...stop, at, kind: 'resumed' })
      stop = null
    } else if (kind === 'extended') {
      moves.push({ ...move, kind: 'extended', ...hrefOf(papers, links, 'extension-notice', 1) })
    } else if (kind === 'recomputed') {
      moves.push({ ...move, kind: 'closed', ...(links.closures === undefined ? {} : { href: links.closures }) })
    }
    promised = dueAt ?? promised
  }
  const moved = moves.filter(({ before, after }) => before?.getTime() !== after?.getTime())
  const isOver = clock.at(-1)?.kind === 'finished'
  return stop && !isOver ? [...moved, { ...stop, kind: 'standing', before: promised, after: null }] : moved
}

function endOf({ closure, clock, papers }: Known, links: Links): DueMove[] {
  if (!closure) return []
  const { kind, at, reason, legalBasis } = closure
  const before = clock.findLast(({ dueAt }) => dueAt !== null)?.dueAt ?? null
  return [{ kind, at, reason, document: legalBasis, before, after: null, ...hrefOf(papers, links, 'stop-notice', 1) }]
}

function hrefOf(
  papers: readonly PaperView[],
  links: Links,
  form: FormKind,
  no: number | undefined,
): Pick<DueMove, 'href'> {
  const paper = papers.find((one) => one.form === form && one.no === no)
  return paper ? { href: links.paper(paper) } : {}
}
