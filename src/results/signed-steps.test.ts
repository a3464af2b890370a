import { openBareWeb, type BareWeb } from '../../test/support/bare-web.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProcessDefinition } from '../catalogue/index.ts'
import {
  assignDossier,
  getConsultation,
  getDossier,
  getDossierFile,
  giveOpinion,
  receiveDossier,
  recordAppraisal,
  requestDemandedOpinions,
  signAppraisal,
  signOpinion,
  submitDossier,
} from '../dossiers/index.ts'
import { aFiling, besideAppraisal, publishOwnProcess } from '../dossiers/testing.ts'
import { dossiersWorkspaceRoutes } from '../dossiers/workspace/routes.tsx'
import { fileBytes } from '../documents/index.ts'
import { ANONYMOUS, type Actor } from '../platform/actor.ts'
import { linesOf } from '../platform/journal/read.ts'
import { certifyPerson, verifyPdf } from '../signing/index.ts'
import { approveResult } from './approve-result.ts'
import { approveBatch } from './batch/approve-batch.ts'
import { gatherBatch } from './batch/gather-batch.ts'
import { getBatch } from './batch/get-batch.ts'
import { bulkApprove } from './bulk/bulk-approve.ts'
import { draftResult } from './draft-result.ts'
import { returnDraft } from './return-draft.ts'
import { signApproval } from './sign-approval.ts'
import { CERTIFIED_COPY, codeOf, openResultsWorld, type ResultsWorld } from './testing.ts'
import { resultsWorkspaceRoutes } from './workspace/routes.tsx'

const PIN = '246810'
const STEP = 'hoi-so'

let world: ResultsWorld
let site: BareWeb
let actor: Actor = ANONYMOUS
const bodyCode = () => world.people.consulted.grants[0]?.unitCode ?? ''
const dossierOf = (dossierCode: string) => world.read(getDossier, world.people.specialist, { dossierCode })

const versionOf = async (dossierCode: string) => String((await dossierOf(dossierCode)).dossier.version)

/** The five steps with a signature asked at every one, as Quảng Ninh does, and one body asked beside the appraisal. */
function everyStepSigned(process: ProcessDefinition): ProcessDefinition {
  const signing = process.steps.map((step) => {
    if (step.code === 'tham-dinh') return { ...step, signed: true }
    return step.code === 'phe-duyet' ? { ...step, signed: true, produces: ['approval'] } : step
  })
  const asking = besideAppraisal({
    code: STEP,
    name: 'Lấy ý kiến',
    kind: 'consultation',
    signed: true,
    consultation: { bodies: [bodyCode()], termHours: 1, completeness: 'all', lead: 'competent' },
  })
  return { ...process, steps: [...signing, asking] }
}

