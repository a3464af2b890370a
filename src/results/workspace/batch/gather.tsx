import { formatDateTime } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type FormBody,
  type Outcome,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { workPath } from '../../../dossiers/index.ts'
import { BackLink, Button, EmptyState, Field, HiddenToken, Notice, Table, TextArea } from '../../../ui/index.ts'
import { FEWEST_IN_BATCH, MOST_IN_BATCH } from '../../batch/batch.ts'
import { gatherBatch } from '../../batch/gather-batch.ts'
import { listGatherable, type GatherableGroup } from '../../batch/list-gatherable.ts'
import { CHOSEN, chosenIn } from '../bulk-outcome.tsx'
import { statusOf } from '../frame.tsx'
import { texts as resultTexts } from '../texts.ts'
import { outcomePage } from './outcome.page.tsx'
import { BATCHES, GATHER, batchPath } from './paths.ts'
import { batchTexts as texts } from './texts.ts'

const BOUNDS = { fewest: FEWEST_IN_BATCH, most: MOST_IN_BATCH }

/** The specialist ticks the dossiers that go together and says what the decision says. */
export async function gatherRoutes(web: Web): Promise<void> {
  web.get(GATHER, (request, reply) => show(request, reply, {}))
  web.post(GATHER, async (request, reply) => {
    const form = formBody(request)
    const dossierCodes = chosenIn(form)
    if (dossierCodes.length < FEWEST_IN_BATCH || dossierCodes.length > MOST_IN_BATCH)
      return show(request, reply, { form, error: fill(texts.notEnough, BOUNDS), status: 422 })
    const subject = field(form, 'trich-yeu')
    const body = linesOf(field(form, 'noi-dung'))
    const written = { ...(subject === '' ? {} : { subject }), ...(body.length === 0 ? {} : { body }) }
    const outcome = await attempt(() => act(request, gatherBatch, { dossierCodes, ...written }))
    if (!outcome.ok) return show(request, reply, { form, ...refused(request, outcome) })
    const { no, dossierCodes: inside, leftOut } = outcome.result
    const done = { count: inside.length }
    if (leftOut.length === 0) return redirect(reply, batchPath(no, `?xong=gom&count=${done.count}`))
    return outcomePage(request, reply, {
      no,
      title: texts.gather,
      summary: fill(texts.gatheredSome, { ...done, refused: leftOut.length }),
      outcomes: [
        ...inside.map((dossierCode) => ({ dossierCode, why: null })),
        ...leftOut.map(({ dossierCode, title }) => ({ dossierCode, why: title })),
      ],
      doneWords: texts.in,
    })
  })
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function refused(request: WebRequest, outcome: Outcome<unknown> & { ok: false }) {
  const isInput = outcome.refusal.code === 'platform.invalid-input'
  return {
    error: isInput ? texts.bodyWrong : refusalText(request, outcome.refusal),
    status: statusOf(request, outcome),
  }
}

type Shown = { form?: FormBody; error?: string; status?: number }

async function show(
  request: WebRequest,
  reply: WebReply,
  { form = {}, error, status = 200 }: Shown,
): Promise<WebReply> {
  const groups = await ask(request, listGatherable, {})
  const token = formToken(request, reply)
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.gather,
    current: BATCHES,
    status,
    body: (
      <div class="cuon-trang">
        <BackLink href={BATCHES}>{texts.back}</BackLink>
        {error !== undefined && (
          <Notice tone="late" role="alert">
            {error}
          </Notice>
        )}
        <p class="nhe">{fill(texts.gatherLead, BOUNDS)}</p>
        {groups.map((group, index) => (
          <Group key={String(index)} group={group} index={index} form={form} token={token} />
        ))}
        {groups.length === 0 && (
          <EmptyState icon="circle-check-big" title={texts.gatherNone}>
            {texts.gatherNoneHint}
          </EmptyState>
        )}
      </div>
    ),
  })
}

type GroupProps = { group: GatherableGroup; index: number; form: FormBody; token: string }

/** One form for dossiers that may go together; what was typed comes back into the form it was typed in. */
function Group({ group: { procedureCode, procedureName, dossiers }, index, form, token }: GroupProps) {
  const isSent = field(form, 'nhom') === String(index)
  const chosen = new Set(isSent ? chosenIn(form) : [])
  const told = (name: string) => (isSent ? field(form, name) : '')
  return (
    <form method="post" action={GATHER}>
      <HiddenToken token={token} />
      <input type="hidden" name="nhom" value={index} />
      <h2>
        <span class="ma">{procedureCode}</span> {procedureName}
      </h2>
      <Table
        caption={procedureName}
        captionHidden
        rows={dossiers}
        rowKey={({ code }) => code}
        columns={[
          {
            title: resultTexts.choose,
            titleHidden: true,
            cell: ({ code, applicantName }) => (
              <label class="dau-tich">
                <input type="checkbox" name={CHOSEN} value={code} checked={chosen.has(code)} />
                <span class="an">{fill(resultTexts.chooseOne, { name: applicantName })}</span>
              </label>
            ),
          },
          {
            title: texts.name,
            rowHeader: true,
            cell: ({ code, applicantName }) => <a href={workPath(code)}>{applicantName}</a>,
          },
          { title: texts.code, kind: 'code', cell: ({ code }) => code },
          { title: resultTexts.dueAt, cell: ({ dueAt }) => dueAt && <span class="so">{formatDateTime(dueAt)}</span> },
        ]}
      />
      <Field
        id={`trich-yeu-${index}`}
        name="trich-yeu"
        label={texts.subject}
        hint={texts.subjectHint}
        maxLength={500}
        value={told('trich-yeu')}
      />
      <TextArea
        id={`noi-dung-${index}`}
        name="noi-dung"
        label={texts.body}
        hint={texts.bodyHint}
        rows={4}
        value={told('noi-dung')}
      />
      <div class="hang-loat">
        <Button icon="check">{texts.gatherSubmit}</Button>
      </div>
    </form>
  )
}
