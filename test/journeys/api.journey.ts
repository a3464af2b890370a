import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { filingOf, programOf, type Json, type Program } from './support/api.ts'
import { expectTrusted } from './support/peers.ts'
import { citizen, pinOf, sealPinOf } from './support/people.ts'
import { CERTIFIED_COPY as asked } from './support/procedures.ts'

const { address } = inject('system')

/** Names that programs outside build on: they may not change. */
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
const JOURNAL = [
  'dossiers.submitted',
  'dossiers.received',
  'dossiers.assigned',
  'dossiers.appraised',
  'results.drafted',
  'results.approved',
  'results.signed',
  'results.sealed',
  'dossiers.delivered',
]
const PERSON = { applicantKind: 'person', identityPaper: 'personal-id', onBehalf: 'self' }

type Officer = 'desk' | 'head' | 'specialist' | 'signatory' | 'clerk'
const anybody = await programOf()
let owner: Program
let office: Record<Officer, Program>

beforeAll(async () => {
  // A citizen's account is made by signing in once.
  await citizen(asked.citizen)
  const [first, desk, head, specialist, signatory, clerk] = await Promise.all([
    programOf(asked.citizen),
    programOf(asked.desk),
    programOf(asked.head),
    programOf(asked.specialist),
    programOf(asked.signatory),
    programOf(asked.clerk),
  ])
  owner = first
  office = { desk, head, specialist, signatory, clerk }
})

describe('over the API alone', () => {
  test('the description is valid OpenAPI 3.1 and keeps every name', async () => {
    const answer = await fetch(`${address}/api/v1/openapi.json`)
    const description = (await answer.json()) as Json & {
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
    const words = encodeURIComponent('chứng thực bản sao')
    const { procedures } = await anybody.done<{ procedures: { code: string }[] }>('GET', `/procedures?q=${words}`)
    expect(procedures.map(({ code }) => code)).toContain(asked.code)

    const { code } = await owner.done<{ code: string }>('POST', '/dossiers', await filingOf(owner, asked, PERSON))
    const at = `/dossiers/${code}`
    const queue = await office.desk.done<{ items: { code: string }[] }>('GET', '/queue?limit=200')
    expect(queue.items.map((item) => item.code)).toContain(code)
    const view = await office.desk.done<{ dossier: { handling: string } }>('GET', at)
    expect(view.dossier.handling).toBe('submitted')

    expect((await office.head.call('POST', `${at}/receive`, {})).status).toBeGreaterThanOrEqual(403)
    expect(JSON.stringify(await office.desk.done('POST', `${at}/receive`, {}))).toMatch(/20\d\d-\d\d-\d\d/)
    const assignees = await office.head.done<{ accountId: string; fullName: string }[]>('GET', '/assignees')
    const chosen = assignees.find(({ fullName }) => fullName === asked.specialistName)
    await office.head.done('POST', `${at}/assign`, { assigneeAccountId: chosen?.accountId })
    await office.specialist.done('POST', `${at}/appraisals`, {
      outcome: 'eligible',
      note: 'Bản sao đúng với bản chính.',
    })
    const drafted = await office.specialist.done<{ version: number }>('POST', `${at}/result/draft`, {})
    await office.head.done('POST', `${at}/result/approve`, { version: drafted.version })

    const wrongPin = await office.signatory.call<{ code: string }>('POST', `${at}/result/sign`, { pin: '000000' })
    expect(wrongPin.headers.get('content-type')).toContain('application/problem+json')
    expect(wrongPin.json.code).toBe('signing.wrong-pin')
    await office.signatory.done('POST', `${at}/result/sign`, { pin: await pinOf(asked.signatory) })
    await office.clerk.done('POST', `${at}/result/seal`, { pin: await sealPinOf(asked.agencyCode) })
    await office.desk.done('POST', `${at}/result/deliver`, { how: 'counter', receiverName: asked.citizenName })

    const track = await anybody.done('GET', `/track/${code}`)
    expect(track).toEqual({ code, isCompleted: true, own: null })
    const pdf = await download(`${at}/result/file`, owner)
    await expectTrusted(pdf, [asked.signatoryName, asked.agency])
    await expectVerified(pdf)

    const journal = await office.desk.done<{ lines: { what: string }[] }>('GET', `${at}/journal`)
    expect(journal.lines.map(({ what }) => what)).toEqual(expect.arrayContaining(JOURNAL))
  })

  test('sent twice with one key, a filing is one dossier', async () => {
    const body = JSON.stringify(await filingOf(owner, asked, PERSON))
    const headers = {
      authorization: `Bearer ${owner.token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    }
    const send = async () => {
      const answer = await fetch(`${address}/api/v1/dossiers`, { method: 'POST', headers, body })
      return ((await answer.json()) as { code: string }).code
    }
    const [first, second] = await Promise.all([send(), send()])
    expect(first).toMatch(/^H49\./)
    expect([second, await send()]).toEqual([first, first])
  })

  test('bad input is told in Vietnamese, as problem+json', async () => {
    const empty = await owner.call<{ code: string; errors: unknown[] }>('POST', '/dossiers', {})
    expect(empty.status).toBe(422)
    expect(empty.headers.get('content-type')).toContain('application/problem+json')
    expect(empty.json.code).toBe('platform.invalid-input')
    expect(empty.json.errors.length).toBeGreaterThan(1)
    expect((await anybody.call('POST', '/dossiers', {})).status).toBe(401)
    expect((await office.specialist.call('POST', '/dossiers', {})).status).toBe(403)
    expect((await office.desk.call('GET', '/dossiers/H49.136.1-261101-9999')).status).toBe(404)
  })
})

async function download(path: string, { token }: Program): Promise<Buffer> {
  const answer = await fetch(`${address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return Buffer.from(await answer.arrayBuffer())
}

/** Anybody asks about the file itself, about the code on it, and about a file with one byte changed. */
async function expectVerified(pdf: Buffer): Promise<void> {
  const verify = async (bytes: Buffer) => {
    const headers = { 'content-type': 'application/pdf' }
    const answer = await fetch(`${address}/api/v1/verify`, { method: 'POST', headers, body: new Uint8Array(bytes) })
    return (await answer.json()) as { judgement: string; document: { verificationCode: string } | null }
  }
  const issued = await verify(pdf)
  expect(issued.judgement).toBe('issued')
  const byCode = await anybody.done('POST', '/verify', { code: issued.document?.verificationCode })
  expect(byCode.judgement).toBe('by-code')
  const flipped = Buffer.from(pdf)
  flipped.writeUInt8(flipped.readUInt8(2_000) ^ 1, 2_000)
  expect(['altered', 'broken']).toContain((await verify(flipped)).judgement)
}