beforeAll(async () => {
  world = await openResultsWorld()
  const { app, pki, people } = world
  for (const { accountId } of [people.specialist, people.head, people.consulted]) {
    await certifyPerson(app, pki, { accountId, agency: 'UBND phường Bãi Cháy', pin: PIN })
  }
  site = await openBareWeb(
    app,
    () => actor,
    async (web) => {
      await dossiersWorkspaceRoutes(web)
      await resultsWorkspaceRoutes(web)
    },
  )
  await publishOwnProcess(app, people.administrator, CERTIFIED_COPY, everyStepSigned)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

async function assigned(): Promise<string> {
  const { app, people, run } = world
  const { code: dossierCode } = await run(submitDossier, people.hanh, await aFiling(app, people.hanh, CERTIFIED_COPY))
  await run(receiveDossier, people.desk, { dossierCode })
  await run(assignDossier, people.head, { dossierCode, assigneeAccountId: people.specialist.accountId })
  return dossierCode
}

/** The body's answer, signed by its officer. */
async function answered(dossierCode: string): Promise<void> {
  const { people, run, undertake, read } = world
  await run(requestDemandedOpinions, people.specialist, {
    dossierCode,
    stepCode: STEP,
    question: 'Đề nghị cho ý kiến.',
    whyAfterDue: 'Thủ tục trả trong ngày.',
  })
  const { consultations } = await read(getConsultation, people.head, { dossierCode })
  const given = { opinionId: consultations.at(-1)?.bodies[0]?.id ?? '', answer: 'agree' as const, seen: 0 }
  expect(await codeOf(run(giveOpinion, people.consulted, given))).toBe('dossiers.sign-record')
  await undertake(signOpinion, people.consulted, { ...given, text: 'Nhất trí.', pin: PIN })
}

describe('a process that asks for a signature at every step', () => {
  test('the conclusion counts once its sheet is signed, and the sheet is a signed PDF for everybody', async () => {
    const { app, people, pki, undertake, read, run } = world
    const dossierCode = await assigned()
    const conclusion = { dossierCode, outcome: 'eligible' as const, note: 'Đủ điều kiện.\nGiấy tờ khớp bản chính.' }
    expect(await codeOf(run(recordAppraisal, people.specialist, conclusion))).toBe('dossiers.sign-record')
    expect((await dossierOf(dossierCode)).appraisals).toEqual([])

    await undertake(signAppraisal, people.specialist, { ...conclusion, pin: PIN })
    const view = await dossierOf(dossierCode)
    expect(view.dossier.appraisal).toBe('eligible')
    expect(view.records).toMatchObject([{ kind: 'appraisal', no: 1, stepName: 'Thẩm định' }])
    const file = view.records[0]?.file
    if (!file) throw new Error('no record')
    const report = verifyPdf(await fileBytes(app, file.id), pki.trust, world.clock.now())
    expect(report).toMatchObject({
      verdict: 'valid',
      signatures: [{ signer: { commonName: people.specialist.fullName }, reason: 'Thẩm định hồ sơ' }],
    })
    const lines = await linesOf(app.db, `dossier:${view.dossier.id}`)
    expect(lines.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['dossiers.record-to-sign', 'dossiers.record-signed', 'dossiers.appraised']),
    )
    // Between offices only: citizens get the result.
    expect((await read(getDossier, people.hanh, { dossierCode })).records).toEqual([])
    expect(await codeOf(read(getDossierFile, people.hanh, { dossierCode, fileId: file.id }))).toBe('platform.not-found')
  })

  test('a wrong PIN changes nothing and keeps no conclusion', async () => {
    const { people, undertake } = world
    const dossierCode = await assigned()
    const conclusion = { dossierCode, outcome: 'ineligible' as const, note: 'Thiếu bản chính.' }
    const wrong = undertake(signAppraisal, people.specialist, { ...conclusion, pin: '000000' })
    expect(await codeOf(wrong)).toBe('signing.wrong-pin')
    const { dossier, records } = await dossierOf(dossierCode)
    expect({ appraisal: dossier.appraisal, records }).toEqual({ appraisal: null, records: [] })
  })

  test('the pages ask for the PIN, lose nothing when it is wrong, and go on when it is right', async () => {
    const { people, run } = world
    const dossierCode = await assigned()
    actor = people.specialist
    const page = `/lam/${dossierCode}/tham-dinh`
    const typed = { 'ket-luan': 'eligible', 'ghi-chu': 'Khớp bản chính.', 'phien-ban': await versionOf(dossierCode) }
    expect((await site.web.inject({ url: page })).body).toContain('Mã PIN chữ ký số của bạn')
    const wrong = await site.post(page, page, { ...typed, pin: '135790' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Mã PIN chưa đúng')
    expect(wrong.body).toContain('Khớp bản chính.')
    expect(wrong.body).not.toContain('135790')
    expect((await site.post(page, page, { ...typed, pin: PIN })).headers.location).toContain('xong=recordAppraisal')

    await answered(dossierCode)
    await run(draftResult, people.specialist, { dossierCode })
    actor = people.head
    const approval = `/lam/${dossierCode}/duyet`
    expect((await site.web.inject({ url: approval })).body).toContain('Mã PIN chữ ký số của bạn')
    const missing = await site.post(approval, approval, { 'phien-ban': '1' })
    expect(missing.statusCode).toBe(422)
    const done = await site.post(approval, approval, { 'phien-ban': '1', pin: PIN })
    expect(done.headers.location).toContain('xong=approveResult')
  })

  test('nobody signs in the place of the specialist, and nobody out of reach', async () => {
    const { people, undertake } = world
    const dossierCode = await assigned()
    const conclusion = { dossierCode, outcome: 'eligible' as const, note: 'Đủ.', pin: PIN }
    expect(await codeOf(undertake(signAppraisal, people.head, conclusion))).toBe('platform.forbidden')
    expect(await codeOf(undertake(signAppraisal, people.otherSpecialist, conclusion))).toBe('platform.not-found')
  })

  /** Appraised, answered and drafted, at the approval. */
  async function drafted(): Promise<string> {
    const { people, undertake, run } = world
    const dossierCode = await assigned()
    const conclusion = { dossierCode, outcome: 'eligible' as const, note: 'Đủ điều kiện.' }
    await undertake(signAppraisal, people.specialist, { ...conclusion, pin: PIN })
    await answered(dossierCode)
    await run(draftResult, people.specialist, { dossierCode })
    return dossierCode
  }
  const handlingOf = async (dossierCode: string) => (await dossierOf(dossierCode)).dossier.handling

  test('many drafts are approved on one authorisation, a record of its own signed for each', async () => {
    const { app, people, pki, undertake } = world
    const codes = [await drafted(), await drafted(), await drafted()]
    const [first = '', second = '', stale = ''] = codes
    const items = codes.map((dossierCode) => ({ dossierCode, version: dossierCode === stale ? 2 : 1 }))
    const approve = (pin?: string) => undertake(bulkApprove, people.head, { items, ...(pin ? { pin } : {}) })
    expect(await codeOf(approve())).toBe('signing.pin-missing')
    expect(await codeOf(approve('000000'))).toBe('signing.wrong-pin')
    for (const code of codes) expect(await handlingOf(code)).toBe('awaiting-approval')
    expect(await approve(PIN)).toMatchObject({
      done: 2,
      outcomes: [{ done: true }, { done: true }, { done: false, refusal: { code: 'results.draft-changed' } }],
    })
    const files: string[] = []
    for (const code of [first, second]) {
      const { dossier, records } = await dossierOf(code)
      const { kind, byName, file } = records.at(-1) ?? {}
      expect([dossier.handling, kind, byName]).toEqual(['awaiting-signature', 'approval', people.head.fullName])
      const report = verifyPdf(await fileBytes(app, file?.id ?? ''), pki.trust, world.clock.now())
      expect(report).toMatchObject({ verdict: 'valid', signatures: [{ signer: { commonName: people.head.fullName } }] })
      files.push(file?.id ?? '')
    }
    expect(new Set(files).size).toBe(2)
    expect(await handlingOf(stale)).toBe('awaiting-approval')
    const elsewhere = await undertake(bulkApprove, people.otherLeader, { items, pin: PIN }).catch(
      (error: unknown) => error,
    )
    expect(elsewhere).toMatchObject({ code: 'platform.forbidden' })
  })

  test('one decision for many is approved with one record, filed in each of its dossiers', async () => {
    const { people, undertake, run, read } = world
    const codes: string[] = []
    for (let index = 0; index < 2; index += 1) {
      const dossierCode = await assigned()
      const conclusion = { dossierCode, outcome: 'eligible' as const, note: 'Đủ điều kiện.' }
      await undertake(signAppraisal, people.specialist, { ...conclusion, pin: PIN })
      await answered(dossierCode)
      codes.push(dossierCode)
    }
    const { no } = await run(gatherBatch, people.specialist, { dossierCodes: codes })
    expect((await read(getBatch, people.head, { no })).isRecordSigned).toBe(true)
    const approve = (pin?: string) => undertake(approveBatch, people.head, { no, version: 1, ...(pin ? { pin } : {}) })
    expect(await codeOf(approve())).toBe('signing.pin-missing')
    expect(await codeOf(approve('000000'))).toBe('signing.wrong-pin')
    for (const code of codes) expect(await handlingOf(code)).toBe('awaiting-approval')
    actor = people.head
    const page = `/quyet-dinh-chung/${no}`
    expect((await site.web.inject({ url: page })).body).toContain('Mã PIN chữ ký số của bạn')
    expect((await site.post(page, `${page}/duyet`, { ban: '1', pin: PIN })).headers.location).toContain('xong=duyet')
    const files = new Set<string>()
    for (const code of codes) {
      const { dossier, records } = await dossierOf(code)
      expect([dossier.handling, records.at(-1)?.kind]).toEqual(['awaiting-signature', 'approval'])
      files.add(records.at(-1)?.file.sha256 ?? '')
    }
    expect(files.size).toBe(1)
    expect((await read(getBatch, people.head, { no })).isRecordSigned).toBe(false)
    const other = { no, version: 1, pin: PIN }
    expect(await codeOf(undertake(approveBatch, people.otherLeader, other))).toBe('platform.forbidden')
  })

  test('the page of drafts marks what is signed, asks for the PIN and keeps what was ticked when it is wrong', async () => {
    const dossierCode = await drafted()
    actor = world.people.head
    const page = await site.web.inject({ url: '/duyet' })
    expect(page.body).toContain('Duyệt kèm chữ ký')
    expect(page.body).toContain('Mã PIN chữ ký số của bạn')
    const chon = `${dossierCode} 1`
    const wrong = await site.post('/duyet', '/duyet', { chon, pin: '135790' })
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('Mã PIN chưa đúng')])
    expect(wrong.body).toMatch(new RegExp(`value="${chon}"[^>]* checked`))
    expect(wrong.body).not.toContain('135790')
    expect((await site.post('/duyet', '/duyet', { chon, pin: PIN })).body).toContain('Đã làm xong cả 1 hồ sơ.')
    expect(await handlingOf(dossierCode)).toBe('awaiting-signature')
  })

  test('the approval names the very draft; a draft sent back takes its approval with it', async () => {
    const { people, undertake, run } = world
    const dossierCode = await assigned()
    const conclusion = { dossierCode, outcome: 'eligible' as const, note: 'Đủ điều kiện.' }
    await undertake(signAppraisal, people.specialist, { ...conclusion, pin: PIN })
    await answered(dossierCode)
    await run(draftResult, people.specialist, { dossierCode })
    expect(await codeOf(run(approveResult, people.head, { dossierCode }))).toBe('dossiers.paper-unsigned')

    await undertake(signApproval, people.head, { dossierCode, version: 1, pin: PIN })
    const { dossier, records } = await dossierOf(dossierCode)
    expect(dossier.handling).toBe('awaiting-signature')
    expect(records.map(({ kind, byName }) => [kind, byName])).toEqual([
      ['appraisal', people.specialist.fullName],
      ['opinion', people.consulted.fullName],
      ['approval', people.head.fullName],
    ])
    await run(returnDraft, people.leader, { dossierCode, reason: 'Sửa lại tên' })
    expect((await dossierOf(dossierCode)).dossier.leftPapers).not.toContainEqual(
      expect.objectContaining({ kind: 'approval' }),
    )
  })
})
