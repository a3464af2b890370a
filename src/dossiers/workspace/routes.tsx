import { ask, type Web } from '../../platform/web/web.ts'
import { fileDownload } from '../../documents/index.ts'
import { getDossierFile } from '../reading/get-dossier-file.ts'
import { appraiseForm } from './appraise.tsx'
import { assignForm } from './assign.tsx'
import { consultationRoutes } from './consultation/routes.ts'
import { groundForm } from './ground-form.tsx'
import { helpingRoutes } from './helping/routes.tsx'
import { linkedRoutes } from './linked/routes.tsx'
import { numberForm } from './number-form.tsx'
import { moreRoutes } from './more.tsx'
import { paperRoutes } from './paper-routes.ts'
import { receiveForm } from './receive.tsx'
import { refuseForm } from './refuse.tsx'
import { registerRoutes } from './register/routes.tsx'
import { openSideForm } from './side-form.tsx'
import { stopForm } from './stop.tsx'
import { supplementForm } from './supplement.tsx'
import { extendForm, resumeForm, returnForm, suspendForm, takeForm, undoForm } from './turns.tsx'
import { openWorkForm } from './work-form.tsx'

type FileParams = { Params: { code: string; fileId: string } }

/** What officers do with a dossier up to the draft of its result, and its files for those who reach it. */
export async function dossiersWorkspaceRoutes(web: Web): Promise<void> {
  openWorkForm(web, receiveForm)
  openWorkForm(web, supplementForm)
  openWorkForm(web, refuseForm)
  openWorkForm(web, assignForm)
  openWorkForm(web, appraiseForm)
  openWorkForm(web, takeForm)
  openWorkForm(web, returnForm)
  openWorkForm(web, suspendForm)
  openWorkForm(web, resumeForm)
  openWorkForm(web, extendForm)
  openWorkForm(web, stopForm)
  openWorkForm(web, undoForm)
  openSideForm(web, groundForm)
  openSideForm(web, numberForm)
  moreRoutes(web)
  paperRoutes(web)
  await registerRoutes(web)
  await consultationRoutes(web)
  await linkedRoutes(web)
  await helpingRoutes(web)

  web.get<FileParams>('/lam/:code/tep/:fileId', async (request, reply) => {
    const { code, fileId } = request.params
    const file = await ask(request, getDossierFile, { dossierCode: code, fileId })
    return fileDownload(reply, web.app, file, { inline: true })
  })
  web.get<FileParams>('/lam/:code/tep/:fileId/tai', async (request, reply) => {
    const { code, fileId } = request.params
    return fileDownload(reply, web.app, await ask(request, getDossierFile, { dossierCode: code, fileId }))
  })
}
