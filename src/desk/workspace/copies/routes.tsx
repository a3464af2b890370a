import { act, ask, attempt, field, formBody, redirect, undertake, type Web } from '../../../platform/web/web.ts'
import { fileDownload } from '../../../documents/index.ts'
import { dropCopy } from '../../copies/drop-copy.ts'
import { getCopySource } from '../../copies/get-source.ts'
import { getCopyFile } from '../../copies/list-copies.ts'
import { sealCopy } from '../../copies/seal-copy.ts'
import { signCopy } from '../../copies/sign-copy.ts'
import { aloneCopyRoutes } from './alone.page.tsx'
import { copiesPage } from './copies.page.tsx'
import { afterSealing, afterSigning, pinIn, saidOf, signingIn, type CopyQuery } from './copy-answers.ts'
import { copiesPath } from './copy-table.tsx'
import { copyRegisterRoutes } from './register.page.tsx'

type ByCode = { Params: { code: string }; Querystring: CopyQuery }
type ById = { Params: { code: string; id: string } }

/** Certified copies of a dossier's papers, at the desk. */
export async function copyRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/lam/:code/ban-sao', async (request, reply) => {
    const { tep, dau, xong, so } = request.query
    const shown = { said: saidOf(xong, so), ...(tep ? { fileId: tep } : {}), ...(dau ? { copyId: dau } : {}) }
    return copiesPage(request, reply, request.params.code, shown)
  })

  web.post<ByCode>('/lam/:code/ban-sao', async (request, reply) => {
    const { code } = request.params
    const form = formBody(request)
    const said = signingIn(form)
    const outcome = await attempt(() => undertake(request, signCopy, { dossierCode: code, ...said }))
    if (!outcome.ok) return copiesPage(request, reply, code, { form, outcome, fileId: said.fileId })
    return afterSigning(reply, copiesPath(code), outcome.result)
  })

  web.post<ById>('/lam/:code/ban-sao/:id/dong-dau', async (request, reply) => {
    const { code, id: copyId } = request.params
    const form = formBody(request)
    const outcome = await attempt(() => undertake(request, sealCopy, { copyId, ...pinIn(field(form, 'pin')) }))
    if (!outcome.ok) return copiesPage(request, reply, code, { form, outcome, copyId })
    return afterSealing(reply, copiesPath(code), outcome.result)
  })

  web.post<ById>('/lam/:code/ban-sao/:id/bo', async (request, reply) => {
    const { code, id: copyId } = request.params
    const form = formBody(request)
    const outcome = await attempt(() => act(request, dropCopy, { copyId, reason: field(form, 'ly-do').trim() }))
    if (!outcome.ok) return copiesPage(request, reply, code, { form, outcome, copyId })
    return redirect(reply, copiesPath(code, '?xong=bo'))
  })

  web.get<ById>('/lam/:code/ban-sao/:id.pdf', async (request, reply) => {
    const file = await ask(request, getCopyFile, { copyId: request.params.id })
    return fileDownload(reply, web.app, file, { inline: true })
  })

  web.get<{ Params: { code: string; fileId: string } }>(
    '/lam/:code/ban-sao/nguon/:fileId.pdf',
    async (request, reply) => {
      const { code: dossierCode, fileId } = request.params
      const { file } = await ask(request, getCopySource, { dossierCode, fileId })
      return fileDownload(reply, web.app, file, { inline: true })
    },
  )

  await aloneCopyRoutes(web)
  await copyRegisterRoutes(web)
}
