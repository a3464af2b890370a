import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { ANONYMOUS } from '../platform/actor.ts'
import { rows, sql } from '../platform/db.ts'
import { clockEntriesOf, getDossier, withdrawDossier } from '../dossiers/index.ts'
import { askPoppler, hasPeers } from '../signing/testing-peers.ts'
import {
  approveResult,
  bulkApprove,
  bulkDeliver,
  deliverResult,
  downloadResult,
  draftResult,
  getResult,
  getResultDraft,
  listWaitingResults,
  refuseDelivery,
  replaceResult,
  returnDraft,
  returnSigned,
  sealResult,
  signResult,
  verifyDocument,
} from './index.ts'
import { listVault } from '../documents/index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from './testing.ts'

let world: ResultsWorld
beforeAll(async () => {
  world = await openResultsWorld()
}, 180_000)
afterAll(() => world.close())

const dossierOf = async (dossierCode: string) =>
  (await world.read(getDossier, world.people.leader, { dossierCode })).dossier

const bytesOf = async (dossierCode: string, more: { stage?: string; resultNo?: number } = {}) => {
  const { file } = await world.read(downloadResult, world.people.head, { dossierCode, ...more })
  return world.app.files.bytes(file.sha256)
}

const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, ' ')

async function linesOf(dossierCode: string): Promise<string[]> {
  const { id } = await dossierOf(dossierCode)
  const lines = await rows(
    world.app.db,
    sql<{ what: string }>`select what from platform.journal_line where subject = ${`dossier:${id}`} order by seq`,
  )
  return lines.map(({ what }) => what)
}

const MISTAKE = {
  reason: 'Ghi sai ngày sinh: 02/3/1988, đúng là 03/2/1988.',
  legalBasis: 'Khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP',
}

