import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import { ANONYMOUS, type Actor } from '../../platform/actor.ts'
import { linesOf } from '../../platform/journal/read.ts'
import {
  componentsOfDossier,
  type AloneScan,
  dossiersPurposes,
  getDossier,
  hasEnded,
  paperCertified,
  scannedPapersPort,
  sealedCopiesPort,
} from '../../dossiers/index.ts'
import { certifiedCopiesPort, resultsPurposes, verifyDocument } from '../../results/index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from '../../results/testing.ts'
import { certifyAgency, certifyPerson, signingPurposesPort, verifyPdf } from '../../signing/index.ts'
import { askPoppler, hasPeers } from '../../signing/testing-peers.ts'
import { deskPurposes, dropCopy, getCopyFile, listCopies, listCopyRegister, sealCopy, signCopy } from '../index.ts'
import { deskRefusals } from '../texts.ts'
import { pdfLibDocument } from '../../signing/testing.ts'
import { whyNotCopy } from './certified-copy.ts'
import { entryEntered, vaultEntriesFrom } from '../../documents/index.ts'
import { keepAcceptedPapers } from '../../dossiers/vault/on-dossier-received.ts'
import { digitisationReactions } from '../../digitisation/index.ts'
import { copyById, sealedCopies } from './store.ts'
import { knownCopy } from './known-copy.ts'
import { deskWorkspaceRoutes } from '../workspace/routes.ts'

const [PIN, SEAL] = ['246810', '135790']
let world: ResultsWorld
let site: BareWeb
let actor: Actor
let unitId: string
/** A checked scan that belongs to no dossier, as the bench tells of it. */
let alone: AloneScan | undefined

