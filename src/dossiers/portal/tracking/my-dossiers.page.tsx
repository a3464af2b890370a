import type { ComponentChildren } from 'preact'
import { formatDate, formatDateTime, vietnamDate, weekdayName, type LegalDate } from '../../../platform/dates.ts'
import type { Remaining } from '../../../deadlines/index.ts'
import { ButtonLink, EmptyState, Icon, Pagination, Tag } from '../../../ui/index.ts'
import type { OpenInvitation } from '../../co-applicants/get-invitation.ts'
import { standingWords, togetherTexts } from '../../co-applicants/texts.ts'
import type { Handling } from '../../dossier.ts'
import type { Draft } from '../../drafts/draft.ts'
import { helpedPageTexts } from '../../helping/texts.ts'
import type { OwnDossier } from '../../reading/my-dossiers.ts'
import { handlingWords } from '../../texts.ts'
import { shortProcedureName } from '../paper-names.ts'
import { filingTexts, trackingTexts as words } from '../texts.ts'
import { leftWords } from './due-calendar.tsx'

export type ListedDossier = OwnDossier & {
  /** In whose hands it lies. */
  unitName: string | undefined
  standing: Remaining | undefined
  /** Until when a supplement may be sent. */
  replyBy: LegalDate | undefined
}
export type ListedDraft = Draft & { procedureName: string }

type Group = 'todo' | 'running' | 'done' | 'closed'

const GROUP_OF = {
  submitted: 'running',
  received: 'running',
  appraising: 'running',
  suspended: 'running',
  'awaiting-approval': 'running',
  'awaiting-signature': 'running',
  'awaiting-seal': 'running',
  'awaiting-supplement': 'todo',
  finished: 'done',
  delivered: 'done',
  refused: 'closed',
  withdrawn: 'closed',
  stopped: 'closed',
} satisfies Record<Handling, Group>

type Props = {
  dossiers: ListedDossier[]
  drafts: ListedDraft[]
  /** Drafts of others the reader is asked to stand for too. */
  invitations: OpenInvitation[]
  next: string | null
}

/** What the reader has under way, what needs them first. */
export function MyDossiersPage({ dossiers, drafts, invitations, next }: Props) {
  const of = (group: Group) => dossiers.filter(({ handling }) => GROUP_OF[handling] === group)
  const isEmpty = dossiers.length === 0 && drafts.length === 0 && invitations.length === 0
  return (
    <>
      <h1>{words.mine}</h1>
      {isEmpty && (
        <EmptyState
          icon="folder-open"
          title={words.noneYet}
          action={<ButtonLink href="/thu-tuc">{words.findProcedure}</ButtonLink>}
        />
      )}
      <Cards
        title={words.groups.todo}
        items={of('todo').map((dossier) => (
          <ToSupply key={dossier.id} dossier={dossier} />
        ))}
      />
      <Cards
        title={togetherTexts.waitingForYou}
        items={invitations.map((invitation) => (
          <Invitation key={invitation.id} invitation={invitation} />
        ))}
      />
      <Cards
        title={words.groups.drafts}
        items={drafts.map((draft) => (
          <OpenDraft key={draft.id} draft={draft} />
        ))}
      />
      <Cards
        title={words.groups.running}
        items={of('running').map((dossier) => (
          <Running key={dossier.id} dossier={dossier} />
        ))}
      />
      <Finished title={words.groups.done} dossiers={of('done')} />
      <Finished title={words.groups.closed} dossiers={of('closed')} />
      {next !== null && <Pagination nextHref={`/ho-so?sau=${next}`} />}
      <p>
        <a href="/ai-da-giup-toi">{helpedPageTexts.title}</a>
      </p>
    </>
  )
}

function Cards({ title, items }: { title: string; items: ComponentChildren[] }) {
  if (items.length === 0) return null
  return (
    <section class="nh2">
      <h2>
        {title} <span class="so">{items.length}</span>
      </h2>
      <ul class="ds2">{items}</ul>
    </section>
  )
}

function DayCell({ over, on }: { over: string; on: LegalDate | undefined }) {
  return (
    <div class="ng">
      <small>{over}</small>
      {on !== undefined && (
        <>
          <b class="so">{formatDate(on).slice(0, 5)}</b>
          <small>{weekdayName(on)}</small>
        </>
      )}
    </div>
  )
}

