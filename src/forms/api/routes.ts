import { Type } from 'typebox'
import { apiAction, apiQuery, type Web } from '../../platform/web/web.ts'
import { discardFormDraft, draftForm, stepFormDraft } from '../editing/draft-form.ts'
import { getForm, listForms } from '../editing/get-form.ts'
import { publishFormDraft } from '../editing/publish-draft.ts'
import { exportFormFile, importFormFile } from '../exchange/carry-form.ts'

const tags = ['forms']
const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const Nullable = <S extends Parameters<typeof Type.Array>[0]>(schema: S) => Type.Union([schema, Type.Null()])
const Standing = Nullable(Type.Object({ version: Type.Integer(), validFrom: Day }))
/** As in `form-input.ts`; an answer is not checked again. */
const Layout = Type.Object({}, { additionalProperties: true, description: 'Pages, sections and questions' })

const Summary = Type.Object(
  {
    code: Type.String({ description: 'The procedure it belongs to' }),
    name: Type.String(),
    inForce: Standing,
    upcoming: Standing,
    draft: Nullable(Type.Object({ revision: Type.Integer(), byName: Type.String(), savedAt: Instant })),
  },
  { title: 'FormSummary' },
)

const View = Type.Object(
  {
    code: Type.String(),
    versions: Type.Array(
      Type.Object({
        definition: Type.Object({
          id: Type.String(),
          version: Type.Integer(),
          schema: Type.Object({}, { additionalProperties: true, description: 'JSON Schema 2020-12 of the data' }),
          layout: Layout,
        }),
        validFrom: Day,
        publishedAt: Instant,
        publishedBy: Nullable(Type.String()),
      }),
    ),
    inForce: Nullable(Type.Integer()),
    draft: Nullable(
      Type.Object({
        layout: Layout,
        revision: Type.Integer(),
        byName: Type.String(),
        savedAt: Instant,
        faults: Type.Array(Type.Object({ code: Type.String() }, { additionalProperties: true }), {
          description: 'Why it cannot be published yet, and where',
        }),
        changes: Type.Array(Type.Object({ of: Type.String(), what: Type.String() }, { additionalProperties: true })),
      }),
    ),
  },
  { title: 'FormView' },
)

/** Electronic forms over the API, for administrators; those who supervise may read. */
export async function formsApiRoutes(web: Web): Promise<void> {
  apiQuery(web, listForms, {
    operationId: 'listForms',
    method: 'GET',
    path: '/forms',
    summary: 'Every form of a procedure’s own with the version in force and its draft',
    tags,
    response: Type.Object({ forms: Type.Array(Summary) }),
  })
  apiQuery(web, getForm, {
    operationId: 'getForm',
    method: 'GET',
    path: '/forms/:code',
    summary: 'One form: its versions with their schemas, and its draft with faults and changes',
    tags,
    response: View,
  })
  apiAction(web, draftForm, {
    operationId: 'saveFormDraft',
    method: 'PUT',
    path: '/forms/:code/draft',
    summary: 'Save the draft of a form over the revision last seen (0: there was none)',
    tags,
    response: Type.Object({ code: Type.String(), revision: Type.Integer() }, { title: 'SavedFormDraft' }),
  })
  apiAction(web, stepFormDraft, {
    operationId: 'stepFormDraft',
    method: 'POST',
    path: '/forms/:code/draft/step',
    summary: 'Undo the last saving of a draft (`back`), or do again what was undone (`ahead`)',
    tags,
    response: Type.Object({ code: Type.String(), revision: Type.Integer() }, { title: 'SavedFormDraft' }),
  })
  apiAction(web, discardFormDraft, {
    operationId: 'discardFormDraft',
    method: 'DELETE',
    path: '/forms/:code/draft',
    summary: 'Throw a draft away',
    tags,
  })
  apiAction(web, publishFormDraft, {
    operationId: 'publishForm',
    method: 'POST',
    path: '/forms/:code/publish',
    summary: 'Put a draft in force from a day on; refused with every fault and its place',
    tags,
    response: Type.Object({ code: Type.String(), version: Type.Integer(), validFrom: Day }),
  })
  apiQuery(web, exportFormFile, {
    operationId: 'exportForm',
    method: 'GET',
    path: '/forms/:code/file',
    summary: 'A published form as a file; the one in force unless a version is named',
    tags,
  })
  apiAction(web, importFormFile, {
    operationId: 'importForm',
    method: 'POST',
    path: '/forms/import',
    summary: 'Publish the form in a file of ours or of form.io; answers what could not be taken over',
    tags,
  })
}
