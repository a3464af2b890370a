import { formatSize } from '../../../documents/index.ts'
import { BackLink, ButtonLink, Details, Notice, TaskList, TwoColumns, type Task } from '../../../ui/index.ts'
import { groupName } from '../paper-names.ts'
import { filingTexts as words } from '../texts.ts'
import { HelpNotice } from './help-notice.tsx'
import type { FiledPaper, Filing } from './open-filing.ts'
import { draftAddress, isByCase, openParts, partsOf, type Part } from './parts.ts'
import { PartsChanged, type PartsChange } from './parts-changed.tsx'
import { PartTitle, SavedBox } from './saved-box.tsx'

type Props = {
  filing: Filing
  /** The law's text has changed since it was begun. */
  isOutdated: boolean
  change: PartsChange
  /** Steps of handing in that modules above added. */
  more: readonly Task[]
}

/** The parts of a half-done form, in any order. */
export function TaskListPage({ filing, isOutdated, change, more }: Props) {
  const { procedure } = filing
  const parts = partsOf(filing)
  const asked = parts.filter(({ state }) => state !== 'optional')
  const [before, count, after] = words.progress(asked.filter(({ state }) => state === 'done').length, asked.length)
  return (
    <>
      <BackLink href={`/thu-tuc/${procedure.code}`}>{words.backToProcedure}</BackLink>
      <TwoColumns side={<SavedBox draft={filing.draft} />} sideLabel={words.savedLabel}>
        <HelpNotice filing={filing} />
        <h1>{procedure.name}</h1>
        <p>
          {before}
          <b>{count}</b>
          {after}
        </p>
        {isOutdated && (
          <Notice tone="soon" title={words.newVersion}>
            {words.newVersionBody}{' '}
            <ButtonLink kind="quiet" href={`/thu-tuc/${procedure.code}/nop`}>
              {words.newVersionStart}
            </ButtonLink>
          </Notice>
        )}
        <PartsChanged filing={filing} change={change} />
        {isByCase(filing) && <Notice title={words.byCase}>{words.byCaseBody}</Notice>}
        <TaskList groups={groupsOf(filing, parts, more)} />
        <Notes filing={filing} />
      </TwoColumns>
    </>
  )
}

function groupsOf(filing: Filing, parts: Part[], more: readonly Task[]) {
  const questions = {
    title: words.questions,
    tasks: parts.filter(({ kind }) => kind !== 'paper').map((part) => taskOf(filing, part)),
  }
  const papers = parts.filter((part) => part.kind === 'paper')
  const groups = [...Map.groupBy(papers, ({ paper }) => groupName(paper.groupName))].map(([title, own]) => ({
    title: title === '' ? words.papers : title,
    tasks: own.map((part) => taskOf(filing, part)),
  }))
  return [questions, ...groups, { title: words.handIn, tasks: [checkTask(filing), ...more] }]
}

function taskOf(filing: Filing, part: Part): Task {
  const state = part.state === 'optional' ? 'todo' : part.state
  const note = noteOf(filing, part)
  const status = part.state === 'optional' ? { status: words.optional } : {}
  return {
    title: <PartTitle part={part} />,
    href: part.href,
    state,
    ...status,
    ...(note === undefined ? {} : { note }),
  }
}

function noteOf(filing: Filing, part: Part): string | undefined {
  if (part.kind === 'paper') return paperNote(part.paper)
  if (part.kind === 'place') return filing.place.ok ? filing.place.result.competent.name : words.placeUnknown
  if (part.state === 'current') return words.left(part.left)
  const held = Object.keys(filing.held.locked).filter((name) => name !== 'identityPaper').length
  return part.id === 'nguoi-nop' && held > 0 ? words.prefilled(held) : undefined
}

function paperNote({ files, omitted, eform, originals, copies }: FiledPaper): string {
  if (files.length > 0)
    return words.filesAttached(files.length, formatSize(files.reduce((sum, { size }) => sum + size, 0)))
  if (omitted) return words.omissions[omitted]
  return eform ? words.onScreen : words.paperNeeded(originals, copies)
}

function checkTask(filing: Filing): Task {
  const left = openParts(filing).length
  if (left > 0) return { title: words.checkAndSubmit, note: words.locked(left), state: 'locked' }
  return { title: words.checkAndSubmit, href: `${draftAddress(filing)}/kiem-tra`, state: 'todo' }
}

/** Sentences the procedure lists among its papers. */
function Notes({ filing: { procedure } }: { filing: Filing }) {
  const notes = procedure.components.filter(({ kind }) => kind === 'note')
  if (notes.length === 0) return null
  return (
    <Details summary={words.notes}>
      <ul class="gach">
        {notes.map(({ code, name }) => (
          <li key={code}>{name.replace(/^[\s\-–+*•]+/u, '')}</li>
        ))}
      </ul>
    </Details>
  )
}
