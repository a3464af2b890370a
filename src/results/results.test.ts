import { execFileSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathInStore } from '../platform/file-store.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { ANONYMOUS } from '../platform/actor.ts'
import { rows, sql } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { getDossier } from '../dossiers/index.ts'
import { raiseAll, revocationPort, type RevocationSource } from '../signing/index.ts'
import { askOpenssl, askOpensslTime, askPoppler, askQpdf, hasPeers } from '../signing/testing-peers.ts'
import { readPdf } from '../signing/pdf/file.ts'
import { pageRefs } from '../signing/pdf/form.ts'
import { startIncrement } from '../signing/pdf/increment.ts'
import { withEntries } from '../signing/pdf/objects.ts'
import { signatureParts } from '../signing/testing.ts'
import {
  approveResult,
  deliverResult,
  downloadResult,
  draftResult,
  getResult,
  getResultDraft,
  listWaitingResults,
  previewDraft,
  returnDraft,
  sealResult,
  signResult,
  verifyCommand,
  verifyDocument,
} from './index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from './testing.ts'

let world: ResultsWorld
beforeAll(async () => {
  world = await openResultsWorld()
}, 180_000)
afterAll(() => world.close())

const handlingOf = async (dossierCode: string) =>
  (await world.read(getDossier, world.people.leader, { dossierCode })).dossier.handling

const bytesOf = async (dossierCode: string, stage?: string): Promise<Buffer> => {
  const { file } = await world.read(downloadResult, world.people.specialist, {
    dossierCode,
    ...(stage ? { stage } : {}),
  })
  return world.app.files.bytes(file.sha256)
}

const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, ' ')

async function whatTheJournalSays(dossierCode: string): Promise<string[]> {
  const { dossier } = await world.read(getDossier, world.people.leader, { dossierCode })
  const lines = await rows(
    world.app.db,
    sql<{
      what: string
    }>`select what from platform.journal_line where subject = ${`dossier:${dossier.id}`} order by seq`,
  )
  return lines.map(({ what }) => what).filter((what) => what !== 'read')
}

/** Changes what the application cannot: as somebody with the owner's rights would. */
async function tamper(statement: string, values: unknown[]): Promise<number> {
  const client = new pg.Client({ connectionString: world.database.url('motcua_owner') })
  await client.connect()
  try {
    return (await client.query(statement, values)).rowCount ?? 0
  } finally {
    await client.end()
  }
}

async function motcuaVerify(pdf: Buffer, ...more: string[]): Promise<{ code: number; out: string }> {
  const path = join(await mkdtemp(join(tmpdir(), 'motcua-verify-')), 'a.pdf')
  await writeFile(path, pdf)
  let out = ''
  const io = { out: (text: string) => void (out += text), err: (text: string) => void (out += text) }
  const code = await verifyCommand(() => world.app.settings).run([path, ...more], io, undefined)
  return { code, out }
}

