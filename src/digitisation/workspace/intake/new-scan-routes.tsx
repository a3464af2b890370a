import type { Refusal } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type FormBody,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { isId } from '../../../platform/id.ts'
import { receiveForm, type ReceivedForm } from '../../../documents/index.ts'
import { listScans, type ScanList } from '../../intake/get-scan.ts'
import { SPLITS } from '../../intake/scan.ts'
import { takeScan } from '../../intake/take-scan.ts'
import type { FormError, Typed } from './new-scan-form.tsx'
import { SCANS, scanPath } from './paths.ts'
import { ScansPage } from './scans.page.tsx'
import { intakeTexts as t } from './texts.ts'

type Listed = { Querystring: { sau?: string } }

/** The list of what came in, and the form papers are put in with. */
export async function newScanRoutes(web: Web): Promise<void> {
  web.get<Listed>(SCANS, async (request, reply) => {
    const { sau = '' } = request.query
    const list = await ask(request, listScans, isId(sau) ? { before: sau } : {})
    return show(request, reply, list, { typed: typedIn({}, list) })
  })

  web.post(SCANS, { config: { multipart: true } }, async (request, reply) => {
    const list = await ask(request, listScans, {})
    const received = await receiveForm(request, reply, { origin: 'scan', limits: web.app.settings.uploadLimits.scan })
    const typed = typedIn(received.form, list)
    const errors = errorsIn(received)
    if (errors.length > 0) return show(request, reply, list, { typed, errors }, 422)
    const done = await attempt(() => act(request, takeScan, scanOf(received, typed)))
    if (done.ok) return redirect(reply, scanPath(done.result.scanId))
    const message = refusalText(request, done.refusal)
    return show(request, reply, list, { typed, errors: [{ field: 'ho-so', message }] }, 422)
  })
}

function typedIn(form: FormBody, { units }: ScanList): Typed {
  const unitId = field(form, 'bo-phan')
  return {
    name: field(form, 'ten'),
    unitId: units.some(({ id }) => id === unitId) ? unitId : (units[0]?.id ?? ''),
    dossierCode: field(form, 'ho-so'),
    splitAt: SPLITS.find((one) => one === field(form, 'chia')) ?? 'file',
    bySelf: field(form, 'tu-chuyen') !== '',
  }
}

function errorsIn({ files, refusals }: ReceivedForm): FormError[] {
  return files.length + refusals.length === 0 ? [{ field: 'tep', message: t.noFile }] : []
}

/** Files that were refused go in by name: the operator sees them beside those that were taken. */
function scanOf({ files, refusals }: ReceivedForm, typed: Typed) {
  const first = files[0]?.file.name ?? nameIn(refusals[0]?.refusal)
  return {
    source:
      files.length > 0 && files.every(({ field: box }) => box === 'anh') ? ('camera' as const) : ('desk' as const),
    unitId: typed.unitId,
    title: typed.name === '' ? first : typed.name,
    splitAt: SPLITS.find((one) => one === typed.splitAt) ?? 'file',
    handsOn: typed.bySelf ? ('by-itself' as const) : ('by-person' as const),
    files: [
      ...files.map(({ file }) => ({ fileId: file.id })),
      ...refusals.map(({ refusal }) => ({
        name: nameIn(refusal),
        failure: { code: refusal.code, facts: refusal.facts },
      })),
    ],
    ...(typed.dossierCode === '' ? {} : { dossierCode: typed.dossierCode }),
  }
}

function nameIn(refusal: Refusal | undefined): string {
  const name = refusal?.facts['name']
  return typeof name === 'string' && name !== '' ? name : t.scan
}

async function show(
  request: WebRequest,
  reply: WebReply,
  list: ScanList,
  { typed, errors = [] }: { typed: Typed; errors?: FormError[] },
  status = 200,
): Promise<WebReply> {
  const mostBytes = request.server.app.settings.uploadLimits.scan.bytes
  const token = formToken(request, reply)
  const body = <ScansPage list={list} typed={typed} errors={errors} mostBytes={mostBytes} token={token} />
  return sitePage(request, reply, { site: 'workspace', title: t.title, current: SCANS, body, status })
}
