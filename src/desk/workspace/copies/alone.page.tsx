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
  undertake,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { fileDownload } from '../../../documents/index.ts'
import { ownKeyOf } from '../../../signing/index.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { BackLink, Notice, PageTitle } from '../../../ui/index.ts'
import { COPY_REGISTER } from '../../copies/copy-paths.ts'
import { dropCopy } from '../../copies/drop-copy.ts'
import { getAlonePaper, getCopySource } from '../../copies/get-source.ts'
import { getCopyFile } from '../../copies/list-copies.ts'
import { sealCopy } from '../../copies/seal-copy.ts'
import { signCopy } from '../../copies/sign-copy.ts'
import { SealForms, SignForm } from './copy-forms.tsx'
import { OF_THE_PIN, sealKeyOf, type Shown } from './copies.page.tsx'
import { afterSealing, afterSigning, pinIn, saidOf, signingIn, type CopyQuery } from './copy-answers.ts'
import { CopyTable } from './copy-table.tsx'
import { copyTexts as t } from './texts.ts'

type ByPaper = { Params: { paperId: string; id: string }; Querystring: CopyQuery }
const ALONE = `${COPY_REGISTER}/giay-to/:paperId`

/** Copies of a checked paper that belongs to no dossier: a page of an old register, a letter. */
export async function aloneCopyRoutes(web: Web): Promise<void> {
  web.get<ByPaper>(ALONE, (request, reply) => {
    const { xong, so, dau } = request.query
    return show(request, reply, { said: saidOf(xong, so), ...(dau ? { copyId: dau } : {}) })
  })

  web.post<ByPaper>(ALONE, async (request, reply) => {
    const form = formBody(request)
    const outcome = await attempt(() =>
      undertake(request, signCopy, {
        paperId: paperOf(request),
        ...signingIn(form),
        ownerNumber: field(form, 'so-dinh-danh').replace(/\s/g, ''),
      }),
    )
    return outcome.ok ? afterSigning(reply, pathOf(request), outcome.result) : show(request, reply, { form, outcome })
  })

  web.post<ByPaper>(`${ALONE}/:id/dong-dau`, async (request, reply) => {
    const form = formBody(request)
    const { id: copyId } = request.params
    const outcome = await attempt(() => undertake(request, sealCopy, { copyId, ...pinIn(field(form, 'pin')) }))
    return outcome.ok
      ? afterSealing(reply, pathOf(request), outcome.result)
      : show(request, reply, { form, outcome, copyId })
  })

  web.post<ByPaper>(`${ALONE}/:id/bo`, async (request, reply) => {
    const form = formBody(request)
    const { id: copyId } = request.params
    const outcome = await attempt(() => act(request, dropCopy, { copyId, reason: field(form, 'ly-do').trim() }))
    return outcome.ok ? redirect(reply, `${pathOf(request)}?xong=bo`) : show(request, reply, { form, outcome, copyId })
  })

  web.get<ByPaper>(`${ALONE}/:id.pdf`, async (request, reply) => {
    const file = await ask(request, getCopyFile, { copyId: request.params.id })
    return fileDownload(reply, web.app, file, { inline: true })
  })

  web.get<{ Params: { paperId: string; fileId: string } }>(`${ALONE}/nguon/:fileId.pdf`, async (request, reply) => {
    const { file } = await ask(request, getCopySource, { paperId: paperOf(request), fileId: request.params.fileId })
    return fileDownload(reply, web.app, file, { inline: true })
  })
}

function paperOf(request: WebRequest): string {
  const { paperId } = request.params as ByPaper['Params']
  if (!isId(paperId)) throw new Refusal('platform.not-found')
  return paperId
}

const pathOf = (request: WebRequest) => `${COPY_REGISTER}/giay-to/${paperOf(request)}`

/** The scan to sign, the copy to seal, and what was copied of it before. */
async function show(
  request: WebRequest,
  reply: WebReply,
  { form = {}, outcome, said, copyId }: Shown,
): Promise<WebReply> {
  const { app } = request.server
  const paperId = paperOf(request)
  const { paper, file, unit, copies } = await ask(request, getAlonePaper, { paperId })
  const path = pathOf(request)
  const open = copies.find(({ state }) => state !== 'dropped')
  const sealing = copies.find(({ id, state, raises }) => id === (copyId ?? open?.id) && state === 'signed' && !raises)
  const refusal = outcome && !outcome.ok ? outcome.refusal : undefined
  const pinError = refusal && OF_THE_PIN.has(refusal.code) ? refusalText(request, refusal) : undefined
  const token = formToken(request, reply)
  return sitePage(request, reply, {
    site: 'workspace',
    title: `${t.title}: ${paper.title}`,
    current: COPY_REGISTER,
    status: refusal ? (app.refusals[refusal.code]?.status ?? 409) : 200,
    body: (
      <div class="cuon-trang">
        <BackLink href={`/ban-so-hoa/${paperId}`}>{t.backToPaper}</BackLink>
        <PageTitle>{`${t.title}: ${paper.title}`}</PageTitle>
        <p class="nhe">{t.aloneLead}</p>
        {said !== undefined && (
          <Notice tone="ok" role="status">
            {said}
          </Notice>
        )}
        {refusal && pinError === undefined && (
          <Notice tone="late" role="alert">
            {refusalText(request, refusal)}
          </Notice>
        )}
        {!open && (
          <SignForm
            path={path}
            scan={{ file, name: paper.title, owner: paper.ownerName }}
            ownerNumber={paper.ownerNumber ?? ''}
            form={form}
            token={token}
            own={await ownKeyOf(app, request.actor)}
            pinError={pinError}
          />
        )}
        {sealing && (
          <SealForms
            path={path}
            copy={sealing}
            unitName={unit.name}
            sealKey={await sealKeyOf(request, sealing.unitId)}
            token={token}
            reason={field(form, 'ly-do')}
            error={pinError}
          />
        )}
        {copies.length > 0 && <h2>{t.copiesOfPaper}</h2>}
        {copies.length > 0 && <CopyTable kind="dossier" copies={copies} />}
      </div>
    ),
  })
}
