import { refusalSentence as fill } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formBody,
  redirect,
  undertake,
  type Outcome,
  type Web,
  type WebReply,
} from '../../../platform/web/web.ts'
import { fileDownload } from '../../../documents/index.ts'
import { confirmationPath, isWaiting } from '../../../signing/index.ts'
import { dropCopy } from '../../copies/drop-copy.ts'
import { getCopySource } from '../../copies/get-source.ts'
import { getCopyFile } from '../../copies/list-copies.ts'
import { sealCopy } from '../../copies/seal-copy.ts'
import { signCopy } from '../../copies/sign-copy.ts'
import { COMPARED } from './copy-forms.tsx'
import { copiesPage } from './copies.page.tsx'
import { copiesPath } from './copy-table.tsx'
import { copyRegisterRoutes } from './register.page.tsx'
import { copyTexts as t } from './texts.ts'

type ByCode = { Params: { code: string }; Querystring: { tep?: string; dau?: string; xong?: string; so?: string } }
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
    const fileId = field(form, 'tep')
    const outcome = await attempt(() =>
      undertake(request, signCopy, {
        dossierCode: code,
        fileId,
        title: field(form, 'ten').trim(),
        ownerName: field(form, 'cua-ai').trim(),
        isCompared: field(form, COMPARED) !== '',
        ...pinIn(field(form, 'pin')),
      }),
    )
    if (!outcome.ok) return copiesPage(request, reply, code, { form, outcome, fileId })
    if (isWaiting(outcome.result)) return redirect(reply, confirmationPath(outcome.result.confirmationId))
    const copyId = 'copyId' in outcome.result ? outcome.result.copyId : ''
    return redirect(reply, copiesPath(code, `?xong=ky&dau=${copyId}#dau`))
  })

  web.post<ById>('/lam/:code/ban-sao/:id/dong-dau', async (request, reply) => {
    const { code, id: copyId } = request.params
    const form = formBody(request)
    const outcome = await attempt(() => undertake(request, sealCopy, { copyId, ...pinIn(field(form, 'pin')) }))
    if (!outcome.ok) return copiesPage(request, reply, code, { form, outcome, copyId })
    if (isWaiting(outcome.result)) return redirect(reply, confirmationPath(outcome.result.confirmationId))
    return done(reply, code, outcome)
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

  await copyRegisterRoutes(web)
}

const pinIn = (pin: string) => (pin === '' ? {} : { pin })

function done(reply: WebReply, code: string, { result }: Extract<Outcome<object>, { ok: true }>): WebReply {
  const number = 'number' in result ? String(result.number) : ''
  return redirect(reply, copiesPath(code, number === '' ? '' : `?xong=dau&so=${encodeURIComponent(number)}`))
}

function saidOf(what: string | undefined, number: string | undefined): string | undefined {
  if (what === 'ky') return t.signed
  if (what === 'bo') return t.dropped
  return what === 'dau' ? fill(t.sealed, { number: number ?? '' }) : undefined
}
