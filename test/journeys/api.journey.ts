import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { tokenOf } from './support/command.ts'
import { paperPdf } from './support/papers.ts'
import { expectTrusted } from './support/peers.ts'
import { citizen, pinOf, sealPinOf } from './support/people.ts'
import { CERTIFIED_COPY as asked } from './support/procedures.ts'

const { address } = inject('system')

/** Names the outside builds on: they may not change. */
const OPERATIONS = [
  'searchProcedures',
  'getProcedure',
  'submitDossier',
  'uploadFile',
  'listQueue',
  'getDossier',
  'receiveDossier',
  'requestSupplement',
  'refuseIntake',
  'assignDossier',
  'recordAppraisal',
  'draftResult',
  'approveResult',
  'signResult',
  'sealResult',
  'deliverResult',
  'trackDossier',
  'downloadResult',
  'verifyDocument',
  'getJournal',
]

type Json = Record<string, unknown>
type Person = 'citizen' | 'desk' | 'head' | 'specialist' | 'signatory' | 'clerk'

const tokens = new Map<Person, string>()

beforeAll(async () => {
  // A citizen's account is made by signing in once.
  await citizen(asked.citizen)
  for (const person of ['citizen', 'desk', 'head', 'specialist', 'signatory', 'clerk'] as const)
    tokens.set(person, await tokenOf(asked[person]))
})

async function call<T = Json>(
  person: Person | null,
  method: 'GET' | 'POST',
  path: string,
  body?: Json | FormData,
): Promise<{ status: number; json: T; headers: Headers }> {
  const isForm = body instanceof FormData
  const answer = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(person === null ? {} : { authorization: `Bearer ${tokens.get(person)}` }),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
  return { status: answer.status, json: (await answer.json()) as T, headers: answer.headers }
}

/** Calls, and fails with the problem when it is refused. */
async function done<T = Json>(
  person: Person | null,
  method: 'GET' | 'POST',
  path: string,
  body?: Json | FormData,
): Promise<T> {
  const { status, json } = await call<T>(person, method, path, body)
  expect(status, JSON.stringify(json)).toBeLessThan(300)
  return json
}

async function upload(person: Person, name: string): Promise<{ id: string; sha256: string }> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await paperPdf('Ban chinh'))], { type: 'application/pdf' }), name)
  return done(person, 'POST', '/files', form)
}

