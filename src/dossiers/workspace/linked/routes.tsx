import { act, ask, attempt, redirect } from '../../../platform/web/web.ts'
import type { Web } from '../../../platform/web/web.ts'
import { fileDownload } from '../../../documents/index.ts'
import { getLinkedPartFile } from '../../linked/get-linked-parts.ts'
import { remindLinkedPart } from '../../linked/remind-part.ts'
import { workPath } from '../../work-path.ts'
import { openSideForm } from '../side-form.tsx'
import { releasePartForm, resendForm } from './lead-forms.tsx'
import { ownPartRoutes } from './own-routes.tsx'
import { sendForm } from './send-form.tsx'

type ByPart = { Params: { code: string; partId: string } }

/** Liên thông: the sender's pages about a dossier, and the linked body's pages about its part. */
export async function linkedRoutes(web: Web): Promise<void> {
  openSideForm(web, sendForm)
  openSideForm(web, resendForm)
  openSideForm(web, releasePartForm)
  web.post<ByPart>('/lam/:code/lien-thong/:partId/nhac', async (request, reply) => {
    const { code, partId } = request.params
    const outcome = await attempt(() => act(request, remindLinkedPart, { dossierCode: code, partId }))
    if (!outcome.ok) throw outcome.refusal
    return redirect(reply, workPath(code, '?the=lien-thong&lyk=nhac'))
  })
  web.get<{ Params: { code: string; fileId: string } }>('/lam/:code/lien-thong/tep/:fileId', async (request, reply) => {
    const { code, fileId } = request.params
    const file = await ask(request, getLinkedPartFile, { dossierCode: code, fileId })
    return fileDownload(reply, web.app, file, { inline: true })
  })
  await ownPartRoutes(web)
}
