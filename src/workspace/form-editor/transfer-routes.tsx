import { Refusal } from '../../platform/refusal.ts'
import { act, ask, attempt, type Web, type WebReply, type WebRequest } from '../../platform/web/web.ts'
import { readUploadedForm } from '../../catalogue/workspace/read-uploaded-text.ts'
import { draftForm, exportForm, getForm, listForms, readFormFile, type FormLayout } from '../../forms/index.ts'
import { showDraft } from './draft-routes.tsx'
import { FORMS_PATH } from './list.page.tsx'

type ByVersion = { Params: { code: string }; Querystring: { ban?: string } }

/** Doors for files: a version or the draft goes out; ours and form.io's come in as a draft. */
export async function transferRoutes(
  web: Web,
  showList: (request: WebRequest, reply: WebReply, refused: { refusal: Refusal }) => Promise<WebReply>,
): Promise<void> {
  web.get<ByVersion>(`${FORMS_PATH}/:code/tep`, async (request, reply) => {
    const { code } = request.params
    const { ban = 'nhap' } = request.query
    const { versions, draft } = await ask(request, getForm, { code })
    const published = versions.find(({ definition }) => String(definition.version) === ban)?.definition
    // A draft will be the version after the newest.
    const version = published?.version ?? (versions[0]?.definition.version ?? 0) + 1
    const layout = published?.layout ?? (ban === 'nhap' ? draft?.layout : undefined)
    if (!layout) throw new Refusal('forms.not-found', { code })
    return reply
      .header('content-disposition', `attachment; filename="${code}-${ban === 'nhap' ? 'nhap' : version}.json"`)
      .type('application/json; charset=utf-8')
      .send(exportForm({ id: code, version, layout }))
  })

  web.post(`${FORMS_PATH}/tep`, { config: { multipart: true } }, async (request, reply) => {
    const { text, fields } = await readUploadedForm(request, 'tep')
    const outcome = await attempt(async () => {
      const read = readFormFile(text)
      const code = fields.ma || read.code
      if (code === undefined) throw new Refusal('forms.without-code')
      await act(request, draftForm, { code, layout: readyFor(read), over: await revisionOf(request, code) })
      return { code, notes: read.notes.map(({ component, what }) => `${component}: ${what}`) }
    })
    if (!outcome.ok) return showList(request, reply, { refusal: outcome.refusal })
    return showDraft(request, reply, outcome.result.code, { notes: outcome.result.notes })
  })
}

/** A form of another system has no common pages; here it stands between them, as every application does. */
function readyFor({ code, layout }: { code?: string; layout: FormLayout }): FormLayout {
  return code === undefined && !layout.application ? { ...layout, application: { behalf: true } } : layout
}

/** Whoever imports takes the place of the draft that is there, as the list they came from shows it. */
async function revisionOf(request: WebRequest, code: string): Promise<number> {
  const { forms } = await ask(request, listForms, {})
  return forms.find((form) => form.code === code)?.draft?.revision ?? 0
}
