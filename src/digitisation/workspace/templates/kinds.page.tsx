import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import {
  Actions,
  Button,
  Details,
  ErrorSummary,
  HiddenFields,
  HiddenToken,
  Notice,
  PageTitle,
  Panel,
  Table,
  TextArea,
} from '../../../ui/index.ts'
import type { ErrorItem } from '../../../ui/index.ts'
import type { KindsView } from '../../kinds/decide-kinds.ts'
import { worseIn, type Difference, type KindCount, type Told } from '../../kinds/measure-kinds.ts'
import type { StoredKinds } from '../../kinds/store.ts'
import { paperPath } from '../paths.ts'
import { KINDS_PATH, TEMPLATES_PATH } from './paths.ts'
import { heldSince, TakeBack } from './take-back.tsx'
import { kindsTexts as t } from './kinds-texts.ts'
import { templatePageTexts as words } from './texts.ts'

type Props = {
  view: KindsView
  token: string | undefined
  reason: string
  /** Papers the machine was just told to learn from. */
  learning: number | undefined
  errors: ErrorItem[]
}

/** How kinds of papers are told apart: what is in force, and what people's looks taught since, to be looked at before it holds. */
export function KindsPage({ view, token, reason, learning, errors }: Props) {
  const { proposal, inForce, names } = view
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors} />
      <p>
        <a href={TEMPLATES_PATH}>{words.back}</a>
      </p>
      <PageTitle>{t.title}</PageTitle>
      <p>{t.lead}</p>
      <InForce inForce={inForce} names={names} token={token} />
      {learning !== undefined && <Notice tone="info">{fill(t.learning, { count: learning })}</Notice>}
      {proposal ? <Proposal {...{ view, proposal, token, reason }} /> : learning === undefined && <p>{t.noProposal}</p>}
      {token !== undefined && learning === undefined && (
        <form method="post" action={`${KINDS_PATH}/hoc`} class="cach">
          <HiddenToken token={token} />
          <Button kind="secondary">{t.learn}</Button>
        </form>
      )}
    </div>
  )
}

type Names = KindsView['names']
const nameOf = (names: Names, type: string | null) => (type === null ? t.noKind : (names.get(type) ?? type))

type Held = { inForce: StoredKinds | undefined; names: Names; token: string | undefined }

function InForce({ inForce, names, token }: Held) {
  if (!inForce) return <p>{t.shipped}</p>
  const { id, measured, reason } = inForce
  const worse = worseIn(measured).map((type) => nameOf(names, type))
  return (
    <Panel title={heldSince(inForce)}>
      <p>{fill(t.learnedFrom, { count: measured.learnedFrom })}</p>
      {reason && <p>{fill(t.despite, { kinds: worse.join(', '), reason })}</p>}
      <TakeBack to={`${KINDS_PATH}/tro-lai`} id={id} token={token} />
    </Panel>
  )
}

type Proposed = Pick<Props, 'view' | 'token' | 'reason'> & { proposal: StoredKinds }

function Proposal({ view, proposal: { id, measured, proposedAt }, token, reason }: Proposed) {
  const { names, newWords, open } = view
  const worse = worseIn(measured).map((type) => nameOf(names, type))
  return (
    <Panel title={fill(t.proposal, { day: formatDate(vietnamDate(proposedAt)) })}>
      <p>{fill(t.learnedFrom, { count: measured.learnedFrom })}</p>
      {worse.length > 0 ? (
        <Notice tone="late">{fill(t.worse, { kinds: worse.join(', ') })}</Notice>
      ) : (
        <Notice tone="ok">{t.notWorse}</Notice>
      )}
      <Counts title={t.onPapers} counts={measured.papers} names={names} />
      <Counts title={t.onSamples} counts={measured.samples} names={names} />
      <Examples differences={measured.differences} names={names} open={open} />
      {newWords.length > 0 && (
        <Details summary={t.newWords}>
          <p>{t.newWordsLead}</p>
          {newWords.map((one) => (
            <p key={one.type}>
              <b>{nameOf(names, one.type)}:</b> {one.words.join(', ')}
            </p>
          ))}
        </Details>
      )}
      {token !== undefined && (
        <form method="post" action={KINDS_PATH} class="cach">
          <HiddenToken token={token} />
          <HiddenFields fields={[['ban', id]]} />
          {worse.length > 0 && (
            <TextArea name="ly-do" label={t.reason} hint={t.reasonHint} rows={3} maxLength={1_000} value={reason} />
          )}
          <Actions>
            <Button name="viec" value="ap-dung">
              {words.accept}
            </Button>
            <Button kind="secondary" name="viec" value="khong">
              {words.refuse}
            </Button>
          </Actions>
        </form>
      )}
    </Panel>
  )
}

function Counts({ title, counts, names }: { title: string; counts: readonly KindCount[]; names: Names }) {
  const change = (of: 'named' | 'unsure' | 'wrong') => ({
    kind: 'number' as const,
    cell: ({ before, after }: KindCount) =>
      before[of] === after[of] ? after[of] : fill(t.change, { before: before[of], after: after[of] }),
  })
  return (
    <>
      <h3 class="cach">{title}</h3>
      <Table
        caption={title}
        captionHidden
        dense
        rows={counts}
        rowKey={({ type }) => type ?? ''}
        empty={t.none}
        columns={[
          { title: words.type, rowHeader: true, cell: ({ type }) => nameOf(names, type) },
          { title: t.papers, kind: 'number', cell: ({ after }) => after.papers },
          { title: t.named, ...change('named') },
          { title: t.unsure, ...change('unsure') },
          { title: t.wrong, ...change('wrong') },
        ]}
      />
    </>
  )
}

type Shown = { differences: readonly Difference[]; names: Names; open: ReadonlySet<string> }

/** Kinds alone are told of a paper; who may see the paper itself opens it on the bench. */
function Examples({ differences, names, open }: Shown) {
  const told = ({ type, isSure }: Told) =>
    isSure ? nameOf(names, type) : fill(t.perhaps, { name: nameOf(names, type) })
  return (
    <>
      <h3 class="cach">{t.examples}</h3>
      <Table
        caption={t.examples}
        captionHidden
        dense
        rows={differences.map((one, no) => ({ ...one, no: no + 1 }))}
        rowKey={({ no }) => String(no)}
        empty={t.noExamples}
        columns={[
          { title: t.settled, rowHeader: true, cell: ({ type }) => nameOf(names, type) },
          { title: words.beforeNumbers, cell: ({ before }) => told(before) },
          { title: words.afterNumbers, cell: ({ after }) => told(after) },
          {
            title: t.paper,
            cell: ({ paperId, no }) => {
              if (paperId === null) return t.sample
              return open.has(paperId) ? <a href={paperPath(paperId)}>{fill(t.openPaper, { no })}</a> : t.outOfReach
            },
          },
        ]}
      />
    </>
  )
}