beforeAll(async () => {
  world = await openResultsWorld()
  const { app, pki, people } = world
  Object.assign(app.refusals, deskRefusals)
  app.ports.set(signingPurposesPort, [...dossiersPurposes, ...resultsPurposes, ...deskPurposes])
  app.ports.set(scannedPapersPort, { ofDossier: async () => [], alone: async () => alone })
  app.ports.set(sealedCopiesPort, sealedCopies)
  app.ports.set(certifiedCopiesPort, (sha256s) => knownCopy(app.db, sha256s))
  unitId = people.desk.grants.find(({ role }) => role === 'intake-officer')?.unitId ?? ''
  await certifyPerson(app, pki, { accountId: people.desk.accountId, agency: 'Trung tâm Bãi Cháy', pin: PIN })
  await certifyAgency(app, pki, { unitId, pin: SEAL })
  actor = people.desk
  site = await openBareWeb(app, () => actor, deskWorkspaceRoutes)
}, 180_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

/** A dossier with a scan of it, and what is said about that. */
async function scanned() {
  const dossierCode = await world.appraised()
  const { dossier } = await world.read(getDossier, world.people.desk, { dossierCode })
  const components = await componentsOfDossier(world.app.db, dossier.id)
  const fileId = components.flatMap(({ files }) => files)[0]?.fileId ?? ''
  return { dossier, said: { dossierCode, fileId, title: 'Giấy khai sinh số 15', ownerName: 'Nguyễn Thu Hạnh' } }
}
const sign = async (said: object, who = world.people.desk) =>
  world.undertake(signCopy, who, { ...said, isCompared: true, pin: PIN }) as Promise<{ copyId: string }>
const seal = (copyId: string, pin = SEAL, who = world.people.desk) => world.undertake(sealCopy, who, { copyId, pin })

/** What other rooms hear: a copy was sealed, a paper is new in a vault. */
const tell = async ({ name }: { name: string }, payload: unknown) => {
  for (const { event, run } of digitisationReactions) if (event === name) await run(world.app, payload as never)
}
async function tellCertified(copyId: string): Promise<void> {
  const one = await copyById(world.app.db, copyId)
  const { dossierId, sourceFileId, sealedFileId: fileId, ownerName, unitId } = one ?? {}
  await tell(paperCertified, { dossierId, sourceFileId, fileId, ownerName, unitId })
}
const tellEntered = (payload: object) => tell(entryEntered, payload)

describe('a certified copy', () => {
  test('is signed by who compared it, then by the agency; both stay valid, the scan before them too', async () => {
    const { people, pki, clock, read, app } = world
    const { dossier, said } = await scanned()
    const { copyId } = await sign(said)
    clock.advance(1)
    const { number, sha256 } = (await seal(copyId)) as { number: string; sha256: string }
    expect(number).toMatch(/^\d\d\/2026\/SY$/)
    const file = await read(getCopyFile, people.clerk, { copyId })
    expect(file.sha256).toBe(sha256)
    const [whole, bare] = [await app.files.bytes(sha256), await app.files.bytes((await copy(said)).sourceSha256)]
    expect(whole.subarray(0, bare.length).equals(bare)).toBe(true)
    const report = verifyPdf(whole, pki.trust, clock.now())
    expect(report.verdict).toBe('valid')
    expect(report.signatures.map(({ signer, integrity }) => [signer.commonName, integrity]).slice(0, 2)).toEqual([
      [people.desk.fullName, 'intact'],
      [expect.stringContaining('Trung tâm'), 'intact'],
    ])
    if (hasPeers) expect((await askPoppler(pki.root, whole)).every(({ valid }) => valid)).toBe(true)
    const { waiting, entries } = await read(listCopyRegister, people.desk, {})
    expect(waiting.map(({ id }) => id)).not.toContain(copyId)
    expect(entries.find(({ id }) => id === copyId)).toMatchObject({
      title: said.title,
      ownerName: said.ownerName,
      sourceFileId: said.fileId,
      sealedSha256: sha256,
      certifiedOn: expect.any(String),
      signedByName: people.desk.fullName,
    })
    const told = (await linesOf(app.db, `dossier:${dossier.id}`)).map(({ what }) => what)
    expect(told).toEqual(expect.arrayContaining(['desk.copy-signed', 'desk.copy-sealed']))
  })

  test('stands in the owner’s vault in the place of the scan, valid instead of the original', async () => {
    const { app } = world
    const { dossier, said } = await scanned()
    const { copyId } = await sign(said)
    await seal(copyId)
    const inVault = () => vaultEntriesFrom(app.db, `dossier:${dossier.id}`)
    await tellCertified(copyId)
    expect(await inVault()).toEqual([])
    await keepAcceptedPapers.run(app, { dossierId: dossier.id, code: dossier.code, version: 1 } as never)
    await tellCertified(copyId)
    await tellCertified(copyId)
    const [scan, certified, ...more] = await inVault()
    expect(more).toEqual([])
    expect(scan).toMatchObject({ state: 'replaced', replacedBy: certified?.id })
    expect(certified).toMatchObject({ state: 'in-force', proof: 'certified-copy', version: 2, paperId: scan?.paperId })
    expect(certified?.fileIds).not.toEqual(scan?.fileIds)
  })

  test('sealed before the desk accepted the paper stands there as soon as the scan comes', async () => {
    const { app } = world
    const { dossier, said } = await scanned()
    const { copyId } = await sign(said)
    await seal(copyId)
    await tellCertified(copyId)
    await keepAcceptedPapers.run(app, { dossierId: dossier.id, code: dossier.code, version: 1 } as never)
    const source = `dossier:${dossier.id}`
    const [came] = await vaultEntriesFrom(app.db, source)
    for (const told of ['once', 'twice']) {
      await tellEntered({ entryId: came?.id ?? told, source })
      const [scan, certified, ...more] = await vaultEntriesFrom(app.db, source)
      expect(more).toEqual([])
      expect(scan).toMatchObject({ id: came?.id, state: 'replaced', replacedBy: certified?.id })
      expect(certified).toMatchObject({
        state: 'in-force',
        proof: 'certified-copy',
        version: 2,
        paperId: scan?.paperId,
      })
    }
  })

  test('has the next number of its book, and a copy left out has none', async () => {
    const { run, people } = world
    const [one, two, three] = [await scanned(), await scanned(), await scanned()]
    const [first, second, third] = [await sign(one.said), await sign(two.said), await sign(three.said)]
    const numbered = async ({ copyId }: { copyId: string }) =>
      Number(((await seal(copyId)) as { number: string }).number.slice(0, 2))
    const begun = await numbered(first)
    await run(dropCopy, people.desk, { copyId: second.copyId, reason: 'Quét thiếu trang 3' })
    expect(await numbered(third)).toBe(begun + 1)
    expect(await codeOf(seal(second.copyId))).toBe('desk.copy-settled')
    expect(await codeOf(run(dropCopy, people.desk, { copyId: first.copyId, reason: 'Bỏ nhầm' }))).toBe(
      'desk.copy-settled',
    )
    // Left out, its paper may be copied again.
    expect((await sign(two.said)).copyId).not.toBe(second.copyId)
  })

  test('is refused without comparing, twice, with a wrong PIN, of another file, out of reach', async () => {
    const { people } = world
    const { said } = await scanned()
    const other = await scanned()
    const tried = (more: object, who = people.desk) =>
      codeOf(world.undertake(signCopy, who, { ...said, isCompared: true, pin: PIN, ...more }))
    expect(await tried({ isCompared: false })).toBe('desk.copy-not-compared')
    expect(await tried({ pin: '000000' })).toBe('signing.wrong-pin')
    expect(await tried({ fileId: other.said.fileId })).toBe('platform.not-found')
    expect(await tried({}, people.otherDesk)).toBe('platform.not-found')
    expect(await tried({}, people.specialist)).toBe('platform.forbidden')
    const { copyId } = await sign(said)
    expect(await tried({})).toBe('desk.copy-taken')
    expect(await codeOf(seal(copyId, '000000'))).toBe('signing.wrong-pin')
    expect(await codeOf(seal(copyId, SEAL, people.otherDesk))).toBe('platform.not-found')
    expect(await codeOf(world.read(getCopyFile, people.otherLeader, { copyId }))).toBe('platform.not-found')
    expect(
      (await world.read(listCopies, people.leader, { dossierCode: said.dossierCode })).map(({ id }) => id),
    ).toEqual([copyId])
  })
})

async function copy({ dossierCode }: { dossierCode: string }) {
  const [one] = await world.read(listCopies, world.people.desk, { dossierCode })
  if (!one) throw new Error('no copy')
  return one
}

describe('anybody who checks one', () => {
  test('is told which desk made it, its number and day; a cut, an unsealed and a changed one are told apart', async () => {
    const { people, app, read } = world
    const { said } = await scanned()
    const { copyId } = await sign(said)
    const check = (bytes: Uint8Array) => read(verifyDocument, ANONYMOUS, { bytes })
    const signed = await app.files.bytes((await read(getCopyFile, people.desk, { copyId })).sha256)
    expect(await check(signed)).toMatchObject({ judgement: 'other-version', copy: { number: null }, comparison: null })
    const { number, sha256 } = (await seal(copyId)) as { number: string; sha256: string }
    const whole = await app.files.bytes(sha256)
    const { judgement, copy: found, comparison, document } = await check(whole)
    expect({ judgement, comparison, document }).toEqual({
      judgement: 'certified-copy',
      comparison: null,
      document: null,
    })
    expect(found).toMatchObject({ number, agency: expect.stringContaining('Trung tâm') })
    expect(JSON.stringify(found)).not.toContain(said.ownerName)
    const cut = await check(signed)
    expect(cut).toMatchObject({ judgement: 'other-version', comparison: { relation: 'cut', signatures: 1 } })
    expect(cut.comparison?.signers).toEqual([expect.stringContaining('Trung tâm')])
    const changed = Buffer.concat([whole, Buffer.from('\n% một dòng thêm vào\n')])
    expect((await check(changed)).judgement).not.toBe('certified-copy')
    expect((await check(await pdfLibDocument())).copy).toBeNull()
  })
})

describe('what is certified', () => {
  const scan = { mediaType: 'application/pdf', pages: 2, scanVerdict: 'clean' } as const
  const signatures = { finding: null }
  test.each([
    ['a scan', 'appraising', scan, {}, undefined],
    ['not once the dossier has ended', 'delivered', scan, {}, 'desk.copy-dossier-ended'],
    ['no picture', 'received', { ...scan, mediaType: 'image/png', pages: null }, {}, 'desk.copy-not-pdf'],
    ['nothing infected', 'received', { ...scan, scanVerdict: 'infected' }, {}, 'desk.copy-infected'],
    ['nothing signed already', 'received', { ...scan, signatures }, {}, 'desk.copy-signed-before'],
    ['once', 'received', scan, { isTaken: true }, 'desk.copy-taken'],
    ['compared', 'received', scan, { isCompared: false }, 'desk.copy-not-compared'],
  ] as const)('%s', (_, handling, file, changes, code) => {
    expect(
      whyNotCopy({ hasEnded: hasEnded(handling) }, file, { isCompared: true, isTaken: false, ...changes })?.code,
    ).toBe(code)
  })
})

describe('its pages', () => {
  test('lead from the scan to the register; what was typed is not lost with a wrong PIN', async () => {
    const { said } = await scanned()
    const path = `/lam/${said.dossierCode}/ban-sao`
    expect((await site.web.inject(path)).body).toContain(`tep=${said.fileId}`)
    const opened = `${path}?tep=${said.fileId}`
    const typed = { tep: said.fileId, ten: 'Bằng tốt nghiệp số 7', 'cua-ai': 'Lê Văn Đông', 'doi-chieu': 'co' }
    const wrong = await site.post(opened, path, { ...typed, pin: '000000' })
    expect(wrong.statusCode).toBeGreaterThanOrEqual(400)
    expect(wrong.body).toContain('Bằng tốt nghiệp số 7')
    expect(wrong.body).toMatch(/value="co" checked/)
    expect(wrong.body).not.toContain('000000')
    const signed = await site.post(opened, path, { ...typed, pin: PIN })
    const { id } = await copy(said)
    expect(signed.headers.location).toBe(`${path}?xong=ky&dau=${id}#dau`)
    expect((await site.web.inject('/so-sao-y')).body).toContain(said.dossierCode)
    const sealed = await site.post(`${path}?dau=${id}`, `${path}/${id}/dong-dau`, { pin: SEAL })
    expect(sealed.headers.location).toMatch(/xong=dau&so=\d\d%2F2026%2FSY/)
    const register = (await site.web.inject('/so-sao-y')).body
    expect(register).toContain('Bằng tốt nghiệp số 7')
    expect(register).toContain((await copy(said)).sealedSha256)
    const pdf = await site.web.inject(`${path}/${id}.pdf`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
  })

  test('show nothing to a desk elsewhere', async () => {
    const { said } = await scanned()
    const { copyId } = await sign(said)
    actor = world.people.otherDesk
    expect((await site.web.inject(`/lam/${said.dossierCode}/ban-sao`)).statusCode).toBe(404)
    expect((await site.web.inject(`/lam/${said.dossierCode}/ban-sao/${copyId}.pdf`)).statusCode).toBe(404)
    expect((await site.web.inject('/so-sao-y')).body).not.toContain(said.dossierCode)
    actor = world.people.desk
  })
})

describe('a checked paper of no dossier', () => {
  const paperId = '019f0000-0000-7000-8000-00000000a10e'
  const path = `/so-sao-y/giay-to/${paperId}`
  const typed = { ten: 'Trích sổ khai sinh 1994', 'cua-ai': 'Nguyễn Thu Hạnh', 'so-dinh-danh': '022188000512' }
  const send = (changes: object) =>
    site.post(path, path, { tep: alone?.fileId ?? '', ...typed, 'doi-chieu': 'co', pin: PIN, ...changes })

  test('is certified at its desk for whom it names: signed, sealed, in the register, told', async () => {
    const { said } = await scanned()
    alone = {
      fileId: said.fileId,
      title: 'Trích sổ',
      unitId,
      ownerName: 'NGUYỄN THU HẠNH',
      ownerNumber: '022188000512',
    }
    expect((await site.web.inject(path)).body).toContain('022188000512')
    const refused = [
      [{ 'cua-ai': 'Lê Văn Đông' }, 'Trên giấy tờ đã soát ghi tên NGUYỄN THU HẠNH'],
      [{ 'so-dinh-danh': '123' }, 'Ghi số định danh cá nhân 12 chữ số'],
      [{ 'so-dinh-danh': '022085000274' }, 'Số định danh khác với số đã soát'],
      [{ 'doi-chieu': '' }, 'Chưa đối chiếu thì không ký'],
    ] as const
    for (const [changes, words] of refused) {
      const { statusCode, body } = await send(changes)
      expect([statusCode, body.includes(words), body.includes('Trích sổ khai sinh 1994')]).toEqual([422, true, true])
    }
    const { headers } = await send({})
    const copyId = /dau=([0-9a-f-]{36})/.exec(String(headers.location))?.[1] ?? ''
    expect(
      await codeOf(
        sign({ paperId, fileId: said.fileId, title: 'x', ownerName: 'Nguyễn Thu Hạnh', ownerNumber: '022188000512' }),
      ),
    ).toBe('desk.copy-taken')
    const sealed = await site.post(path, `${path}/${copyId}/dong-dau`, { pin: SEAL })
    expect(sealed.headers.location).toMatch(/xong=dau&so=\d\d%2F2026%2FSY/)
    const one = await copyById(world.app.db, copyId)
    expect(one).toMatchObject({ state: 'sealed', dossierId: null, paperId, ownerNumber: '022188000512' })
    const register = (await site.web.inject('/so-sao-y')).body
    expect(register).toContain('Trích sổ khai sinh 1994')
    expect(register).toContain(`href="${path}">Không thuộc hồ sơ</a>`)
    expect((await site.web.inject(`${path}/${copyId}.pdf`)).headers['content-type']).toBe('application/pdf')
    const told = (await linesOf(world.app.db, `paper:${paperId}`)).map(({ what }) => what)
    expect(told).toEqual(expect.arrayContaining(['desk.copy-requested', 'desk.copy-signed', 'desk.copy-sealed']))
  })

  test('of another desk is not there, nor is one that is not checked', async () => {
    const own = alone
    alone = own && { ...own, unitId: '019f0000-0000-7000-8000-00000000ffff' }
    expect((await site.web.inject(path)).statusCode).toBe(404)
    expect(await codeOf(sign({ paperId, fileId: alone?.fileId, title: 'x', ownerName: 'Nguyễn Thu Hạnh' }))).toBe(
      'platform.not-found',
    )
    alone = undefined
    expect((await site.web.inject(path)).statusCode).toBe(404)
  })
})
