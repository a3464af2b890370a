import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Citizen } from '../../platform/actor.ts'
import { rows, sql } from '../../platform/db.ts'
import { runErrand } from '../../platform/errand.ts'
import { getDossier, rebuildCommand, withdrawDossier } from '../../dossiers/index.ts'
import { raiseAll } from '../../signing/index.ts'
import { askPoppler, askQpdf, hasPeers } from '../../signing/testing-peers.ts'
import {
  approveBatch,
  approveResult,
  downloadBatch,
  downloadResult,
  draftResult,
  gatherBatch,
  getBatch,
  getResult,
  listBatches,
  listGatherable,
  listWaitingResults,
  removeBatchMember,
  replaceResult,
  returnBatch,
  returnDraft,
  returnSigned,
  returnSignedBatch,
  sealBatch,
  sealResult,
  signBatch,
  signResult,
  verifyDocument,
} from '../index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from '../testing.ts'
import { issueExtracts } from './issue-extract.ts'
import { sealDecision } from './seal-decision.ts'

let world: ResultsWorld
beforeAll(async () => {
  world = await openResultsWorld()
}, 180_000)
afterAll(() => world.close())

const dossierOf = async (dossierCode: string) =>
  (await world.read(getDossier, world.people.leader, { dossierCode })).dossier
const handlingOf = async (code: string) => (await dossierOf(code)).handling
const pdfOf = async (dossierCode: string, reader: Citizen) =>
  world.app.files.bytes((await world.read(downloadResult, reader, { dossierCode })).file.sha256)
const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, ' ')
const viewOf = (no: number) => world.read(getBatch, world.people.head, { no })

/** A batch of Hạnh's and Đông's dossiers, the first two of them gathered by the specialist. */
async function gathered(count = 3): Promise<{ no: number; codes: string[] }> {
  const { hanh, dong, specialist } = world.people
  const codes: string[] = []
  for (let index = 0; index < count; index += 1) {
    codes.push(await world.appraised({ citizen: index % 2 === 0 ? hanh : dong }))
  }
  const { no } = await world.run(gatherBatch, specialist, { dossierCodes: codes })
  return { no, codes }
}
async function approved(count = 3) {
  const batch = await gathered(count)
  await world.undertake(approveBatch, world.people.head, { no: batch.no, version: 1 })
  return batch
}
async function signed(count = 3) {
  const batch = await approved(count)
  await world.undertake(signBatch, world.people.leader, { no: batch.no, version: 1, pin: world.pins.leader })
  return batch
}
const withdraw = (dossierCode: string, citizen: Citizen) =>
  world.run(withdrawDossier, citizen, { dossierCode, reason: 'Tôi không cần nữa.' })

/** As somebody with the owner's rights would. */
async function tamper(statement: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: world.database.url('motcua_owner') })
  await client.connect()
  try {
    await client.query(statement, values)
  } finally {
    await client.end()
  }
}