describe('a mistake in an issued result', () => {
  test('is put right by another document, which stands in its place when it is sealed, not before', async () => {
    const { people, pins, run, undertake, read } = world
    const dossierCode = await world.sealed()
    await run(deliverResult, people.desk, { dossierCode, how: 'counter', receiverName: 'Nguyễn Thu Hạnh' })
    const before = await dossierOf(dossierCode)
    const old = await read(getResult, people.hanh, { dossierCode })
    const oldPdf = await bytesOf(dossierCode)
    const oldCode = old.issued?.verificationCode ?? ''
    world.clock.advance(60)

    const opened = await run(replaceResult, people.head, { dossierCode, ...MISTAKE })
    expect(opened).toMatchObject({ handling: 'appraising', replaces: old.issued?.numberText, resultNo: 2 })
    // Until the new one is issued the old one is the citizen's, downloadable and in force.
    expect(await read(getResult, people.hanh, { dossierCode })).toMatchObject({
      result: { no: 1, state: 'delivered' },
      underWay: { newNo: 2, reason: MISTAKE.reason },
    })
    expect((await read(verifyDocument, ANONYMOUS, { code: oldCode })).document).toMatchObject({ state: 'in-force' })

    // The request itself is resolved: it cannot be withdrawn or stopped meanwhile, and no date begins anew.
    expect(await codeOf(run(withdrawDossier, people.hanh, { dossierCode, reason: 'Không cần nữa.' }))).toBe(
      'dossiers.resolved-before',
    )

    const { draft, correction } = await read(getResultDraft, people.specialist, { dossierCode })
    expect(correction).toMatchObject({ oldNo: 1, newNo: 2, byName: 'Đỗ Minh Châu' })
    expect(draft.content.facts.at(-1)).toEqual({
      label: 'Thay thế văn bản',
      value: `số ${old.issued?.numberText} ngày 20/11/2026`,
    })
    const facts = [{ label: 'Ngày sinh', value: '03/02/1988' }, ...draft.content.facts.slice(-1)]
    expect(await run(draftResult, people.specialist, { dossierCode, facts })).toMatchObject({ resultNo: 2, version: 1 })
    await run(returnDraft, people.head, { dossierCode, reason: 'Viết đủ họ tên.' })
    expect(await run(draftResult, people.specialist, { dossierCode })).toMatchObject({ resultNo: 2, version: 2 })
    await run(approveResult, people.head, { dossierCode, version: 2 })
    expect(
      (await read(listWaitingResults, people.leader, { as: 'signatory' }))
        .filter(({ item }) => item.code === dossierCode)
        .map(({ result }) => result.no),
    ).toEqual([2])
    await undertake(signResult, people.leader, { dossierCode, pin: pins.leader })
    expect((await read(downloadResult, people.hanh, { dossierCode })).file.sha256).toBe(old.issued?.sha256)
    const sealed = await undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal })

    const view = await read(getResult, people.head, { dossierCode })
    expect(view).toMatchObject({
      result: { no: 2, state: 'sealed' },
      issued: { numberText: sealed.number, state: 'in-force' },
      correction: { oldNo: 1 },
      underWay: null,
      earlier: [{ numberText: old.issued?.numberText, state: 'replaced' }],
    })
    expect(sealed.verificationCode).not.toBe(oldCode)
    expect((await read(getResult, people.hanh, { dossierCode })).result.no).toBe(2)
    expect((await bytesOf(dossierCode, { resultNo: 1 })).equals(oldPdf)).toBe(true)
    const pdf = await bytesOf(dossierCode)
    for (const words of [sealed.number, '03/02/1988', `số ${old.issued?.numberText} ngày 20/11/2026`])
      expect(textOf(pdf)).toContain(words)
    if (hasPeers) {
      const judged = (await askPoppler(world.pki.root, pdf)).filter(({ signer }) => signer !== '')
      expect(judged.map(({ signer, valid, trusted }) => ({ signer, valid, trusted }))).toEqual(
        ['Bùi Đức Thịnh', 'Ủy ban nhân dân phường Bãi Cháy'].map((signer) => ({ signer, valid: true, trusted: true })),
      )
    }

    // The old paper stays what it is: whole, validly signed, replaced.
    const replacedBy = { numberText: sealed.number, verificationCode: sealed.verificationCode }
    expect(await read(verifyDocument, ANONYMOUS, { code: oldCode })).toMatchObject({
      judgement: 'by-code',
      document: { state: 'replaced', replacedBy },
    })
    expect(await read(verifyDocument, ANONYMOUS, { bytes: oldPdf })).toMatchObject({
      judgement: 'issued',
      document: { state: 'replaced', replacedBy },
      file: { verdict: 'valid' },
    })
    expect((await read(verifyDocument, ANONYMOUS, { bytes: pdf })).document).toMatchObject({
      state: 'in-force',
      replacedBy: null,
    })

    // When it was resolved and whether that was in time is as it was.
    const after = await dossierOf(dossierCode)
    expect([after.finishedAt, after.dueAt, after.originalDueAt]).toEqual([
      before.finishedAt,
      before.dueAt,
      before.originalDueAt,
    ])
    expect((await clockEntriesOf(world.app.db, after.id)).filter(({ kind }) => kind === 'finished')).toHaveLength(1)
    expect(await linesOf(dossierCode)).toEqual(
      expect.arrayContaining(['results.correction-opened', 'results.replaced']),
    )
    expect(
      await run(deliverResult, people.desk, { dossierCode, how: 'counter', receiverName: 'Nguyễn Thu Hạnh' }),
    ).toMatchObject({ handling: 'delivered' })
  })

  test('twice: each old one names the one that followed it; an electronic one is delivered again by itself', async () => {
    const { people, pins, run, undertake, read } = world
    const dossierCode = await world.sealed('electronic')
    await world.app.jobs.drain()
    const codes: string[] = []
    const numbers: string[] = []
    for (const no of [1, 2]) {
      const { issued } = await read(getResult, people.hanh, { dossierCode })
      codes.push(issued?.verificationCode ?? '')
      await run(replaceResult, people.head, { dossierCode, ...MISTAKE })
      await run(draftResult, people.specialist, { dossierCode })
      const { draft } = { draft: await read(getResult, people.head, { dossierCode }) }
      expect(draft.result.content.facts.filter(({ label }) => label === 'Thay thế văn bản')).toHaveLength(1)
      await run(approveResult, people.head, { dossierCode })
      await undertake(signResult, people.leader, { dossierCode, pin: pins.leader })
      numbers.push((await undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal })).number)
      await world.app.jobs.drain()
      expect(await dossierOf(dossierCode)).toMatchObject({ handling: 'delivered', delivery: 'handed-over' })
      expect((await read(getResult, people.hanh, { dossierCode })).result.no).toBe(no + 1)
    }
    // In the vault it is one paper in three versions, of which the last alone is in force.
    const kept = (await read(listVault, people.hanh, { words: dossierCode })).entries
    expect(kept.map(({ version, status, number }) => [version, status, number])).toEqual([
      [3, 'in-force', numbers[1]],
      [2, 'replaced', numbers[0]],
      [1, 'replaced', expect.any(String)],
    ])
    expect(new Set(kept.map(({ paperId }) => paperId)).size).toBe(1)
    expect(kept[0]).toMatchObject({ proof: 'issued-here', typeCode: 'certified-copy', sourceCode: dossierCode })
    expect((await read(listVault, people.dong, { words: dossierCode })).entries).toEqual([])
    for (const [index, code] of codes.entries())
      expect((await read(verifyDocument, ANONYMOUS, { code })).document?.replacedBy?.numberText).toBe(numbers[index])
  })

  test('is opened by the head of the division alone, for what was issued, and changes no conclusion', async () => {
    const { people, run } = world
    const early = await world.approved()
    expect(await codeOf(run(replaceResult, people.head, { dossierCode: early, ...MISTAKE }))).toBe(
      'dossiers.wrong-state',
    )
    const dossierCode = await world.sealed()
    expect(await codeOf(run(replaceResult, people.specialist, { dossierCode, ...MISTAKE }))).toBe('platform.forbidden')
    expect(await codeOf(run(replaceResult, people.hanh, { dossierCode, ...MISTAKE }))).toBe('platform.forbidden')
    expect(await codeOf(run(replaceResult, people.head, { dossierCode, ...MISTAKE, reason: 'sai' }))).toBe(
      'platform.invalid-input',
    )
    const both = await Promise.all(
      [1, 2].map(() => codeOf(run(replaceResult, people.head, { dossierCode, ...MISTAKE }))),
    )
    expect(both.toSorted()[0]).toBe('done')
    expect(both.filter((code) => code === 'done')).toHaveLength(1)
    await world.appraise(dossierCode, 'ineligible')
    expect(await codeOf(run(draftResult, people.specialist, { dossierCode }))).toBe(
      'results.correction-changes-outcome',
    )
    await world.appraise(dossierCode, 'eligible')
    expect(await codeOf(run(draftResult, people.specialist, { dossierCode }))).toBe('done')
  })
})

