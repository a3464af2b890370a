import { formatDate, formatDateTime } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import {
  ask,
  formToken,
  sitePage,
  type FormBody,
  type Outcome,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { handlingWords, workPath } from '../../../dossiers/index.ts'
import { ownKeyOf } from '../../../signing/index.ts'
import { Actions, BackLink, ButtonLink, Notice, SummaryList, Table, Tag, TwoColumns } from '../../../ui/index.ts'
import { getBatch, type BatchView, type MemberView } from '../../batch/get-batch.ts'
import { refusalNotice, statusOf } from '../frame.tsx'
import { RaisingTag } from '../raising-tag.tsx'
import { stateWords } from '../texts.ts'
import { appOfKey } from '../app-of-key.ts'
import { BatchForms } from './batch-forms.tsx'
import { BATCHES, batchPath } from './paths.ts'
import { batchTexts as texts } from './texts.ts'

export type Answer = {
  done?: string
  outcome?: Outcome<unknown>
  form?: FormBody
  /** Which form was sent. */
  at?: string
}

/** One batch: its list, what became of each, and what this officer may do. */
export async function showBatch(request: WebRequest, reply: WebReply, answer: Answer): Promise<WebReply> {
  const no = Number((request.params as { no: string }).no)
  const view = await ask(request, getBatch, { no })
  const title = fill(texts.one, { no })
  const as = view.actions.includes('sealResult') ? 'clerk' : 'signatory'
  const confirmIn = await appOfKey(request, as, view.batch.unitId)
  const token = formToken(request, reply)
  const ownKey = view.isRecordSigned ? await ownKeyOf(request.server.app, request.actor) : null
  const forms = <BatchForms {...{ request, view, token, answer, confirmIn, ownKey }} />
  return sitePage(request, reply, {
    site: 'workspace',
    title,
    current: BATCHES,
    status: statusOf(request, answer.outcome),
    body: (
      <div class="cuon-trang">
        <BackLink href={BATCHES}>{texts.back}</BackLink>
        {answer.done !== undefined && (
          <Notice tone="ok" role="status">
            {answer.done}
          </Notice>
        )}
        {refusalNotice(request, answer.outcome)}
        {view.decision.returnReason !== null && (
          <Notice tone="hold">
            {fill(texts.returnedBy, { name: view.decision.returnedByName, reason: view.decision.returnReason })}
          </Notice>
        )}
        <TwoColumns side={forms} sideLabel={texts.actions}>
          <BatchFacts view={view} />
          <Actions>
            <ButtonLink kind="secondary" href={batchPath(no, '/quyet-dinh.pdf')} icon="file-text" newTab>
              {texts.open}
            </ButtonLink>
          </Actions>
          <h2>{texts.members}</h2>
          <Members members={view.members} />
        </TwoColumns>
      </div>
    ),
  })
}

function BatchFacts({ view: { batch, decision, issued, raising } }: { view: BatchView }) {
  const { title, content, state, approvedByName } = decision
  const { fullName, position } = content.signature
  return (
    <SummaryList
      rows={[
        { label: texts.decision, value: content.subject === null ? title : `${title}: ${content.subject}` },
        { label: texts.state, value: raising ? <RaisingTag raising={raising} /> : stateWords[state] },
        { label: texts.by, value: `${batch.gatheredByName}, ${formatDateTime(batch.gatheredAt)}` },
        ...(approvedByName === null ? [] : [{ label: texts.approvedBy, value: approvedByName }]),
        { label: texts.signatory, value: `${fullName}, ${position}` },
        ...(issued
          ? [
              { label: texts.number, value: issued.numberText, figures: true },
              { label: texts.issuedOn, value: formatDate(issued.issuedOn), figures: true },
            ]
          : []),
      ]}
    />
  )
}

function Members({ members }: { members: readonly MemberView[] }) {
  return (
    <Table
      caption={texts.members}
      captionHidden
      rows={members}
      rowKey={({ dossierCode }) => dossierCode}
      columns={[
        {
          title: texts.name,
          rowHeader: true,
          cell: ({ dossierCode, name }) => <a href={workPath(dossierCode)}>{name}</a>,
        },
        { title: texts.code, kind: 'code', cell: ({ dossierCode }) => dossierCode },
        { title: texts.outcome, cell: (member) => <Standing member={member} /> },
      ]}
    />
  )
}

function Standing({ member: { state, stands, handling, reason, byName } }: { member: MemberView }) {
  if (state === 'done') return <Tag tone="ok">{texts.done}</Tag>
  if (state === 'in') {
    const words = fill(texts.willFall, { state: handlingWords[handling] })
    return stands ? <Tag tone="sea">{texts.in}</Tag> : <Tag tone="late-soft">{words}</Tag>
  }
  return (
    <>
      <Tag tone="soon">{texts.out}</Tag> {byName === null ? reason : fill(texts.outBy, { reason, name: byName })}
    </>
  )
}
