import { vietnamDate } from '../../platform/dates.ts'
import type { VNode } from 'preact'
import { standInOfLine } from '../../platform/acting.ts'
import { formatDate, weekdayName } from '../../platform/dates.ts'
import { refusalWords, type Reason } from '../../platform/refusal.ts'
import { ask, sitePage, type Web, type WebRequest } from '../../platform/web/web.ts'
import { getJournal, listReminders, type DossierAction } from '../../dossiers/index.ts'
import { dossierTitle } from '../../dossiers/workspace/dossier-header.tsx'
import { Consultations, consultationPart, type ConsultationPart } from '../../dossiers/workspace/consultation/part.tsx'
import { LinkedParts, linkedSection, type LinkedSection } from '../../dossiers/workspace/linked/part.tsx'
import { partsTexts } from '../../dossiers/workspace/linked/texts.ts'
import { officeActions } from '../../dossiers/workspace/office-actions.ts'
import { openWork, type Work } from '../../dossiers/workspace/open-work.ts'
import { fill, noticeWords } from '../../dossiers/workspace/texts.ts'
import { accountById } from '../../identity/index.ts'
import type { NoticeTone } from '../../ui/index.ts'
import type { DossierSection } from '../dossier-section.ts'
import { DataTab } from './data-tab.tsx'
import { JournalTab } from './journal-tab.tsx'
import { OpinionsTab, opinionsOf } from './opinions-tab.tsx'
import { DossierPage, nextSentence, type PageTab } from './page.tsx'
import { dossierTexts as texts } from './texts.ts'

type Asked = { tep?: string; the?: string; xong?: string; chua?: string; lyk?: string }

/** The page about one dossier, with the sections other modules bring. */
export async function dossierPageRoutes(web: Web, sections: readonly DossierSection[]): Promise<void> {
  web.get<{ Params: { code: string }; Querystring: Asked }>('/lam/:code', async (request, reply) => {
    const { tep, the, xong, chua, lyk } = request.query
    const work = await openWork(request, request.params.code)
    const brought = await broughtSections(request, work, sections)
    const part = await consultationPart(request, work)
    const linked = await linkedSection(request, work)
    const tabs = tabsOf(work, brought, part, linked)
    const tab = tabs.find(({ id }) => id === the)?.id ?? 'du-lieu'
    const asked = <Consultations work={work} part={part} done={lyk} request={request} reply={reply} />
    const parts = <LinkedParts work={work} section={linked} done={lyk} request={request} reply={reply} />
    const content = brought.get(tab)?.content ?? (await ownTab(request, work, tab, { asked, parts }))
    // Also of a section that has nothing to show yet: why its action cannot be done is said all the same.
    const sectionOf = (action: DossierAction) => sections.find(({ actions }) => actions.includes(action))?.id
    return sitePage(request, reply, {
      site: 'workspace',
      title: dossierTitle(work),
      current: '/viec',
      narrow: true,
      body: (
        <DossierPage
          work={work}
          actions={officeActions(work, sectionOf)}
          words={(reason) => reasonWords(request, reason)}
          fileId={tep}
          tabs={tabs}
          tab={tab}
          content={content}
          notice={noticeOf(work, xong, chua)}
        />
      ),
    })
  })
}

type Brought = ReadonlyMap<string, { section: DossierSection; content: VNode }>

async function broughtSections(
  request: WebRequest,
  { view }: Work,
  sections: readonly DossierSection[],
): Promise<Brought> {
  const rendered = await Promise.all(
    sections.map(async (section) => ({ section, content: await section.render(request, view) })),
  )
  return new Map(
    rendered.flatMap(({ section, content }) => (content === null ? [] : [[section.id, { section, content }] as const])),
  )
}

function tabsOf({ view }: Work, brought: Brought, { count }: ConsultationPart, linked: LinkedSection): PageTab[] {
  return [
    { id: 'du-lieu', title: texts.data },
    ...[...brought.values()].map(({ section: { id, title } }) => ({ id, title })),
    { id: 'y-kien', title: texts.opinions, count: opinionsOf(view).length + count },
    ...(linked.isKnown ? [{ id: 'lien-thong', title: partsTexts.tab, count: linked.parts.length }] : []),
    { id: 'nhat-ky', title: texts.journal, count: view.steps.length },
  ]
}

type Beside = { asked: VNode; parts: VNode }

async function ownTab(request: WebRequest, { view }: Work, tab: string, { asked, parts }: Beside): Promise<VNode> {
  if (tab === 'lien-thong') return parts
  if (tab === 'y-kien') {
    return (
      <>
        {asked}
        <OpinionsTab view={view} />
      </>
    )
  }
  if (tab !== 'nhat-ky') return <DataTab view={view} today={vietnamDate(request.server.app.clock.now())} />
  const { lines } = await ask(request, getJournal, { dossierCode: view.dossier.code })
  const { db } = request.server.app
  const mentioned = lines.flatMap(({ actor, facts }) => [
    /^(?:officer|citizen):(.+)$/.exec(actor)?.[1] ?? '',
    standInOfLine(facts)?.account ?? '',
  ])
  const ids = [...new Set(mentioned)].filter((id) => id !== '')
  const accounts = await Promise.all(ids.map((id) => accountById(db, id)))
  const names = new Map(accounts.flatMap((account) => (account ? [[account.id, account.fullName]] : [])))
  const { reminders } = await ask(request, listReminders, { dossierCode: view.dossier.code })
  return <JournalTab view={view} lines={lines} names={names} reminders={reminders} />
}

function noticeOf(
  work: Work,
  done: string | undefined,
  notNow: string | undefined,
): { tone: NoticeTone; text: string } | null {
  const { dossier, assignee } = work.view
  const words = noticeWords[done as keyof typeof noticeWords]
  if (words !== undefined) {
    const due = dossier.dueOn ? `${weekdayName(dossier.dueOn)} ${formatDate(dossier.dueOn)}` : ''
    return { tone: 'ok', text: fill(words, { due, name: assignee?.fullName ?? '' }) }
  }
  return notNow === undefined ? null : { tone: 'soon', text: fill(texts.notNow, { next: nextSentence(work.view) }) }
}

function reasonWords(request: WebRequest, reason: Reason): string {
  return refusalWords(request.server.app.refusals, reason)
}