describe('a signed paper given back by the clerk', () => {
  test('has lost its signature: it is signed anew, the first file stays and is never sealed', async () => {
    const { people, pins, run, undertake, read } = world
    const dossierCode = await world.signed()
    const first = await bytesOf(dossierCode, { stage: 'signed' })
    expect(await codeOf(run(returnSigned, people.leader, { dossierCode, reason: 'Không phải văn thư.' }))).toBe(
      'platform.forbidden',
    )
    expect(await codeOf(run(returnSigned, people.otherClerk, { dossierCode, reason: 'Không ở đây.' }))).toBe(
      'platform.not-found',
    )
    const reason = 'Thiếu nơi nhận là Phòng Kinh tế.'
    expect(await run(returnSigned, people.clerk, { dossierCode, reason })).toMatchObject({
      handling: 'awaiting-signature',
    })
    expect(await codeOf(undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal }))).toBe(
      'dossiers.wrong-state',
    )
    const returned = await read(getResult, people.leader, { dossierCode })
    expect(returned.result).toMatchObject({ state: 'approved', returnReason: reason, returnedByName: 'Hoàng Thuý Nga' })
    expect(returned.files.map(({ stage, voidReason }) => [stage, voidReason])).toEqual([
      ['unsigned', null],
      ['signed', reason],
    ])
    expect(await codeOf(read(downloadResult, people.head, { dossierCode, stage: 'signed' }))).toBe('platform.not-found')
    expect((await read(verifyDocument, ANONYMOUS, { bytes: first })).judgement).not.toBe('issued')

    world.clock.advance(1)
    await undertake(signResult, people.leader, { dossierCode, pin: pins.leader })
    const second = await bytesOf(dossierCode, { stage: 'signed' })
    expect(second.equals(first)).toBe(false)
    expect((await read(getResult, people.leader, { dossierCode })).result.returnReason).toBeNull()
    await undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal })
    const pdf = await bytesOf(dossierCode)
    expect(pdf.subarray(0, second.length).equals(second)).toBe(true)
    expect((await read(verifyDocument, ANONYMOUS, { bytes: pdf })).judgement).toBe('issued')
    expect((await read(verifyDocument, ANONYMOUS, { bytes: first })).judgement).toBe('other-version')
    expect(await linesOf(dossierCode)).toContain('results.signature-returned')
  })

  test('may go back to the specialist from there', async () => {
    const { people, run } = world
    const dossierCode = await world.signed()
    await run(returnSigned, people.clerk, { dossierCode, reason: 'Sai tên cơ quan ở nơi nhận.' })
    await run(returnDraft, people.leader, { dossierCode, reason: 'Sửa nơi nhận.' })
    expect(await run(draftResult, people.specialist, { dossierCode })).toMatchObject({ version: 2 })
  })
})

