import type { FastifySchema, HTTPMethods } from 'fastify'
import { Type, type TSchema } from 'typebox'
import { runAction, type Action } from '../action.ts'
import { runErrand, type Errand } from '../errand.ts'
import { runQuery, type Query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { webTexts } from '../texts.ts'
import type { Web, WebRequest } from './web.ts'

export const API_BASE = '/api/v1'

type Endpoint = {
  operationId: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, with `:name` for parts of the path. */
  path: string
  summary: string
  tags: string[]
  status?: number
  response?: TSchema
  /** Where strangers knock: fewer requests from one address than elsewhere. */
  perMinute?: number
  /** Default: parts of the path, then the query, then the body. */
  input?: (request: WebRequest) => unknown
  /** What programs are sent of the result; refuses what the work answers but a program takes for a refusal. */
  answer?: (result: unknown) => unknown
}

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
  },
  { title: 'Problem', description: 'RFC 9457 problem details', additionalProperties: true },
)

/** Opens an action at an address of the API, described by the action's own schema. */
export function apiAction(
  web: Web,
  action: Action<never, unknown> | Action<TSchema, never> | object,
  endpoint: Endpoint,
): void {
  const definition = action as Action
  register(web, definition.input, endpoint, (request, input) => {
    const key = request.headers['idempotency-key']
    const meta = { requestId: request.id, ...(typeof key === 'string' ? { idempotencyKey: key.slice(0, 200) } : {}) }
    return runAction(web.app, definition, request.actor, input, meta)
  })
}

/** Opens an errand at an address of the API. Sent twice, the second finds the work done and says so. */
export function apiErrand(web: Web, errand: Errand<never, unknown> | object, endpoint: Endpoint): void {
  const definition = errand as Errand
  register(web, definition.input, endpoint, (request, input) =>
    runErrand(web.app, definition, request.actor, input, { requestId: request.id }),
  )
}

/** Opens a query at an address of the API. */
export function apiQuery(web: Web, query: Query<never, unknown> | object, endpoint: Endpoint): void {
  const definition = query as Query
  register(web, definition.input, endpoint, (request, input) => runQuery(web.app, definition, request.actor, input))
}

function register(
  web: Web,
  input: TSchema,
  endpoint: Endpoint,
  run: (request: WebRequest, input: unknown) => Promise<unknown>,
): void {
  const { method, path, status, input: readInput, perMinute, answer } = endpoint
  web.route({
    method: method as HTTPMethods,
    url: `${API_BASE}${path}`,
    schema: describe(input, endpoint),
    // The action checks its own input, with messages in Vietnamese; the schema here only describes.
    validatorCompiler: () => () => true,
    serializerCompiler: () => (data) => JSON.stringify(data),
    ...(perMinute === undefined ? {} : { config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } } }),
    async handler(request, reply) {
      const given = readInput ? readInput(request) : gather(request, input)
      const done = await run(request, given)
      const result = answer ? answer(done) : done
      return reply.code(status ?? 200).send(result === undefined ? { ok: true } : forJson(result))
    },
  })
}

function gather(request: WebRequest, schema: TSchema): unknown {
  const body = request.body
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body))) {
    throw new Refusal('platform.invalid-input', { errors: [{ path: '/', message: webTexts.needsObject }] })
  }
  const text = { ...(request.query as Record<string, unknown>), ...(request.params as Record<string, unknown>) }
  return { ...(body as object | null), ...withTypes(text, schema) }
}

/** Addresses carry text only: numbers and truth values are read where the schema asks for them. */
function withTypes(values: Record<string, unknown>, schema: TSchema): Record<string, unknown> {
  const properties = propertiesOf(schema)
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const type = (properties[name] as { type?: string } | undefined)?.type
      if ((type === 'integer' || type === 'number') && value !== '' && Number.isFinite(Number(value)))
        return [name, Number(value)]
      if (type === 'boolean' && (value === 'true' || value === 'false')) return [name, value === 'true']
      return [name, value]
    }),
  )
}

function propertiesOf(schema: TSchema): Record<string, TSchema> {
  return (schema as { properties?: Record<string, TSchema> }).properties ?? {}
}

/** Splits an input schema into path, query and body as OpenAPI wants them. */
function describe(
  input: TSchema,
  { method, path, operationId, summary, tags, status, response }: Endpoint,
): FastifySchema {
  const properties = propertiesOf(input)
  const required = new Set((input as { required?: string[] }).required ?? [])
  const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const rest = Object.entries(properties).filter(([name]) => !inPath.includes(name))
  const object = (entries: [string, TSchema][]) => ({
    type: 'object',
    properties: Object.fromEntries(entries),
    required: entries.map(([name]) => name).filter((name) => required.has(name)),
  })
  const parameters = inPath.map((name): [string, TSchema] => [name, properties[name] ?? Type.String()])
  return {
    operationId,
    summary,
    tags,
    security: [{ token: [] }],
    ...(parameters.length > 0 ? { params: { ...object(parameters), required: inPath } } : {}),
    ...(method === 'GET' ? { querystring: object(rest) } : rest.length > 0 ? { body: object(rest) } : {}),
    response: { [status ?? 200]: response ?? { type: 'object', additionalProperties: true }, '4xx': Problem },
  } as FastifySchema
}

function forJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? item.toString() : item)))
}