describe('one decision for many', () => {
  test('is approved, signed and sealed once; each applicant gets an extract of their own', async () => {
    const { people, pins, undertake, read, pki } = world
    const { no, codes } = await gathered(3)
    expect((await viewOf(no)).members.map(({ state, handling }) => [state, handling])).toEqual(
      codes.map(() => ['in', 'awaiting-approval']),
    )
    await undertake(approveBatch, people.head, { no, version: 1 })
    await undertake(signBatch, people.leader, { no, version: 1, pin: pins.leader })
    const sealed = await undertake(sealBatch, people.clerk, { no, pin: pins.seal })
    expect(sealed).toMatchObject({ done: 3, number: expect.stringMatching(/^\d+\/QĐ-UBND$/) })
    for (const code of codes) expect(await handlingOf(code)).toBe('finished')

    const decision = await world.app.files.bytes((await read(downloadBatch, people.head, { no })).file.sha256)
    const listed = textOf(decision)
    for (const words of [...codes, 'Nguyễn Thu Hạnh', 'Lê Văn Đông', sealed.number]) expect(listed).toContain(words)
    const [first = '', second = ''] = codes
    const extract = await pdfOf(first, people.hanh)
    const text = textOf(extract)
    for (const words of [sealed.number, 'ngày 20 tháng 11 năm 2026', 'Nguyễn Thu Hạnh', first, 'Bùi Đức Thịnh'])
      expect(text).toContain(words)
    expect(text).toContain('/TrS-UBND')
    expect(text).not.toContain('Lê Văn Đông')
    expect(text).not.toContain(second)
    if (hasPeers) {
      const agency = 'Ủy ban nhân dân phường Bãi Cháy'
      for (const [bytes, names] of [
        [decision, ['Bùi Đức Thịnh', agency]],
        [extract, [agency]],
      ] as const) {
        const judged = (await askPoppler(pki.root, bytes)).filter(({ signer }) => signer !== '')
        expect(judged.map(({ signer, valid, trusted }) => ({ signer, valid, trusted }))).toEqual(
          names.map((signer) => ({ signer, valid: true, trusted: true })),
        )
        expect(await askQpdf(bytes)).toContain('No syntax or stream encoding errors')
      }
    }
    const own = await read(getResult, people.hanh, { dossierCode: first })
    expect(own.result.content.list).toBeUndefined()
    const told = await read(verifyDocument, people.hanh, { bytes: decision })
    expect(told).toMatchObject({ judgement: 'issued', document: { numberText: sealed.number } })
    expect(JSON.stringify(told)).not.toMatch(/Hạnh|Đông|H49\.136-/)
    expect(await read(verifyDocument, people.hanh, { bytes: extract })).toMatchObject({ judgement: 'issued' })
  })

  test('is for officers who reach its dossiers, never for an applicant', async () => {
    const { people, undertake, read, run } = world
    const { no } = await gathered(2)
    for (const reader of [people.otherSpecialist, people.otherLeader, people.otherClerk])
      expect(await codeOf(read(getBatch, reader, { no }))).toBe('platform.not-found')
    expect(await codeOf(read(getBatch, people.hanh, { no }))).toBe('platform.forbidden')
    expect(await codeOf(read(downloadBatch, people.hanh, { no }))).toBe('platform.forbidden')
    expect(await codeOf(undertake(approveBatch, people.leader, { no, version: 1 }))).toBe('platform.forbidden')
    expect(await codeOf(undertake(sealBatch, people.otherClerk, { no, pin: '1234' }))).toBe('platform.not-found')
    const reason = 'Cần xem lại danh sách.'
    expect(await codeOf(run(returnBatch, people.otherLeader, { no, reason }))).toBe('platform.not-found')
    expect((await read(listBatches, people.head, {})).map((one) => one.no)).toContain(no)
    expect((await read(listBatches, people.otherLeader, {})).map((one) => one.no)).not.toContain(no)
  })

  test('names what does not fit and leaves it where it is', async () => {
    const { people, run, read } = world
    const [good, other, refused] = [
      await world.appraised(),
      await world.appraised({ citizen: people.dong }),
      await world.appraised({ outcome: 'ineligible' }),
    ]
    const offered = (await read(listGatherable, people.specialist, {})).flatMap(({ dossiers }) => dossiers)
    expect(offered.map(({ code }) => code)).toEqual(expect.arrayContaining([good, other]))
    expect(offered.map(({ code }) => code)).not.toContain(refused)
    expect(await codeOf(run(gatherBatch, people.specialist, { dossierCodes: [good, refused] }))).toBe(
      'results.batch-too-few',
    )
    expect(await codeOf(run(gatherBatch, people.otherSpecialist, { dossierCodes: [good, other] }))).toBe(
      'platform.not-found',
    )
    const made = await run(gatherBatch, people.specialist, { dossierCodes: [good, refused, other] })
    expect(made.dossierCodes).toEqual([good, other].toSorted())
    expect(made.leftOut).toMatchObject([{ dossierCode: refused, code: 'results.batch-not-eligible' }])
    expect(await handlingOf(refused)).toBe('appraising')
  })

  test('a member is not approved, signed, sealed or given back alone, and lists of single papers leave it out', async () => {
    const { people, pins, run, undertake, read } = world
    const { codes } = await signed(2)
    const [dossierCode = ''] = codes
    const reason = 'Cần sửa lại nội dung.'
    const alone: (() => Promise<unknown>)[] = [
      () => run(approveResult, people.head, { dossierCode }),
      () => run(returnDraft, people.head, { dossierCode, reason }),
      () => undertake(signResult, people.leader, { dossierCode, pin: pins.leader }),
      () => undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal }),
      () => run(returnSigned, people.clerk, { dossierCode, reason }),
    ]
    for (const work of alone) expect(await codeOf(work())).toBe('results.in-batch')
    const waiting = await read(listWaitingResults, people.clerk, { as: 'clerk' })
    expect(waiting.map(({ item }) => item.code)).not.toContain(dossierCode)
  })
})