describe('from draft to hand-over', () => {
  test('a result is drafted, approved, signed, sealed, delivered; other programs find it valid', async () => {
    const { people, pins, run, undertake, read, pki } = world
    const dossierCode = await world.appraised()
    const { draft } = await read(getResultDraft, people.specialist, { dossierCode })
    expect(draft).toMatchObject({ kind: 'result', template: 'certification', signatory: { fullName: 'Bùi Đức Thịnh' } })
    expect(textOf((await read(previewDraft, people.specialist, { dossierCode })).pdf)).toMatch(/DỰ.*ẢO|ẢO.*DỰ/)

    const facts = [{ label: 'Bản chính', value: 'Bằng tốt nghiệp đại học số 118' }]
    expect(await run(draftResult, people.specialist, { dossierCode, facts })).toMatchObject({
      handling: 'awaiting-approval',
      version: 1,
    })
    expect(await run(approveResult, people.head, { dossierCode, version: 1 })).toMatchObject({
      handling: 'awaiting-signature',
    })
    expect(
      (await read(listWaitingResults, people.leader, { as: 'signatory' })).map(({ item, isMine }) => [
        item.code,
        isMine,
      ]),
    ).toContainEqual([dossierCode, true])
    expect(await undertake(signResult, people.leader, { dossierCode, pin: pins.leader })).toMatchObject({
      handling: 'awaiting-seal',
    })
    const sealed = await undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal })
    expect(sealed).toMatchObject({
      handling: 'finished',
      number: expect.stringMatching(/^\d+\/CT-UBND$/),
      issuedOn: '2026-11-20',
    })
    expect(sealed.verificationCode).toMatch(/^QN(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
    expect(await codeOf(run(deliverResult, people.desk, { dossierCode, how: 'counter' }))).toBe(
      'results.receiver-missing',
    )
    expect(
      await run(deliverResult, people.desk, { dossierCode, how: 'counter', receiverName: 'Nguyễn Thu Hạnh' }),
    ).toMatchObject({ handling: 'delivered' })

    const [unsigned, signed, pdf] = [
      await bytesOf(dossierCode, 'unsigned'),
      await bytesOf(dossierCode, 'signed'),
      await bytesOf(dossierCode),
    ]
    expect(signed.subarray(0, unsigned.length).equals(unsigned)).toBe(true)
    expect(pdf.subarray(0, signed.length).equals(signed)).toBe(true)
    const text = textOf(pdf)
    for (const words of [
      sealed.number,
      'ngày 20 tháng 11 năm 2026',
      'Bùi Đức Thịnh',
      'Bằng tốt nghiệp đại học số 118',
      sealed.verificationCode,
      'NGUYỄN THU HẠNH',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('DỰ THẢO')
    if (hasPeers) {
      for (const [bytes, names] of [
        [signed, ['Bùi Đức Thịnh']],
        [pdf, ['Bùi Đức Thịnh', 'Ủy ban nhân dân phường Bãi Cháy']],
      ] as const) {
        const judged = (await askPoppler(pki.root, bytes)).filter(({ signer }) => signer !== '')
        expect(judged.map(({ signer, valid, trusted }) => ({ signer, valid, trusted }))).toEqual(
          names.map((signer) => ({ signer, valid: true, trusted: true })),
        )
        expect(await askQpdf(bytes)).toContain('No syntax or stream encoding errors')
        for (const parts of signatureParts(bytes)) {
          await askOpenssl(pki.root, { ...parts, at: world.clock.now() })
          expect(
            await askOpensslTime(pki.root, { ...parts, untrusted: [pki.issuing], at: world.clock.now() }),
          ).toContain('Verification: OK')
        }
      }
    }
    expect(await whatTheJournalSays(dossierCode)).toEqual(
      expect.arrayContaining([
        'results.drafted',
        'results.approved',
        'results.signature-requested',
        'results.signed',
        'results.seal-requested',
        'dossiers.finished',
        'results.sealed',
        'dossiers.delivered',
        'results.delivered',
      ]),
    )
    const view = await read(getResult, people.hanh, { dossierCode })
    expect(view).toMatchObject({
      result: { state: 'delivered' },
      delivery: { how: 'counter', receiverName: 'Nguyễn Thu Hạnh' },
      issued: { numberText: sealed.number },
    })
    expect(view.files.map(({ stage }) => stage)).toEqual(['sealed'])
  })

  test('an electronic result is with the citizen at once, noted by the system, once', async () => {
    const { people, read } = world
    const dossierCode = await world.sealed('electronic')
    const { file } = await read(downloadResult, people.hanh, { dossierCode })
    expect(file.mediaType).toBe('application/pdf')
    await world.app.jobs.drain()
    expect(await handlingOf(dossierCode)).toBe('delivered')
    await world.app.jobs.drain()
    expect((await whatTheJournalSays(dossierCode)).filter((what) => what === 'results.delivered')).toHaveLength(1)
    expect((await read(getResult, people.hanh, { dossierCode })).delivery).toMatchObject({
      how: 'electronic',
      byName: 'results.delivery',
    })
  })

  test('who is not entitled gets form 03, signed and sealed like a grant', async () => {
    const { people, pins, run, undertake } = world
    const dossierCode = await world.appraised({
      outcome: 'ineligible',
      note: 'Bản chính bị tẩy xoá tại mục ngày sinh.',
    })
    expect(await run(draftResult, people.specialist, { dossierCode })).toMatchObject({ kind: 'rejection' })
    await run(approveResult, people.head, { dossierCode })
    await undertake(signResult, people.leader, { dossierCode, pin: pins.leader })
    const { number } = await undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal })
    expect(number).toMatch(/\/TCGQ-UBND$/)
    const text = textOf(await bytesOf(dossierCode))
    expect(text).toContain('Bản chính bị tẩy xoá tại mục ngày sinh.')
    expect(text.toLocaleLowerCase('vi')).toContain('phiếu từ chối')
  })

  test('a returned draft comes again as the next version, with what was written kept', async () => {
    const { people, run, read } = world
    const dossierCode = await world.appraised()
    await run(draftResult, people.specialist, { dossierCode, body: ['Một câu người soạn viết.'] })
    await run(returnDraft, people.head, { dossierCode, reason: 'Ghi rõ số của bản chính.' })
    const { draft, before } = await read(getResultDraft, people.specialist, { dossierCode })
    expect(draft.content.body).toEqual(['Một câu người soạn viết.'])
    expect(before).toMatchObject({
      state: 'returned',
      returnReason: 'Ghi rõ số của bản chính.',
      returnedByName: 'Đỗ Minh Châu',
    })
    expect(await run(draftResult, people.specialist, { dossierCode })).toMatchObject({ version: 2 })
    expect(await codeOf(run(approveResult, people.head, { dossierCode, version: 1 }))).toBe('results.draft-changed')
    await run(approveResult, people.head, { dossierCode, version: 2 })
    await run(returnDraft, people.leader, { dossierCode, reason: 'Sửa lại trích yếu.' })
    expect(await handlingOf(dossierCode)).toBe('appraising')
  })

  test('numbers of a year follow each other without a gap, also past a seal that failed', async () => {
    const { people, pins, undertake } = world
    const [one, two] = [await world.signed(), await world.signed()]
    const failing = (dossierCode: string) => codeOf(undertake(sealResult, people.clerk, { dossierCode, pin: '000000' }))
    expect(await failing(one)).toBe('signing.wrong-pin')
    expect(await handlingOf(one)).toBe('awaiting-seal')
    const second = await undertake(sealResult, people.clerk, { dossierCode: two, pin: pins.seal })
    const first = await undertake(sealResult, people.clerk, { dossierCode: one, pin: pins.seal })
    expect(Number.parseInt(second.number)).toBe(Number.parseInt(first.number) + 1)

    // One that is given up long enough leaves its number to the next.
    const [left, next] = [await world.signed(), await world.signed()]
    expect(await failing(left)).toBe('signing.wrong-pin')
    world.clock.advance(11)
    const taken = await undertake(sealResult, people.clerk, { dossierCode: next, pin: pins.seal })
    expect(Number.parseInt(taken.number)).toBe(Number.parseInt(second.number) + 1)
    const later = await undertake(sealResult, people.clerk, { dossierCode: left, pin: pins.seal })
    const issued = await rows(
      world.app.db,
      sql<{
        no: number
      }>`select no from results.issued where unit_id = (select unit_id from results.issued where number_text = ${later.number}) order by no`,
    )
    expect(issued.map(({ no }) => no)).toEqual(issued.map((_, index) => index + 1))
  })
})

