import type { VNode } from 'preact'
import type { Reason } from '../../platform/refusal.ts'
import { recordTexts, type DossierView, workPath } from '../../dossiers/index.ts'
import { DecisionBar } from '../../dossiers/workspace/decision-bar.tsx'
import { DossierHeader } from '../../dossiers/workspace/dossier-header.tsx'
import { moreActions, type OfficeAction } from '../../dossiers/workspace/office-actions.ts'
import { type Work } from '../../dossiers/workspace/open-work.ts'
import { shortPaperName } from '../../dossiers/portal/paper-names.ts'
import { fill, nextWords, paperWords } from '../../dossiers/workspace/texts.ts'
import { Notice, Tabs, type NoticeTone } from '../../ui/index.ts'
import { ComponentsList } from './components-list.tsx'
import { dossierTexts as texts } from './texts.ts'
import { Viewer } from './viewer.tsx'

export type PageTab = { id: string; title: string; count?: number }

type Props = {
  work: Work
  actions: readonly OfficeAction[]
  words(reason: Reason): string
  fileId: string | undefined
  tabs: readonly PageTab[]
  /** The one shown. */
  tab: string
  content: VNode
  notice: { tone: NoticeTone; text: string } | null
}

/** Everything to decide on one dossier: its papers, the paper looked at, data and opinions, and what may be done now. */
export function DossierPage({ work, actions, words, fileId, tabs, tab, content, notice }: Props) {
  const { view } = work
  const { code } = view.dossier
  const shown = shownFile(view, fileId)
  const address = (the: string) =>
    workPath(code, `?${new URLSearchParams({ ...(fileId ? { tep: fileId } : {}), the }).toString()}`)
  return (
    <>
      <DossierHeader work={work} backHref="/viec" />
      {notice && (
        <div class="thong-bao-viec">
          <Notice tone={notice.tone} role="status">
            {notice.text}
          </Notice>
        </div>
      )}
      <div class="ba-cot">
        <ComponentsList view={view} shownFileId={shown?.file.id} tab={tab} />
        <Viewer code={code} file={shown?.file} title={shown?.title ?? ''} />
        <section class="dl" aria-label={texts.tabs}>
          <Tabs
            label={texts.tabs}
            tabs={tabs.map(({ id, title, count }) => ({
              href: address(id),
              label: title,
              current: id === tab,
              ...(count === undefined ? {} : { count }),
            }))}
          />
          <div class="cuon" tabindex={0} role="region" aria-label={tabs.find(({ id }) => id === tab)?.title ?? ''}>
            {content}
          </div>
        </section>
      </div>
      <DecisionBar
        actions={actions}
        next={nextSentence(view)}
        words={words}
        moreHref={moreActions(work).length > 0 ? workPath(code, '/viec-khac') : undefined}
      />
    </>
  )
}

/** Who has to do what next. */
export function nextSentence({ dossier, assignee }: DossierView): string {
  return fill(nextWords[dossier.handling], { name: assignee?.fullName ?? '' })
}

/** The file asked for, else the first there is. */
function shownFile({ components, papers, records }: DossierView, fileId: string | undefined) {
  const all = [
    ...components.flatMap(({ name, documents }) => documents.map((file) => ({ file, title: shortPaperName(name) }))),
    ...papers.map(({ form, file }) => ({ file, title: paperWords[form] })),
    ...records.map(({ kind, file }) => ({ file, title: recordTexts[kind].title })),
  ]
  return all.find(({ file }) => file.id === fileId) ?? all[0]
}
