import { Type } from 'typebox'
import { apiAction, apiQuery, type Web } from '../../platform/web/web.ts'
import { discardProcessDraft, draftProcess } from '../processes/draft-process.ts'
import { getProcess, listProcesses } from '../processes/get-process.ts'
import { publishProcess } from '../processes/publish-process.ts'
import { ProcessInput } from '../processes/process.ts'
import { exportProcess, importProcess } from '../processes/transfer-process.ts'

const tags = ['processes']
const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const Nullable = <S extends Parameters<typeof Type.Array>[0]>(schema: S) => Type.Union([schema, Type.Null()])
const Saved = Type.Object({ code: Type.String(), revision: Type.Integer() }, { title: 'SavedProcessDraft' })
const Fault = Type.Object({ code: Type.String(), place: Type.Object({}, { additionalProperties: true }) })

const Summary = Type.Object(
  {
    code: Type.String(),
    name: Type.String(),
    procedureCode: Nullable(Type.String()),
    inForce: Nullable(Type.Object({ version: Type.Integer(), validFrom: Day, validTo: Nullable(Day) })),
    upcoming: Nullable(Type.Object({ version: Type.Integer(), validFrom: Day })),
    versions: Type.Integer(),
    draft: Nullable(Type.Object({ revision: Type.Integer(), byName: Type.String(), savedAt: Instant })),
  },
  { title: 'ProcessSummary' },
)

const View = Type.Object(
  {
    code: Type.String(),
    versions: Type.Array(
      Type.Object({
        id: Type.String({ format: 'uuid' }),
        definition: ProcessInput,
        validFrom: Day,
        validTo: Nullable(Day),
        publishedAt: Nullable(Instant),
        publishedBy: Nullable(Type.String()),
      }),
    ),
    inForceId: Nullable(Type.String({ format: 'uuid' })),
    draft: Nullable(
      Type.Object({
        definition: ProcessInput,
        revision: Type.Integer(),
        byName: Type.String(),
        savedAt: Instant,
        faults: Type.Array(Fault, { description: 'Why it cannot be published yet, and where' }),
        changes: Type.Array(Type.Object({ what: Type.String() }, { additionalProperties: true })),
      }),
    ),
  },
  { title: 'ProcessView' },
)

/** Processes over the API, for administrators. */
export async function processApiRoutes(web: Web): Promise<void> {
  apiQuery(web, listProcesses, {
    operationId: 'listProcesses',
    method: 'GET',
    path: '/processes',
    summary: 'Every process with its versions and drafts',
    tags,
    response: Type.Object({ processes: Type.Array(Summary) }),
  })
  apiQuery(web, getProcess, {
    operationId: 'getProcess',
    method: 'GET',
    path: '/processes/:code',
    summary: 'One process: its versions, and its draft with faults and changes',
    tags,
    response: View,
  })
  apiAction(web, draftProcess, {
    operationId: 'saveProcessDraft',
    method: 'PUT',
    path: '/processes/draft',
    summary: 'Save the draft of a process over the revision last seen (0: there was none)',
    tags,
    response: Saved,
  })
  apiAction(web, discardProcessDraft, {
    operationId: 'discardProcessDraft',
    method: 'DELETE',
    path: '/processes/:code/draft',
    summary: 'Throw a draft away',
    tags,
  })
  apiAction(web, publishProcess, {
    operationId: 'publishProcess',
    method: 'POST',
    path: '/processes/:code/publish',
    summary: 'Put a draft in force from a day on; refused with every fault and its place',
    tags,
    response: Type.Object({ id: Type.String(), code: Type.String(), version: Type.Integer(), validFrom: Day }),
  })
  apiQuery(web, exportProcess, {
    operationId: 'exportProcess',
    method: 'GET',
    path: '/processes/:code/bpmn',
    summary: 'A process as BPMN 2.0: the version in force, `version`, or the draft',
    tags,
    response: Type.Object({ code: Type.String(), version: Nullable(Type.Integer()), xml: Type.String() }),
  })
  apiAction(web, importProcess, {
    operationId: 'importProcess',
    method: 'POST',
    path: '/processes/bpmn',
    summary: 'Make a BPMN 2.0 file the draft of its process; refused whole, with what cannot be taken',
    tags,
    response: Saved,
  })
}
