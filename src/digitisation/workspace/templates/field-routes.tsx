import { Refusal } from '../../../platform/refusal.ts'
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
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { changeTemplateField } from '../../templates/edit-template.ts'
import { getTemplate } from '../../templates/get-templates.ts'
import { getFieldSlips } from '../../templates/field-figures.ts'
import { clickedIn, editedField, typedIn, typedOf, type Typed } from './field-form.ts'
import { FieldPage } from './field.page.tsx'
import { NEW_FIELD, templatePath, TEMPLATES_PATH } from './paths.ts'
import { isDrawn } from './sample-picture.tsx'
import { SlipsPage } from './slips.page.tsx'
import { spanIn } from './span.ts'
import { templatePageTexts as words } from './texts.ts'

type ByField = { Params: { type: string; name: string }; Querystring: { mau?: string; thang?: string } }

/** The page of one field; a click on the sample's picture comes back with everything that was typed. */
export async function fieldRoutes(web: Web): Promise<void> {
  web.get<ByField>(`${TEMPLATES_PATH}/:type/muc/:name`, (request, reply) =>
    showField(request, reply, request.params, request.query.mau),
  )

  web.get<ByField>(`${TEMPLATES_PATH}/:type/muc/:name/vi-du`, async (request, reply) => {
    const [{ type: typeCode, name }, months] = [request.params, spanIn(request.query.thang)]
    const view = await ask(request, getFieldSlips, { typeCode, name, months })
    const body = <SlipsPage {...{ typeCode, months, view }} />
    return sitePage(request, reply, { site: 'workspace', title: words.title, body, current: TEMPLATES_PATH })
  })

  web.post<ByField>(`${TEMPLATES_PATH}/:type/muc/:name`, async (request, reply) => {
    const [form, { type: typeCode, name }] = [formBody(request), request.params]
    const typed = typedIn(form)
    const { samples } = await ask(request, getTemplate, { typeCode })
    const picture = samples.find(({ id }) => id === field(form, 'mau-thu'))
    if (picture?.width && picture.height) {
      const clicked = clickedIn(form, typed, { width: picture.width, height: picture.height })
      if (clicked) return showField(request, reply, { type: typeCode, name }, picture.id, clicked)
    }
    const isGone = field(form, 'viec') === 'bo'
    const done = await attempt(() =>
      act(request, changeTemplateField, {
        typeCode,
        version: Number(field(form, 'ban')),
        name: typed.name,
        field: isGone ? null : editedField(typed),
      }),
    )
    if (done.ok) return redirect(reply, templatePath(typeCode))
    return showField(request, reply, { type: typeCode, name }, picture?.id, typed, done.refusal)
  })
}

async function showField(
  request: WebRequest,
  reply: WebReply,
  { type: typeCode, name }: ByField['Params'],
  sampleId: string | undefined,
  typed?: Typed,
  refusal?: Refusal,
): Promise<WebReply> {
  const { draft, samples } = await ask(request, getTemplate, { typeCode })
  const isNew = name === NEW_FIELD
  const known = draft?.content.fields.find((one) => one.name === name)
  if (!draft || (!isNew && !known)) throw new Refusal('platform.not-found')
  const body = (
    <FieldPage
      typeCode={typeCode}
      isNew={isNew}
      typed={typed ?? typedOf(known)}
      version={draft.version}
      samples={samples}
      sample={samples.find(({ id }) => id === sampleId) ?? samples.find(isDrawn)}
      errors={refusal ? [{ message: refusalText(request, refusal) }] : []}
      token={formToken(request, reply)}
    />
  )
  const status = refusal ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: words.title, body, current: TEMPLATES_PATH, status })
}