describe('refused, and nothing spoiled', () => {
  test('content changed after approval', async () => {
    const { people, pins, undertake } = world
    const [dossierCode, other] = [await world.approved(), await world.approved()]
    const ids = await Promise.all(
      [dossierCode, other].map(
        async (code) => (await world.read(getDossier, people.leader, { dossierCode: code })).dossier.id,
      ),
    )
    const swapped = await tamper(
      `update results.result_file f set file_id = o.file_id, sha256 = o.sha256 from results.result_file o where f.dossier_id = $1 and o.dossier_id = $2`,
      ids,
    )
    expect(swapped).toBe(1)
    expect(await codeOf(undertake(signResult, people.leader, { dossierCode, pin: pins.leader }))).toBe(
      'results.changed-after-approval',
    )
    expect(await handlingOf(dossierCode)).toBe('awaiting-signature')
  })

  test('a file changed on the disk', async () => {
    const { people, pins, undertake } = world
    const dossierCode = await world.approved()
    const { file } = await world.read(downloadResult, people.leader, { dossierCode })
    const path = pathInStore(world.app.settings.fileFolder, file.sha256)
    const bytes = await world.app.files.bytes(file.sha256)
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
    await writeFile(path, bytes)
    expect(await codeOf(undertake(signResult, people.leader, { dossierCode, pin: pins.leader }))).toBe(
      'signing.content-changed',
    )
  })

  test('wrong PIN, then the right one', async () => {
    const { people, pins, undertake } = world
    const dossierCode = await world.approved()
    expect(await codeOf(undertake(signResult, people.leader, { dossierCode, pin: '000000' }))).toBe('signing.wrong-pin')
    expect(await handlingOf(dossierCode)).toBe('awaiting-signature')
    expect(await codeOf(undertake(signResult, people.leader, { dossierCode, pin: pins.leader }))).toBe('done')
    const kept = await rows(
      world.app.db,
      sql<{
        all: string
      }>`select r::text as all from signing.request r union all select facts::text from platform.journal_line`,
    )
    expect(kept.filter(({ all }) => all.includes(pins.leader))).toEqual([])
  })

  test('the time-stamp authority down, then up', async () => {
    const { people, pins, undertake, timestamps } = world
    const dossierCode = await world.approved()
    timestamps.behave({ mode: 'down' })
    const asked = { dossierCode, pin: pins.leader }
    expect(await undertake(signResult, people.leader, asked)).toMatchObject({ state: 'raising', level: 'B-B' })
    expect(await codeOf(undertake(signResult, people.leader, asked))).toBe('signing.raises-already')
    expect(await handlingOf(dossierCode)).toBe('awaiting-signature')
    const states = await rows(
      world.app.db,
      sql<{
        state: string
        error: string
      }>`select state, error from signing.request order by requested_at desc, id desc limit 1`,
    )
    expect(states).toEqual([{ state: 'raising', error: null }])
    timestamps.behave({ mode: 'normal' })
    expect(await raiseAll(world.app)).toEqual({ completed: 1, failed: 0, waiting: 0 })
    expect(await handlingOf(dossierCode)).toBe('awaiting-seal')
  })

  test('a clerk before the leader, and out of turn', async () => {
    const { people, pins, undertake, run } = world
    const dossierCode = await world.approved()
    expect(await codeOf(undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal }))).toBe(
      'dossiers.wrong-state',
    )
    expect(await codeOf(run(deliverResult, people.desk, { dossierCode, how: 'electronic' }))).toBe(
      'dossiers.wrong-state',
    )
    expect(await codeOf(run(draftResult, people.specialist, { dossierCode }))).toBe('dossiers.wrong-state')
    expect(await codeOf(world.read(getResult, people.hanh, { dossierCode }))).toBe('platform.not-found')
    expect(await codeOf(world.read(downloadResult, people.hanh, { dossierCode }))).toBe('platform.not-found')
  })

  test('people of other units and other roles', async () => {
    const { people, pins, undertake, run, read } = world
    const dossierCode = await world.approved()
    expect(await codeOf(undertake(signResult, people.otherLeader, { dossierCode, pin: pins.otherLeader }))).toBe(
      'platform.not-found',
    )
    expect(await codeOf(undertake(sealResult, people.otherClerk, { dossierCode, pin: pins.otherSeal }))).toBe(
      'platform.not-found',
    )
    expect(await codeOf(run(draftResult, people.otherSpecialist, { dossierCode }))).toBe('platform.not-found')
    expect(await codeOf(read(downloadResult, people.dong, { dossierCode }))).toBe('platform.not-found')
    expect(await codeOf(undertake(signResult, people.clerk, { dossierCode, pin: pins.seal }))).toBe(
      'platform.forbidden',
    )
    expect(await codeOf(undertake(signResult, people.hanh, { dossierCode, pin: '123456' }))).toBe('platform.forbidden')
    expect(await codeOf(undertake(signResult, ANONYMOUS, { dossierCode, pin: '123456' }))).toBe(
      'platform.not-signed-in',
    )
  })

  test('somebody who is not the person named on the paper, with a key of their own', async () => {
    const { people, pins, undertake } = world
    const dossierCode = await world.approved()
    const here = people.leader.grants[0]
    if (!here) throw new Error('the leader has no post')
    const substitute = { ...people.otherLeader, grants: [here] }
    expect(await codeOf(undertake(signResult, substitute, { dossierCode, pin: pins.otherLeader }))).toBe(
      'results.not-the-named-signatory',
    )
  })

  test('an expired or withdrawn certificate', async () => {
    const { people, pins, undertake } = world
    const dossierCode = await world.approved()
    const set = (to: string) =>
      tamper(`update signing.key_holder set valid_to = $2 where account_id = $1`, [people.leader.accountId, to])
    await set('2026-11-19T00:00:00Z')
    expect(await codeOf(undertake(signResult, people.leader, { dossierCode, pin: pins.leader }))).toBe(
      'signing.certificate-expired',
    )
    await set('2029-11-19T00:00:00Z')
    const withdraw = (at: string | null) =>
      tamper(`update signing.key_holder set withdrawn_at = $2 where account_id = $1`, [people.leader.accountId, at])
    await withdraw('2026-11-19T00:00:00Z')
    expect(await codeOf(undertake(signResult, people.leader, { dossierCode, pin: pins.leader }))).toBe(
      'signing.key-unknown',
    )
    await withdraw(null)
    expect(await codeOf(undertake(signResult, people.leader, { dossierCode, pin: pins.leader }))).toBe('done')
  })

  test('the same signature and the same seal twice at once: one counts', async () => {
    const { people, pins, undertake } = world
    const dossierCode = await world.approved()
    const both = await Promise.all(
      [1, 2].map(() => codeOf(undertake(signResult, people.leader, { dossierCode, pin: pins.leader }))),
    )
    expect(both.filter((code) => code === 'done')).toHaveLength(1)
    expect(['platform.conflict', 'dossiers.overtaken', 'dossiers.wrong-state', 'results.not-approved']).toContain(
      both.find((code) => code !== 'done'),
    )
    const seals = await Promise.all(
      [1, 2].map(() => codeOf(undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal }))),
    )
    expect(seals.filter((code) => code === 'done')).toHaveLength(1)
    const issued = await rows(
      world.app.db,
      sql`select 1 from results.issued i join results.result r using (dossier_id) where r.verification_code = i.verification_code`,
    )
    const all = await rows(world.app.db, sql`select 1 from results.issued`)
    expect(issued).toHaveLength(all.length)
  })
})

