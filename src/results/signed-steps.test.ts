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

  test('the approval names the very draft; a draft sent back takes its approval with it', async () => {
    const { people, undertake, run } = world
    const dossierCode = await assigned()
    const conclusion = { dossierCode, outcome: 'eligible' as const, note: 'Đủ điều kiện.' }
    await undertake(signAppraisal, people.specialist, { ...conclusion, pin: PIN })
    await answered(dossierCode)
    await run(draftResult, people.specialist, { dossierCode })
    expect(await codeOf(run(approveResult, people.head, { dossierCode }))).toBe('dossiers.paper-unsigned')
    const { outcomes } = await undertake(bulkApprove, people.head, { items: [{ dossierCode, version: 1 }] })
    expect(outcomes).toMatchObject([{ done: false, refusal: { code: 'dossiers.paper-unsigned' } }])

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