describe('who leaves the list', () => {
  test('is taken out with a reason before the signature; the others go on, the shorter list is read first', async () => {
    const { people, pins, run, undertake } = world
    const { no, codes } = await approved(3)
    const [gone = '', ...others] = codes
    const reason = 'Thiếu bản chính, cần xác minh thêm.'
    expect(await codeOf(run(removeBatchMember, people.head, { no, dossierCode: gone, reason }))).toBe(
      'dossiers.not-your-step',
    )
    expect(await run(removeBatchMember, people.leader, { no, dossierCode: gone, reason })).toMatchObject({
      version: 2,
      left: 2,
    })
    expect(await handlingOf(gone)).toBe('appraising')
    expect((await viewOf(no)).members.find(({ dossierCode }) => dossierCode === gone)).toMatchObject({
      state: 'out',
      reason,
      byName: 'Bùi Đức Thịnh',
    })
    expect(await codeOf(undertake(signBatch, people.leader, { no, version: 1, pin: pins.leader }))).toBe(
      'results.batch-list-changed',
    )
    await undertake(signBatch, people.leader, { no, version: 2, pin: pins.leader })
    expect(await codeOf(run(removeBatchMember, people.leader, { no, dossierCode: others[0] ?? '', reason }))).toBe(
      'results.batch-signed',
    )
    expect(await undertake(sealBatch, people.clerk, { no, pin: pins.seal })).toMatchObject({ done: 2 })
    // Who left goes the ordinary way.
    await run(draftResult, people.specialist, { dossierCode: gone })
    await run(approveResult, people.head, { dossierCode: gone })
  })

  test('withdrew meanwhile: falls out by itself, before approval and before the signature', async () => {
    const { people, pins, undertake } = world
    const { no, codes } = await gathered(4)
    const [first = '', second = ''] = codes
    await withdraw(first, people.hanh)
    expect((await viewOf(no)).members.filter(({ stands }) => !stands).map((one) => one.dossierCode)).toEqual([first])
    expect(await codeOf(undertake(approveBatch, people.head, { no, version: 1 }))).toBe('results.batch-shortened')
    await undertake(approveBatch, people.head, { no, version: 2 })
    await withdraw(second, people.dong)
    expect(await codeOf(undertake(signBatch, people.leader, { no, version: 2, pin: pins.leader }))).toBe(
      'results.batch-shortened',
    )
    await undertake(signBatch, people.leader, { no, version: 3, pin: pins.leader })
    expect(await undertake(sealBatch, people.clerk, { no, pin: pins.seal })).toMatchObject({ done: 2 })
    const view = await viewOf(no)
    expect(view.decision.content.list?.map((line) => [line.no, line.dossierCode])).toEqual(
      codes.slice(2).map((code, index) => [index + 1, code]),
    )
    expect(view.members.map(({ state }) => state)).toEqual(['out', 'out', 'done', 'done'])
    expect(view.members[0]?.reason).toContain('Người dân đã rút hồ sơ')
  })

  test('overtaken after the signature: falls out with its reason, its neighbours are finished', async () => {
    const { people, pins, undertake } = world
    const { no, codes } = await signed(3)
    const [, poisoned = ''] = codes
    await tamper(`update dossiers.dossier set handling = 'suspended', version = version + 1 where code = $1`, [
      poisoned,
    ])
    const { done, outcomes } = await undertake(sealBatch, people.clerk, { no, pin: pins.seal })
    expect([done, outcomes.map(({ dossierCode }) => dossierCode)]).toEqual([
      2,
      codes.filter((code) => code !== poisoned),
    ])
    expect((await viewOf(no)).members.map(({ state }) => state)).toEqual(['done', 'out', 'done'])
    expect(await handlingOf(poisoned)).toBe('suspended')
  })

  test('a decision given back whole lets all go on alone; one signed wrongly is signed again', async () => {
    const { people, pins, run, undertake } = world
    const back = await gathered(2)
    const reason = 'Soạn lại Điều 1 cho rõ.'
    expect(await run(returnBatch, people.head, { no: back.no, reason })).toMatchObject({ returned: 2 })
    for (const code of back.codes) expect(await handlingOf(code)).toBe('appraising')
    expect(await codeOf(undertake(approveBatch, people.head, { no: back.no, version: 1 }))).toBe('results.no-draft')
    const again = await run(gatherBatch, people.specialist, { dossierCodes: back.codes })
    expect(again.no).toBeGreaterThan(back.no)

    const { no } = await signed(2)
    await run(returnSignedBatch, people.clerk, { no, reason: 'Sai thể thức ở phần căn cứ.' })
    expect(await codeOf(undertake(sealBatch, people.clerk, { no, pin: pins.seal }))).toBe('results.not-signed')
    await undertake(signBatch, people.leader, { no, version: 1, pin: pins.leader })
    expect(await undertake(sealBatch, people.clerk, { no, pin: pins.seal })).toMatchObject({ done: 2 })
  })
})