describe('verifying', () => {
  test('by code: who issued what when, nothing of the citizen', async () => {
    const dossierCode = await world.sealed()
    const { issued } = await world.read(getResult, world.people.hanh, { dossierCode })
    const code = issued?.verificationCode ?? ''
    for (const typed of [
      code,
      code.toLowerCase().replaceAll('-', ' '),
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
    ]) {
      const found = await world.read(verifyDocument, ANONYMOUS, { code: typed })
      expect(found).toMatchObject({
        judgement: 'by-code',
        document: {
          agency: 'Ủy ban nhân dân phường Bãi Cháy',
          signatory: 'Bùi Đức Thịnh',
          state: 'in-force',
          sha256: issued?.sha256,
        },
      })
      expect(JSON.stringify(found)).not.toMatch(/Hạnh|022188000512|H49\.136\.1/)
    }
    expect((await world.read(verifyDocument, ANONYMOUS, { code: 'QN-0000-0000-0000-0000' })).judgement).toBe(
      'unknown-code',
    )
    expect((await world.read(verifyDocument, ANONYMOUS, { code: 'không phải mã' })).judgement).toBe('unknown-code')
    expect(await codeOf(world.read(verifyDocument, ANONYMOUS, {}))).toBe('results.nothing-to-verify')
  })

  test('by file: the issued one, an earlier one, a flipped byte, an appended change, others', async () => {
    const dossierCode = await world.sealed()
    const [unsigned, signed, pdf] = [
      await bytesOf(dossierCode, 'unsigned'),
      await bytesOf(dossierCode, 'signed'),
      await bytesOf(dossierCode),
    ]
    const judge = async (bytes: Buffer) => {
      const { judgement, document, file } = await world.read(verifyDocument, ANONYMOUS, { bytes })
      return [judgement, file?.verdict, document !== null]
    }
    expect(await judge(pdf)).toEqual(['issued', 'valid', true])
    expect(await judge(signed)).toEqual(['other-version', 'valid', true])
    expect(await judge(unsigned)).toEqual(['other-version', 'unsigned', true])
    const flipped = flip(pdf, pdf.indexOf('stream') + 60)
    expect((await judge(flipped)).slice(0, 2)).toEqual(['altered', 'altered'])
    for (const at of [20, unsigned.length - 500, signed.length - 900, pdf.length - 20]) {
      expect(['altered', 'broken'], `byte ${at}`).toContain((await judge(flip(pdf, at)))[0])
    }
    const appended = turnPage(pdf)
    expect(await judge(appended)).toEqual(['altered', 'altered', true])
    expect((await judge(Buffer.from('xin chào')))[0]).toBe('broken')
    expect(await codeOf(world.read(verifyDocument, ANONYMOUS, { bytes: Buffer.alloc(20 * 1024 * 1024 + 1) }))).toBe(
      'results.too-large-to-verify',
    )

    expect(await motcuaVerify(pdf)).toMatchObject({ code: 0, out: expect.stringContaining('Bùi Đức Thịnh') })
    expect((await motcuaVerify(flipped)).code).toBe(1)
    const { code, out } = await motcuaVerify(appended, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      overall: {
        mainIndication: 'urn:etsi:019102:mainindication:total-failed',
        subIndications: ['urn:etsi:019102:subindication:FORMAT_FAILURE'],
      },
    })
    expect((await motcuaVerify(unsigned)).code).toBe(1)
  })

  test('tells whose signatures were cut off, and who signed behind the issued version', async () => {
    const dossierCode = await world.sealed()
    const compared = async (bytes: Buffer) => (await world.read(verifyDocument, ANONYMOUS, { bytes })).comparison
    const counts = { issuedSignatures: 2 }
    expect(await compared(await bytesOf(dossierCode))).toBeNull()
    expect(await compared(await bytesOf(dossierCode, 'signed'))).toEqual({
      relation: 'cut',
      signatures: 1,
      ...counts,
      signers: ['Ủy ban nhân dân phường Bãi Cháy'],
    })
    expect(await compared(await bytesOf(dossierCode, 'unsigned'))).toEqual({
      relation: 'cut',
      signatures: 0,
      ...counts,
      signers: ['Bùi Đức Thịnh', 'Ủy ban nhân dân phường Bãi Cháy'],
    })
    expect(await compared(turnPage(await bytesOf(dossierCode)))).toMatchObject({ relation: 'extended', signers: [] })
    expect(await compared(turnPage(await bytesOf(dossierCode, 'signed')))).toMatchObject({ relation: 'different' })
  })

  test('shows the pages that were changed, and says that a demonstration is worth nothing in law', async () => {
    const pdf = await bytesOf(await world.sealed())
    const { file } = await world.read(verifyDocument, ANONYMOUS, { bytes: turnPage(pdf), pictures: true })
    expect(file?.changedPages).toEqual([1])
    expect(file?.pictures.map(({ page, signed, now }) => [page, signed !== null, now !== null])).toEqual([
      [1, true, true],
    ])
    expect(file?.signatures.map(({ isDemo, indication }) => [isDemo, indication.main])).toEqual([
      [true, 'TOTAL-FAILED'],
      [true, 'TOTAL-FAILED'],
    ])
    const { out } = await motcuaVerify(pdf)
    for (const line of [
      'Chữ ký trình diễn, không có giá trị pháp lý',
      'Thay mặt: Ủy ban nhân dân phường Bãi Cháy',
      'Đã điền ô số văn bản',
      'Đã ký thêm: Ủy ban nhân dân phường Bãi Cháy (trang 1)',
    ]) {
      expect(out).toContain(line)
    }
  })

  test('names signers without their identity numbers', async () => {
    const pdf = await bytesOf(await world.sealed())
    const { file } = await world.read(verifyDocument, ANONYMOUS, { bytes: pdf })
    expect(file?.signatures).toMatchObject([
      { signer: 'Bùi Đức Thịnh', isOurs: true, trusted: true, level: 'B-LT' },
      { signer: 'Ủy ban nhân dân phường Bãi Cháy', isOurs: true, trusted: true, level: 'B-LT' },
    ])
    expect(JSON.stringify(file)).not.toContain('CCCD')
  })
})

