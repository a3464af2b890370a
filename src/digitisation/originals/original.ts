import { addDays, type LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import { isPrepared, type Page, type Paper, type Scan } from '../intake/scan.ts'
import type { OriginalsRule } from './originals-rule.ts'

/** What is asked about the papers of a scan before its files go. */
export type OriginalFacts = {
  scan: Pick<Scan, 'state'>
  papers: readonly Pick<Paper, 'id' | 'no' | 'state' | 'failure' | 'fileId'>[]
  pages: readonly Pick<Page, 'role' | 'paperId' | 'replacedBy' | 'state' | 'pictureSha256' | 'width'>[]
  rule: OriginalsRule | undefined
  /** When the last of them was checked, and its archival file made. */
  doneOn: LegalDate
  /** Papers whose archival file is there, of these very pages, with the hash it was made with. */
  proven: ReadonlySet<string>
  hold: 'disputed' | 'held' | undefined
}

/** Why the files of a scan stay; the first reason that is found. */
export function whyNotLetGo(facts: OriginalFacts, today: LegalDate): Reason | undefined {
  const { scan, papers, pages, rule, doneOn, proven, hold } = facts
  if (!rule || rule.keep === 'always') return { code: 'digitisation.original-kept-always' }
  const open = papers.find(({ state }) => state !== 'checked' && state !== 'kept')
  if (scan.state !== 'handed-on' || papers.length === 0 || open)
    return { code: 'digitisation.original-paper-open', facts: { paper: open?.no ?? 1 } }
  const stray = pages.find((page) => page.replacedBy === null && isNowhereElse(page as Page))
  if (stray) return { code: 'digitisation.original-page-nowhere' }
  if (hold === 'disputed' || papers.some(({ failure }) => failure !== null))
    return { code: 'digitisation.original-doubted' }
  if (hold === 'held') return { code: 'digitisation.original-on-hold' }
  const unproven = papers.find(({ id }) => !proven.has(id))
  if (unproven) return { code: 'digitisation.original-not-archived', facts: { paper: unproven.no } }
  const dueOn = addDays(doneOn, rule.keep)
  return dueOn > today ? { code: 'digitisation.original-not-due', facts: { dueOn } } : undefined
}

/** A written page that somebody left out of every paper, or that has no picture, is in no archival file. */
const isNowhereElse = (page: Page) => !isPrepared(page) || (page.role === 'page' && page.paperId === null)
