import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import type { Actor } from '../../platform/actor.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { publishOwnProcess } from '../../dossiers/testing.ts'
import { getDossier } from '../../dossiers/index.ts'
import { certifyPerson, verifyPdf } from '../../signing/index.ts'
import { askPoppler, hasPeers } from '../../signing/testing-peers.ts'
import {
  approveResult,
  downloadResult,
  draftResult,
  getResult,
  listRound,
  returnDraft,
  sealResult,
  signInitials,
  signResult,
} from '../index.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { receiveBlanks } from '../blanks/receive-blanks.ts'
import { signOriginal } from '../blanks/sign-original.ts'
import { useBlank } from '../blanks/use-blank.ts'
import { gatherBatch } from '../batch/gather-batch.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from '../testing.ts'
import { resultsWorkspaceRoutes } from '../workspace/routes.tsx'
import { placeOfInitials } from './initials.ts'

const PIN = '246810'
const SIGNATURE_COPY = '2.000884'
const LAND = '1.013978'
let world: ResultsWorld
let site: BareWeb
let actor: Actor

beforeAll(async () => {
  world = await openResultsWorld()
  const { app, pki, people } = world
  for (const { accountId } of [people.specialist, people.otherSpecialist])
    await certifyPerson(app, pki, { accountId, agency: 'UBND phường Bãi Cháy', pin: PIN })
  // Before anything is filed: what a procedure is handled by is read once in a while.
  for (const procedureCode of [SIGNATURE_COPY, LAND])
    await publishOwnProcess(app, people.administrator, procedureCode, (process) => ({
      ...process,
      steps: process.steps.map((step) =>
        step.code === 'phe-duyet' ? { ...step, produces: [...step.produces, 'initials'] } : step,
      ),
    }))
  actor = people.specialist
  site = await openBareWeb(app, () => actor, resultsWorkspaceRoutes)
}, 180_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

async function drafted(): Promise<string> {
  const dossierCode = await world.appraised()
  await world.run(draftResult, world.people.specialist, { dossierCode })
  return dossierCode
}
const initial = (dossierCode: string, who = world.people.specialist, more = {}) =>
  codeOf(world.undertake(signInitials, who, { dossierCode, pin: PIN, ...more }))
async function paperOf(dossierCode: string): Promise<Buffer> {
  const { file } = await world.read(downloadResult, world.people.leader, { dossierCode })
  return world.app.files.bytes(file.sha256)
}

describe('initials of who drafted it', () => {
  test('go before the signatory and the seal, and stay valid under both; the journal and the signatory see them', async () => {
    const { people, pins, run, read, undertake, clock, pki } = world
    const dossierCode = await drafted()
    const bare = await paperOf(dossierCode)
    expect(await initial(dossierCode)).toBe('done')
    const initialled = await paperOf(dossierCode)
    expect(initialled.subarray(0, bare.length).equals(bare)).toBe(true)
    await run(approveResult, people.head, { dossierCode })
    const { papers } = await read(listRound, people.leader, { as: 'signatory' })
    const checks = papers.find(({ item }) => item.code === dossierCode)?.checks.map(({ code }) => code)
    expect(checks?.slice(0, 2)).toEqual(['as-approved', 'initialled'])
    await undertake(signResult, people.leader, { dossierCode, pin: pins.leader })
    clock.advance(1)
    const { number } = await undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal })
    const whole = await paperOf(dossierCode)
    const report = verifyPdf(whole, pki.trust, clock.now())
    expect(report.verdict).toBe('valid')
    const signers = report.signatures.map(({ signer, integrity }) => [signer.commonName, integrity])
    expect(signers.slice(0, 2)).toEqual([
      [people.specialist.fullName, 'intact'],
      [people.leader.fullName, 'intact'],
    ])
    expect(signers).toHaveLength(3)
    const { issued, files } = await read(getResult, people.leader, { dossierCode })
    expect(issued).toMatchObject({ numberText: number })
    expect(issued?.signedAt).toEqual(report.signatures[1]?.signedAt)
    expect(files.map(({ stage, signatures }) => [stage, signatures])).toEqual([
      ['unsigned', 0],
      ['initialled', 1],
      ['signed', 2],
      ['sealed', 3],
    ])
    const { dossier } = await read(getDossier, people.specialist, { dossierCode })
    const told = (await linesOf(world.app.db, `dossier:${dossier.id}`)).map(({ what }) => what)
    expect(told).toEqual(expect.arrayContaining(['results.initials-requested', 'results.initialled']))
    if (hasPeers) expect((await askPoppler(pki.root, whole)).every(({ valid }) => valid)).toBe(true)
  })

  test('are given by who drafted it, once, before it is approved, within reach, with their own PIN', async () => {
    const { people, run } = world
    const dossierCode = await drafted()
    expect(await initial(dossierCode, people.otherSpecialist)).toBe('platform.not-found')
    expect(await initial(dossierCode, people.head)).toBe('platform.forbidden')
    expect(await initial(dossierCode, people.specialist, { pin: '000000' })).toBe('signing.wrong-pin')
    expect(await initial(dossierCode, people.specialist, { place: 'corner' })).toBe('done')
    expect(await initial(dossierCode)).toBe('results.initialled')
    await run(returnDraft, people.head, { dossierCode, reason: 'Sửa lại nội dung' })
    expect(await initial(dossierCode)).toBe('results.no-draft-to-initial')
    await run(draftResult, people.specialist, { dossierCode })
    await run(approveResult, people.head, { dossierCode })
    expect(await initial(dossierCode)).toBe('results.no-draft-to-initial')
  })

  test('have a page: the paper, where to put them, the PIN; a wrong one loses no choice', async () => {
    const dossierCode = await drafted()
    const path = `/lam/${dossierCode}/ky-nhay`
    const wrong = await site.post(path, path, { 'cho-dat': 'recipients', pin: '000000' })
    expect(wrong.statusCode).toBeGreaterThanOrEqual(400)
    expect(wrong.body).toMatch(/value="recipients" checked/)
    expect(wrong.body).not.toContain('000000')
    const done = await site.post(path, path, { 'cho-dat': 'recipients', pin: PIN })
    expect(done.headers.location).toBe(`/lam/${dossierCode}?xong=signInitials`)
    expect((await site.web.inject(path)).headers.location).toBe(`/lam/${dossierCode}`)
    actor = world.people.head
    expect((await site.web.inject(`/lam/${dossierCode}/duyet`)).body).toContain('Ký nháy')
    actor = world.people.specialist
  })

  test('are demanded where the process says so: nothing is approved without them', async () => {
    const { people, run } = world
    const dossierCode = await world.appraised({ procedureCode: SIGNATURE_COPY })
    await run(draftResult, people.specialist, { dossierCode })
    actor = people.head
    const page = (await site.web.inject(`/lam/${dossierCode}/duyet`)).body
    expect(page).toContain('Nhắc người soạn ký nháy trước')
    expect(page).not.toContain('Phê duyệt, chuyển ký')
    expect(await codeOf(run(approveResult, people.head, { dossierCode }))).toBe('dossiers.initials-missing')
    actor = people.specialist
    expect((await site.web.inject(`/lam/${dossierCode}/ky-nhay`)).body).toContain('Quy trình yêu cầu ký nháy')
    expect(await initial(dossierCode)).toBe('done')
    expect(await codeOf(run(approveResult, people.head, { dossierCode }))).toBe('done')
  })

  test('keep a dossier out of a decision for many, which bears none', async () => {
    const { people, run } = world
    const dossierCodes = [0, 1].map(() => world.appraised({ procedureCode: SIGNATURE_COPY }))
    const gathering = run(gatherBatch, people.specialist, { dossierCodes: await Promise.all(dossierCodes) })
    await expect(gathering).rejects.toMatchObject({
      code: 'results.batch-too-few',
      facts: { reasons: expect.stringContaining('ký nháy từng dự thảo') },
    })
  })

  test('are on what is printed on a blank as well, and go with it to the signature by hand', async () => {
    const { people, run, clock } = world
    const today = vietnamDate(clock.now())
    const dossierCode = await world.appraised({ procedureCode: LAND })
    await run(draftResult, people.specialist, { dossierCode })
    expect(await codeOf(run(approveResult, people.head, { dossierCode }))).toBe('dossiers.initials-missing')
    expect(await initial(dossierCode)).toBe('done')
    await run(approveResult, people.head, { dossierCode })
    const delivered = { unitId: people.clerk.grants[0]?.unitId, kind: 'gcn-dat', from: 'AA 000001', to: 'AA 000002' }
    const note = { noteNumber: '15/PGN', noteOn: today, deliveredBy: 'Văn phòng đăng ký đất đai' }
    await run(receiveBlanks, people.clerk, { ...delivered, ...note })
    await run(useBlank, people.specialist, { dossierCode, serial: 'AA 000001' })
    await run(signOriginal, people.leader, { dossierCode, signedOn: today })
    const { files } = await world.read(getResult, people.leader, { dossierCode })
    expect(files.map(({ stage, signatures }) => [stage, signatures])).toEqual([
      ['unsigned', 0],
      ['initialled', 1],
      ['signed', 1],
    ])
  })
})

describe('the place of initials', () => {
  const content = { body: ['Cấp cho ông A giấy phép này.'], recipients: ['Như trên'] } as never
  test.each([
    ['end', { content }, { phrase: 'phép này.', side: 'below' }],
    ['recipients', { content }, { phrase: 'Nơi nhận:', side: 'right' }],
    ['corner', { content }, { page: 2, corner: 'bottom-left' }],
    ['end', { content: { body: [], recipients: [] } as never }, { page: 2, corner: 'bottom-left' }],
  ] as const)('%s', (wished, result, near) => {
    expect(placeOfInitials(wished, result, 2).near).toEqual(near)
  })
})