function flip(pdf: Buffer, at: number): Buffer {
  const flipped = Buffer.from(pdf)
  flipped[at] = (flipped[at] ?? 0) ^ 1
  return flipped
}

/** What anybody with an editor can do: an update that turns the first page. */
function turnPage(pdf: Buffer): Buffer {
  const file = readPdf(pdf)
  const increment = startIncrement(file)
  const [page] = pageRefs(file)
  const dict = page && file.dict(page)
  if (!page || !dict) throw new Error('no page')
  increment.set(page, withEntries(dict, { Rotate: 90 }))
  return increment.finish().bytes
}

describe('motcua verify', () => {
  test('asks the authorities only when told to, and does without those who do not answer', async () => {
    const { app, clock } = world
    const signed = await bytesOf(await world.signed(), 'signed')
    const source = app.ports.get(revocationPort)
    let questions = 0
    let isDown = false
    const statusOf: RevocationSource['statusOf'] = (...asked) => {
      questions += 1
      return isDown ? Promise.reject(new Refusal('signing.revocation-unavailable')) : source.statusOf(...asked)
    }
    const authorities = () => ({ ...source, statusOf })
    const verified = async (...more: string[]) => {
      const path = join(await mkdtemp(join(tmpdir(), 'motcua-verify-')), 'a.pdf')
      await writeFile(path, signed)
      const lines: string[] = []
      const say = (text: string) => void lines.push(text)
      const command = verifyCommand(() => app.settings, { clock, authorities })
      return { code: await command.run([path, ...more], { out: say, err: say }, undefined), text: lines.join('\n') }
    }
    expect(await verified()).toMatchObject({ code: 0, text: expect.stringContaining('Chưa có thông tin chứng thư') })
    expect(questions).toBe(0)
    expect(await verified('--online')).toMatchObject({
      code: 0,
      text: expect.stringContaining('Chứng thư chưa bị thu hồi'),
    })
    expect(questions).toBeGreaterThan(0)
    isDown = true
    expect(await verified('--online')).toMatchObject({
      code: 0,
      text: expect.stringContaining('Chưa có thông tin chứng thư'),
    })
  })
})