describe('over the API alone', () => {
  test('the description is valid OpenAPI 3.1 and keeps every name', async () => {
    const description = (await (await fetch(`${address}/api/v1/openapi.json`)).json()) as Json & {
      paths: Record<string, Record<string, { operationId?: string }>>
    }
    expect(description.openapi).toMatch(/^3\.1\./)
    const judged = await new Validator().validate(description)
    expect(judged.valid, JSON.stringify(judged.errors)?.slice(0, 2_000)).toBe(true)
    const named = Object.values(description.paths).flatMap((path) =>
      Object.values(path).flatMap(({ operationId }) => operationId ?? []),
    )
    expect(named).toEqual(expect.arrayContaining(OPERATIONS))
    expect(new Set(named).size).toBe(named.length)
  })

  test('a certified copy goes from the search to the journal', async () => {
    const { procedures } = await done<{ procedures: { code: string }[] }>(
      null,
      'GET',
      `/procedures?q=${encodeURIComponent('chứng thực bản sao')}`,
    )
    expect(procedures.map(({ code }) => code)).toContain(asked.code)
    const procedure = await done<{
      components: { code: string; kind: string; eform: boolean; conditional: boolean }[]
    }>(null, 'GET', `/procedures/${asked.code}`)
    const papers = procedure.components.filter(
      ({ kind, eform, conditional }) => kind === 'paper' && !eform && !conditional,
    )
    const file = await upload('citizen', 'bang-tot-nghiep.pdf')
    const filing = {
      procedureCode: asked.code,
      competentUnitCode: asked.agencyCode,
      answers: {
        applicantKind: 'person',
        fullName: asked.citizenName,
        personalId: asked.citizen,
        bornOn: '1985-11-02',
        phone: '0912000274',
        address: 'Tổ 9, khu 4',
        communeCode: '06673',
        onBehalf: 'self',
        request: asked.request,
        resultDelivery: 'counter',
        declaredTrue: true,
      },
      components: papers.map(({ code }) => ({ componentCode: code, form: 'electronic', fileIds: [file.id] })),
    }
    const { code } = await done<{ code: string }>('citizen', 'POST', '/dossiers', filing)
    const at = `/dossiers/${code}`

    const queue = await done<{ items: { code: string }[] }>('desk', 'GET', '/queue?limit=200')
    expect(queue.items.map((item) => item.code)).toContain(code)
    const view = await done<{ dossier: { handling: string }; components: { documents: { sha256: string }[] }[] }>(
      'desk',
      'GET',
      at,
    )
    expect(view.dossier.handling).toBe('submitted')
    expect(view.components.flatMap(({ documents }) => documents.map(({ sha256 }) => sha256))).toContain(file.sha256)
    expect((await call('head', 'POST', `${at}/receive`, {})).status).toBe(403)

    const received = await done<Json>('desk', 'POST', `${at}/receive`, {})
    expect(JSON.stringify(received)).toMatch(/20\d\d-\d\d-\d\d/)
    const assignees = await done<{ accountId: string; fullName: string }[]>('head', 'GET', '/assignees')
    const chosen = assignees.find(({ fullName }) => fullName === asked.specialistName)
    await done('head', 'POST', `${at}/assign`, { assigneeAccountId: chosen?.accountId })
    await done('specialist', 'POST', `${at}/appraisals`, { outcome: 'eligible', note: 'Bản sao đúng với bản chính.' })
    const drafted = await done<{ version: number }>('specialist', 'POST', `${at}/result/draft`, {})
    await done('head', 'POST', `${at}/result/approve`, { version: drafted.version })

    const wrongPin = await call<{ code: string; title: string }>('signatory', 'POST', `${at}/result/sign`, {
      pin: '000000',
    })
    expect(wrongPin.status).toBeGreaterThanOrEqual(400)
    expect(wrongPin.headers.get('content-type')).toContain('application/problem+json')
    expect(wrongPin.json.code).toBe('signing.wrong-pin')
    await done('signatory', 'POST', `${at}/result/sign`, { pin: await pinOf(asked.signatory) })
    await done('clerk', 'POST', `${at}/result/seal`, { pin: await sealPinOf(asked.agencyCode) })
    await done('desk', 'POST', `${at}/result/deliver`, { how: 'counter', receiverName: asked.citizenName })

    const track = await done<{ isCompleted: boolean; own: unknown }>(null, 'GET', `/track/${code}`)
    expect(track).toMatchObject({ code, isCompleted: true, own: null })
    const answer = await fetch(`${address}/api/v1${at}/result/file`, {
      headers: { authorization: `Bearer ${tokens.get('citizen')}` },
    })
    const pdf = Buffer.from(await answer.arrayBuffer())
    await expectTrusted(pdf, [asked.signatoryName, asked.agency])

    const verify = async (bytes: Buffer) => {
      const told = await fetch(`${address}/api/v1/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/pdf' },
        body: new Uint8Array(bytes),
      })
      return (await told.json()) as { judgement: string; document: { verificationCode: string } | null }
    }
    const issued = await verify(pdf)
    expect(issued.judgement).toBe('issued')
    const byCode = await done<{ judgement: string }>(null, 'POST', '/verify', {
      code: issued.document?.verificationCode,
    })
    expect(byCode.judgement).toBe('by-code')
    const flipped = Buffer.from(pdf)
    flipped.writeUInt8(flipped.readUInt8(2_000) ^ 1, 2_000)
    expect(['altered', 'broken']).toContain((await verify(flipped)).judgement)

    const journal = await done<{ lines: { what: string; seq: number }[] }>('desk', 'GET', `${at}/journal`)
    const told = journal.lines.map(({ what }) => what)
    for (const what of [
      'dossiers.submitted',
      'dossiers.received',
      'dossiers.assigned',
      'dossiers.appraised',
      'results.drafted',
      'results.approved',
      'results.signed',
      'results.sealed',
      'dossiers.delivered',
    ])
      expect(told).toContain(what)
  })

  test('sent twice with one key, a filing is one dossier', async () => {
    const procedure = await done<{
      components: { code: string; kind: string; eform: boolean; conditional: boolean }[]
    }>(null, 'GET', `/procedures/${asked.code}`)
    const file = await upload('citizen', 'bang.pdf')
    const body = JSON.stringify({
      procedureCode: asked.code,
      competentUnitCode: asked.agencyCode,
      answers: {
        applicantKind: 'person',
        fullName: asked.citizenName,
        personalId: asked.citizen,
        bornOn: '1985-11-02',
        phone: '0912000274',
        address: 'Tổ 9',
        communeCode: '06673',
        onBehalf: 'self',
        request: asked.request,
        resultDelivery: 'electronic',
        declaredTrue: true,
      },
      components: procedure.components
        .filter(({ kind, eform, conditional }) => kind === 'paper' && !eform && !conditional)
        .map(({ code }) => ({ componentCode: code, form: 'electronic', fileIds: [file.id] })),
    })
    const send = async () => {
      const answer = await fetch(`${address}/api/v1/dossiers`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens.get('citizen')}`,
          'content-type': 'application/json',
          'idempotency-key': 'one-filing',
        },
        body,
      })
      return (await answer.json()) as { code: string }
    }
    const [first, second] = await Promise.all([send(), send()])
    expect(second?.code).toBe(first?.code)
    expect((await send()).code).toBe(first?.code)
  })

  test('bad input is told in Vietnamese, as problem+json', async () => {
    const empty = await call<{ title: string; code: string; errors: { path: string; message: string }[] }>(
      'citizen',
      'POST',
      '/dossiers',
      {},
    )
    expect(empty.status).toBe(422)
    expect(empty.headers.get('content-type')).toContain('application/problem+json')
    expect(empty.json.code).toBe('platform.invalid-input')
    expect(empty.json.errors.length).toBeGreaterThan(1)
    expect((await call(null, 'POST', '/dossiers', {})).status).toBe(401)
    expect((await call('specialist', 'POST', '/dossiers', {})).status).toBe(403)
    expect((await call('desk', 'GET', '/dossiers/H49.136.1-261101-9999')).status).toBe(404)
  })
})