describe('no answer about certificates', () => {
  test('decision and extracts wait for their level on one press, and go out by themselves', async () => {
    const { app, people, pins, run, responder, clock } = world
    const { no, codes } = await signed(2)
    const seal = () => runErrand(app, sealBatch, people.clerk, { no, pin: pins.seal })
    responder.behave({ mode: 'down' })
    clock.advance(2 * 24 * 60)
    expect(await seal()).toMatchObject({ state: 'raising', missing: 'signing.revocation-unavailable' })
    const { raising, actions, decision } = await world.read(getBatch, people.clerk, { no })
    expect([raising?.byName, actions, decision.state]).toEqual([people.clerk.fullName, [], 'signed'])
    for (const code of codes) expect(await handlingOf(code)).toBe('awaiting-seal')
    const reason = 'Sai thể thức văn bản.'
    expect(await codeOf(run(returnSignedBatch, people.clerk, { no, reason }))).toBe('signing.raises-already')
    expect(await codeOf(seal())).toBe('signing.raises-already')
    responder.behave({ mode: 'normal' })
    const round = async () => {
      clock.advance(3)
      await raiseAll(app)
      return Promise.all(codes.map(handlingOf))
    }
    await expect.poll(round, { timeout: 20_000 }).toEqual(['finished', 'finished'])
    const view = await world.read(getBatch, people.clerk, { no })
    expect([view.raising, view.members.map(({ state }) => state)]).toEqual([null, ['done', 'done']])
    const { issued } = await world.read(getResult, people.hanh, { dossierCode: codes[0] ?? '' })
    expect(issued && view.issued && issued.sealedAt >= view.issued.sealedAt).toBe(true)
  })

  test('a signed list that waits for its stamp is not given back and nobody is taken out of it', async () => {
    const { app, people, pins, run, timestamps, clock } = world
    const { no, codes } = await approved(2)
    timestamps.behave({ mode: 'down' })
    const asked = { no, version: 1, pin: pins.leader }
    expect(await runErrand(app, signBatch, people.leader, asked)).toMatchObject({ state: 'raising' })
    const reason = 'Cần xem lại danh sách.'
    expect(await codeOf(run(returnBatch, people.leader, { no, reason }))).toBe('signing.raises-already')
    const one = { no, dossierCode: codes[0] ?? '', reason }
    expect(await codeOf(run(removeBatchMember, people.leader, one))).toBe('signing.raises-already')
    timestamps.behave({ mode: 'normal' })
    clock.advance(1)
    await raiseAll(app)
    for (const code of codes) expect(await handlingOf(code)).toBe('awaiting-seal')
  })

  test('an extract at its level waits for a decision that is not', async () => {
    const { app, people, pins, responder, timestamps, clock } = world
    const { no, codes } = await signed(2)
    timestamps.behave({ mode: 'down' })
    const authorisation = { pin: pins.seal }
    expect(await sealDecision(app, people.clerk, { no, authorisation }, {})).toMatchObject({ state: 'raising' })
    timestamps.behave({ mode: 'normal' })
    responder.behave({ mode: 'normal' })
    const outcomes = await issueExtracts(app, people.clerk, { no, dossierCodes: codes, authorisation }, {})
    expect(outcomes).toMatchObject(codes.map(() => ({ state: 'raising', missing: 'signing.awaits-another' })))
    clock.advance(20)
    expect(await raiseAll(app)).toMatchObject({ completed: 3, failed: 0 })
    for (const code of codes) expect(await handlingOf(code)).toBe('finished')
  })
})