function ToSupply({ dossier: { code, procedureName, replyBy } }: { dossier: ListedDossier }) {
  return (
    <li class="can">
      <DayCell over={words.before} on={replyBy} />
      <h3>
        <a href={`/ho-so/${code}`}>{shortProcedureName(procedureName)}</a>
      </h3>
      <p>
        <span class="ma">{code}</span>. {words.supplyNote}
      </p>
      <div class="ph">
        <ButtonLink href={`/ho-so/${code}/bo-sung`}>
          {words.supplyNow}
          <span class="an"> {code}</span>
        </ButtonLink>
      </div>
    </li>
  )
}

function Invitation({ invitation: { id, procedureName, answer, addedAt } }: { invitation: OpenInvitation }) {
  return (
    <li class={answer === null ? 'can' : 'nhap'}>
      <DayCell over={togetherTexts.invitedOn} on={vietnamDate(addedAt)} />
      <h3>
        <a href={`/cung-dung-ten/${id}`}>{shortProcedureName(procedureName)}</a>
      </h3>
      <p>{answer === null ? togetherTexts.waitingWord : standingWords[answer]}</p>
      <div class="ph">
        <ButtonLink kind="secondary" href={`/cung-dung-ten/${id}`}>
          {togetherTexts.readAndAnswer}
          <span class="an"> {shortProcedureName(procedureName)}</span>
        </ButtonLink>
      </div>
    </li>
  )
}

function OpenDraft({ draft: { resumeCode, procedureName, updatedAt, keepUntil } }: { draft: ListedDraft }) {
  return (
    <li class="nhap">
      <DayCell over={words.keptUntil} on={keepUntil} />
      <h3>
        <a href={`/bai-khai/${resumeCode}`}>{shortProcedureName(procedureName)}</a>
      </h3>
      <p>{words.draftSaved(formatDateTime(updatedAt), resumeCode)}</p>
      <div class="ph">
        <ButtonLink kind="secondary" href={`/bai-khai/${resumeCode}`}>
          {words.goOn}
          <span class="an"> {filingTexts.goOn(resumeCode)}</span>
        </ButtonLink>
      </div>
    </li>
  )
}

function Running({ dossier }: { dossier: ListedDossier }) {
  const { code, procedureName, applicantName, handling, dueAt, standing, unitName } = dossier
  return (
    <li>
      <DayCell over={dueAt ? words.dueLabel : words.waitsForDate} on={dueAt ? vietnamDate(dueAt) : undefined} />
      <h3>
        <a href={`/ho-so/${code}`}>{shortProcedureName(procedureName)}</a>
      </h3>
      <p>
        <span class="ma">{code}</span>, {applicantName}.{' '}
        {unitName === undefined
          ? handlingWords[handling]
          : words.at(unitName, handlingWords[handling].toLocaleLowerCase('vi'))}
        .
      </p>
      {standing && (
        <div class="ph">
          <Standing standing={standing} />
        </div>
      )}
    </li>
  )
}

function Standing({ standing }: { standing: Remaining }) {
  if (standing.state === 'in-time') return <span>{leftWords(standing)}</span>
  const tone = standing.state === 'overdue' ? 'late' : standing.state === 'today' ? 'today' : 'soon'
  return (
    <span>
      <Tag tone={tone}>{leftWords(standing)}</Tag>
    </span>
  )
}

function Finished({ title, dossiers }: { title: string; dossiers: ListedDossier[] }) {
  if (dossiers.length === 0) return null
  return (
    <section class="nh2">
      <h2>
        {title} <span class="so">{dossiers.length}</span>
      </h2>
      <div class="xong2">
        {dossiers.map(({ id, code, procedureName, applicantName, handling, since }) => (
          <a href={`/ho-so/${code}`} key={id}>
            <Icon name={GROUP_OF[handling] === 'done' ? 'circle-check' : 'circle-x'} />
            <b>
              {shortProcedureName(procedureName)}, {applicantName}
            </b>
            <span>
              {handlingWords[handling]}, {formatDate(vietnamDate(since)).slice(0, 5)}
            </span>
          </a>
        ))}
      </div>
    </section>
  )
}