describe('a result the citizen does not take', () => {
  test('waits at the desk, with who did not take it and why, and may be handed over later', async () => {
    const { people, run, read } = world
    const dossierCode = await world.sealed()
    const said = { refusedByName: 'Nguyễn Thu Hạnh', reason: 'Cho rằng kết quả ghi thiếu một trang.' }
    expect(await codeOf(run(refuseDelivery, people.clerk, { dossierCode, ...said }))).toBe('platform.forbidden')
    expect(await run(refuseDelivery, people.desk, { dossierCode, ...said })).toMatchObject({
      handling: 'finished',
      delivery: 'refused',
    })
    expect(await codeOf(run(refuseDelivery, people.desk, { dossierCode, ...said }))).toBe(
      'dossiers.delivery-refused-before',
    )
    expect(await read(getResult, people.head, { dossierCode })).toMatchObject({
      result: { state: 'sealed' },
      refused: { ...said, byName: 'Vũ Ngọc Ánh' },
    })
    expect(await linesOf(dossierCode)).toContain('results.delivery-refused')
    expect(
      await run(deliverResult, people.desk, { dossierCode, how: 'postal', postalCode: 'EQ118000VN' }),
    ).toMatchObject({ handling: 'delivered', how: 'postal' })
    expect(await dossierOf(dossierCode)).toMatchObject({ delivery: 'handed-over' })
    expect(await codeOf(run(refuseDelivery, people.desk, { dossierCode, ...said }))).toBe('dossiers.wrong-state')
  })
})

describe('many by one press', () => {
  test('drafts are approved each on its own: one changed since and one out of reach hold up nobody', async () => {
    const { people, run, undertake, read } = world
    const drafted = async () => {
      const dossierCode = await world.appraised()
      await run(draftResult, people.specialist, { dossierCode })
      return dossierCode
    }
    const [first, changed, last] = [await drafted(), await drafted(), await drafted()]
    await run(returnDraft, people.head, { dossierCode: changed, reason: 'Sửa lại nơi nhận.' })
    await run(draftResult, people.specialist, { dossierCode: changed })
    const waiting = await read(listWaitingResults, people.head, { as: 'head-of-division' })
    expect(waiting.map(({ item }) => item.code)).toEqual(expect.arrayContaining([first, changed, last]))
    const items = [first, changed, 'H49.999-261120-9999', last].map((dossierCode) => ({ dossierCode, version: 1 }))
    expect(await codeOf(undertake(bulkApprove, people.specialist, { items }))).toBe('platform.forbidden')
    const { outcomes } = await undertake(bulkApprove, people.head, { items })
    expect(outcomes.map(({ dossierCode, refusal }) => [dossierCode, refusal?.code ?? 'done'])).toEqual([
      [first, 'done'],
      [changed, 'results.draft-changed'],
      ['H49.999-261120-9999', 'platform.not-found'],
      [last, 'done'],
    ])
    expect((await dossierOf(changed)).handling).toBe('awaiting-approval')
    expect((await linesOf(last)).filter((what) => what === 'results.approved')).toHaveLength(1)
  })

  test('a dossier whose data is broken fails alone', async () => {
    const { people, run, undertake } = world
    const codes: string[] = []
    for (let index = 0; index < 3; index += 1) {
      const dossierCode = await world.appraised()
      await run(draftResult, people.specialist, { dossierCode })
      codes.push(dossierCode)
    }
    const poisoned = codes[1] ?? ''
    const { id } = await dossierOf(poisoned)
    const owner = new pg.Client({ connectionString: world.database.url('motcua_owner') })
    await owner.connect()
    await owner
      .query(`update dossiers.dossier set process_id = gen_random_uuid() where id = $1`, [id])
      .finally(() => owner.end())
    const { outcomes } = await undertake(bulkApprove, people.head, {
      items: codes.map((dossierCode) => ({ dossierCode, version: 1 })),
    })
    expect(outcomes.map(({ refusal }) => refusal?.code ?? 'done')).toEqual(['done', 'dossiers.bulk-failed', 'done'])
  })

  test('hand-overs are noted each on its own', async () => {
    const { people, undertake } = world
    const [one, two, three] = [await world.sealed(), await world.sealed(), await world.sealed()]
    const early = await world.approved()
    const { outcomes } = await undertake(bulkDeliver, people.desk, {
      items: [
        { dossierCode: one, how: 'counter', receiverName: 'Nguyễn Thu Hạnh' },
        { dossierCode: early, how: 'electronic' },
        { dossierCode: two, how: 'counter' },
        { dossierCode: three, how: 'electronic' },
      ],
    })
    expect(outcomes.map(({ refusal }) => refusal?.code ?? 'done')).toEqual([
      'done',
      'dossiers.wrong-state',
      'results.receiver-missing',
      'done',
    ])
  })
})