describe('in the middle', () => {
  test('a crash between two members: pressed again it goes on, nothing twice, numbers without gaps', async () => {
    const { app, people, pins, undertake } = world
    const { no, codes } = await signed(3)
    const [first = '', second = ''] = codes
    const asked = { no, authorisation: { pin: pins.seal } }
    await sealDecision(app, people.clerk, asked, {})
    await issueExtracts(app, people.clerk, { ...asked, dossierCodes: [first] }, {})
    const wrong = { no, authorisation: { pin: '000000' } }
    const [failed] = await issueExtracts(app, people.clerk, { ...wrong, dossierCodes: [second] }, {})
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'signing.wrong-pin' } })
    expect(await codeOf(undertake(sealBatch, people.clerk, { no, pin: '000000' }))).toBe('signing.wrong-pin')
    expect((await viewOf(no)).members.map(({ state }) => state)).toEqual(['done', 'in', 'in'])
    expect(await undertake(sealBatch, people.clerk, { no, pin: pins.seal })).toMatchObject({ done: 2 })
    expect(await undertake(sealBatch, people.clerk, { no, pin: pins.seal })).toMatchObject({ done: 0 })
    const issued = await rows(app.db, sql<{ no: number }>`select no from results.issued order by no`)
    expect(issued.map((one) => one.no)).toEqual(issued.map((_, index) => index + 1))
  })

  test('a wrong PIN is tried once, however many wait', async () => {
    const { app, people, pins, undertake } = world
    const { no } = await signed(2)
    await sealDecision(app, people.clerk, { no, authorisation: { pin: pins.seal } }, {})
    expect(await codeOf(undertake(sealBatch, people.clerk, { no, pin: '000000' }))).toBe('signing.wrong-pin')
    expect(await undertake(sealBatch, people.clerk, { no, pin: pins.seal })).toMatchObject({ done: 2 })
  })

  test('a mistake in an extract is put right by a document of its own', async () => {
    const { people, pins, run, undertake, read } = world
    const { no, codes } = await signed(2)
    await undertake(sealBatch, people.clerk, { no, pin: pins.seal })
    const [dossierCode = ''] = codes
    const { issued } = await read(getResult, people.head, { dossierCode })
    const told = { reason: 'Ghi sai ngày sinh.', legalBasis: 'Khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP' }
    await run(replaceResult, people.head, { dossierCode, ...told })
    await run(draftResult, people.specialist, { dossierCode })
    const { result } = await read(getResult, people.head, { dossierCode })
    expect([result.no, result.template, result.content.extractOf]).toEqual([2, 'certification', undefined])
    expect(result.content.facts.map(({ value }) => value).join()).toContain(issued?.numberText)
    await run(approveResult, people.head, { dossierCode })
    await undertake(signResult, people.leader, { dossierCode, pin: pins.leader })
    await undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal })
    expect((await read(getResult, people.hanh, { dossierCode })).earlier).toMatchObject([{ state: 'replaced' }])
  })

  test('the journal rebuilds every dossier that went with others', async () => {
    const { no, codes } = await signed(2)
    await world.undertake(sealBatch, world.people.clerk, { no, pin: world.pins.seal })
    for (const code of codes) {
      let out = ''
      const io = { out: (text: string) => void (out += text), err: (text: string) => void (out += text) }
      expect([await rebuildCommand.run(['--dossier', code], io, world.app), out]).toEqual([0, expect.any(String)])
    }
  })
})
