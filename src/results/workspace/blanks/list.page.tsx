import { holds } from '../../../platform/actor.ts'
import { formatDate, vietnamDate } from '../../../platform/dates.ts'
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
import { BackLink, Notice, Pagination, Panel, Table } from '../../../ui/index.ts'
import type { BlankBatch, BlankState, SpoilCause } from '../../blanks/blank.ts'
import { destroyBlanks } from '../../blanks/destroy-blanks.ts'
import { listBlanks } from '../../blanks/list-blanks.ts'
import { spoilBlank } from '../../blanks/spoil-blank.ts'
import { chosenIn } from '../bulk-outcome.tsx'
import { statusOf } from '../frame.tsx'
import { BlankFilter, BlankTable, DestroyForm, SpoilForm } from './list-parts.tsx'
import { BLANKS, blanksPath } from './paths.ts'
import { blankTexts as texts } from './texts.ts'

type ByKind = {
  Params: { kind: string }
  Querystring: { loc?: string; sau?: string; hong?: string; huy?: string; 'bao-hong'?: string }
}

/** The serial numbers of one kind; spoiling one, destroying many. */
export async function listRoutes(web: Web): Promise<void> {
  web.get<ByKind>(`${BLANKS}/loai/:kind`, (request, reply) => show(request, reply, {}, undefined))

  web.post<ByKind>(`${BLANKS}/loai/:kind/hong`, async (request, reply) => {
    const form = formBody(request)
    const { kind } = request.params
    const given = {
      serial: field(form, 'so'),
      cause: field(form, 'vi-sao') as SpoilCause,
      reason: field(form, 'ly-do'),
    }
    const outcome = await attempt(() => act(request, spoilBlank, { kind, ...given }))
    if (!outcome.ok) return show(request, reply, form, outcome)
    return redirect(reply, blanksPath(kind, `?bao-hong=${encodeURIComponent(outcome.result.serial)}`))
  })

  web.post<ByKind>(`${BLANKS}/loai/:kind/huy`, async (request, reply) => {
    const form = formBody(request)
    const { kind } = request.params
    const minutes = { minutesNumber: field(form, 'bien-ban'), minutesOn: field(form, 'ngay-bien-ban') }
    const outcome = await attempt(() => act(request, destroyBlanks, { kind, serials: chosenIn(form), ...minutes }))
    if (!outcome.ok) return show(request, reply, { ...form, loc: 'spoiled' }, outcome)
    return redirect(reply, blanksPath(kind, `?huy=${outcome.result.count}`))
  })
}

const STATES: readonly BlankState[] = ['in-stock', 'used', 'spoiled', 'destroyed']

async function show(
  request: WebRequest,
  reply: WebReply,
  form: FormBody,
  outcome: Outcome<unknown> | undefined,
): Promise<WebReply> {
  const { kind: code } = request.params as ByKind['Params']
  const asked = request.query as ByKind['Querystring']
  const wanted = field(form, 'loc') || asked.loc
  const state = STATES.find((known) => known === wanted)
  const page = await ask(request, listBlanks, {
    kind: code,
    ...(state ? { state } : {}),
    ...(asked.sau ? { after: asked.sau } : {}),
  })
  const token = formToken(request, reply)
  const isClerk = holds(request.actor, 'clerk')
  const marks = isClerk || holds(request.actor, 'specialist')
  const spoiling = field(form, 'so') || asked.hong
  const next = new URLSearchParams({ ...(state ? { loc: state } : {}), sau: page.next ?? '' })
  const isIncomplete = outcome && !outcome.ok && outcome.refusal.code === 'platform.invalid-input'
  return sitePage(request, reply, {
    site: 'workspace',
    title: page.kind.name,
    current: BLANKS,
    status: statusOf(request, outcome),
    body: (
      <div class="cuon-trang">
        <BackLink href={BLANKS}>{texts.back}</BackLink>
        {doneWords(asked) && (
          <Notice tone="ok" role="status">
            {doneWords(asked)}
          </Notice>
        )}
        {outcome && !outcome.ok && (
          <Notice tone="late" role="alert">
            {isIncomplete ? texts.incomplete : refusalText(request, outcome.refusal)}
          </Notice>
        )}
        {spoiling && marks && <SpoilForm kind={code} serial={spoiling} form={form} token={token} />}
        <BlankFilter kind={code} state={state} after={asked.sau ?? ''} />
        {state === 'spoiled' && isClerk && page.blanks.length > 0 ? (
          <DestroyForm kind={code} blanks={page.blanks} form={form} chosen={chosenIn(form)} token={token} />
        ) : (
          <BlankTable kind={code} blanks={page.blanks} marks={marks} />
        )}
        <Pagination {...(page.next === null ? {} : { nextHref: blanksPath(code, `?${next.toString()}`) })} />
        <Batches batches={page.batches} />
        <p class="nhe nho">{fill(texts.verify, { instrument: page.kind.instrument })}</p>
      </div>
    ),
  })
}

function doneWords({ huy, 'bao-hong': serial }: ByKind['Querystring']): string | undefined {
  if (huy !== undefined) return fill(texts.destroyed, { count: huy })
  return serial === undefined ? undefined : fill(texts.spoiled, { serial })
}

function Batches({ batches }: { batches: readonly BlankBatch[] }) {
  if (batches.length === 0) return null
  return (
    <Panel title={texts.batches}>
      <Table
        caption={texts.batches}
        captionHidden
        rows={batches}
        rowKey={({ id }) => id}
        columns={[
          {
            title: texts.batchRange,
            kind: 'code',
            rowHeader: true,
            cell: (one) => `${one.firstSerial} – ${one.lastSerial}`,
          },
          { title: texts.batchCount, kind: 'number', cell: ({ count }) => count },
          {
            title: texts.batchNote,
            cell: (one) => fill(texts.noteWords, { number: one.noteNumber, day: one.noteOn, from: one.deliveredBy }),
          },
          {
            title: texts.batchBy,
            cell: (one) => `${one.receivedByName}, ${formatDate(vietnamDate(one.receivedAt))}`,
          },
        ]}
      />
    </Panel>
  )
}
