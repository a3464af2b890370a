import { unitsOf } from '../../../platform/actor.ts'
import { Refusal, refusalSentence as fill } from '../../../platform/refusal.ts'
import {
  act,
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
import { unitsByIds } from '../../../organisation/index.ts'
import { BackLink, Button, Field, HiddenToken, Notice, Select } from '../../../ui/index.ts'
import { BLANK_KINDS } from '../../blanks/blank-kind.ts'
import { receiveBlanks } from '../../blanks/receive-blanks.ts'
import { statusOf } from '../frame.tsx'
import { BLANKS, RECEIVE } from './paths.ts'
import { blankTexts as texts } from './texts.ts'

/** The clerk enters a delivery as its note says. */
export async function receiveRoutes(web: Web): Promise<void> {
  web.get(RECEIVE, (request, reply) => show(request, reply, {}, undefined))
  web.post(RECEIVE, async (request, reply) => {
    const form = formBody(request)
    const outcome = await attempt(() =>
      act(request, receiveBlanks, {
        unitId: field(form, 'don-vi'),
        kind: field(form, 'loai'),
        from: field(form, 'tu'),
        to: field(form, 'den'),
        noteNumber: field(form, 'so-phieu'),
        noteOn: field(form, 'ngay-phieu'),
        deliveredBy: field(form, 'ben-giao'),
      }),
    )
    if (!outcome.ok) return show(request, reply, form, outcome)
    const { count, firstSerial, lastSerial } = outcome.result
    const told = new URLSearchParams({ nhan: String(count), tu: firstSerial, den: lastSerial })
    return redirect(reply, `${BLANKS}?${told.toString()}`)
  })
}

async function show(
  request: WebRequest,
  reply: WebReply,
  form: FormBody,
  outcome: Outcome<unknown> | undefined,
): Promise<WebReply> {
  const { db } = request.server.app
  const units = await unitsByIds(db, unitsOf(request.actor, 'clerk'))
  if (units.length === 0) throw new Refusal('platform.forbidden')
  const sent = (name: string, fallback = '') => (name in form ? field(form, name) : fallback)
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.receive,
    current: BLANKS,
    status: statusOf(request, outcome),
    body: (
      <div class="cuon-trang">
        <BackLink href={BLANKS}>{texts.back}</BackLink>
        {outcome && !outcome.ok && (
          <Notice tone="late" role="alert">
            {outcome.refusal.code === 'platform.invalid-input'
              ? texts.incomplete
              : refusalText(request, outcome.refusal)}
          </Notice>
        )}
        <form method="post" action={RECEIVE}>
          <HiddenToken token={formToken(request, reply)} />
          <Select
            name="loai"
            label={texts.kind}
            value={sent('loai')}
            options={BLANK_KINDS.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <Select
            name="don-vi"
            label={texts.unit}
            value={sent('don-vi', units[0]?.id)}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field
            name="tu"
            label={texts.from}
            hint={fill(texts.serialHint, { example: BLANK_KINDS.map(({ example }) => example).join('; ') })}
            value={sent('tu')}
            maxLength={40}
            figures
          />
          <Field name="den" label={texts.to} value={sent('den')} maxLength={40} figures />
          <Field name="so-phieu" label={texts.noteNumber} value={sent('so-phieu')} maxLength={60} />
          <Field name="ngay-phieu" type="date" label={texts.noteOn} value={sent('ngay-phieu')} />
          <Field name="ben-giao" label={texts.deliveredBy} value={sent('ben-giao')} maxLength={200} />
          <Button icon="check">{texts.receiveSubmit}</Button>
        </form>
      </div>
    ),
  })
}
