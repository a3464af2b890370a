import {
  ask,
  attempt,
  field,
  formBody,
  formToken,
  refusalText,
  sitePage,
  undertake,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { sendPdf } from '../../../documents/index.ts'
import { Button, ErrorSummary, Field, HiddenToken, Select } from '../../../ui/index.ts'
import { listScans, type ScanList } from '../../intake/get-scan.ts'
import { printSeparators } from '../../intake/separators/print-separators.ts'
import { SCANS } from '../intake/paths.ts'
import { waysTexts as t } from './texts.ts'

const SEPARATORS = `${SCANS}/to-phan-cach`

type Typed = { unitId: string; label: string; count: string; dossierCode: string }
type Wrong = { field: string; message: string }

/** Sheets to lay between the papers of a pile. */
export async function separatorRoutes(web: Web): Promise<void> {
  web.get(SEPARATORS, (request, reply) =>
    show(request, reply, { unitId: '', label: '', count: '1', dossierCode: '' }, []),
  )

  web.post(SEPARATORS, async (request, reply) => {
    const form = formBody(request)
    const typed = {
      unitId: field(form, 'bo-phan'),
      label: field(form, 'ghi'),
      count: field(form, 'so-to'),
      dossierCode: field(form, 'ho-so'),
    }
    const { units } = await ask(request, listScans, {})
    const count = /^\d{1,3}$/.test(typed.count) ? Number(typed.count) : 0
    const wrong = [
      ...(typed.label === '' ? [{ field: 'ghi', message: t.noLabel }] : []),
      ...(count < 1 || count > 100 ? [{ field: 'so-to', message: t.countWrong }] : []),
    ]
    if (wrong.length > 0) return show(request, reply, typed, wrong)
    const unitId = units.find(({ id }) => id === typed.unitId)?.id ?? units[0]?.id ?? ''
    const asked = { unitId, label: typed.label, count }
    const dossier = typed.dossierCode === '' ? {} : { dossierCode: typed.dossierCode }
    const done = await attempt(() => undertake(request, printSeparators, { ...asked, ...dossier }))
    if (done.ok) return sendPdf(reply, 'to-phan-cach.pdf', done.result)
    return show(request, reply, typed, [{ field: 'ho-so', message: refusalText(request, done.refusal) }])
  })
}

async function show(request: WebRequest, reply: WebReply, typed: Typed, wrong: Wrong[]): Promise<WebReply> {
  const list = await ask(request, listScans, {})
  const token = formToken(request, reply)
  const body = <SeparatorForm units={list.units} typed={typed} wrong={wrong} token={token} />
  const status = wrong.length > 0 ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: t.separators, current: SCANS, body, status })
}

type Props = { units: ScanList['units']; typed: Typed; wrong: Wrong[]; token: string }

function SeparatorForm({ units, typed, wrong, token }: Props) {
  const error = (name: string) => {
    const message = wrong.find((one) => one.field === name)?.message
    return message === undefined ? {} : { error: message }
  }
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={wrong} />
      <p>{t.separatorsLead}</p>
      <form method="post" action={SEPARATORS}>
        <HiddenToken token={token} />
        <Field name="ghi" label={t.label} hint={t.labelHint} value={typed.label} maxLength={120} {...error('ghi')} />
        <Field
          name="so-to"
          label={t.count}
          value={typed.count}
          width="short"
          inputMode="numeric"
          maxLength={3}
          {...error('so-to')}
        />
        <Field
          name="ho-so"
          label={t.dossier}
          optional
          value={typed.dossierCode}
          width="medium"
          maxLength={60}
          {...error('ho-so')}
        />
        {units.length > 1 && (
          <Select
            name="bo-phan"
            label={t.unit}
            value={typed.unitId}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Button>{t.print}</Button>
      </form>
    </div>
  )
}
