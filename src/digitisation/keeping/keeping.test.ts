import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { demoOfficer } from '../../desk/testing.ts'
import {
  documentsJobs,
  keepInVault,
  noScanner,
  receiveUpload,
  vaultEntriesOf,
  virusScanPort,
} from '../../documents/index.ts'
import { aPdf } from '../../documents/testing.ts'
import { insertArchived, saveClosed } from '../../documents/vault/archived/store.ts'
import { aPaper as aKeptPaper } from '../../documents/vault/testing.ts'
import {
  componentsOfDossier,
  dossiersJobs,
  dossierWithinReach,
  sealedCopiesPort,
  submitDossier,
  type Dossier,
  type Party,
  type SealedCopy,
} from '../../dossiers/index.ts'
import { aFiling, answersOfPerson } from '../../dossiers/testing.ts'
import { findCitizenByPersonalId } from '../../identity/index.ts'
import { runAction } from '../../platform/action.ts'
import type { Citizen, Officer } from '../../platform/actor.ts'
import { runQuery } from '../../platform/query.ts'
import { newId } from '../../platform/id.ts'
import { recordArchive } from '../archive/archive-paper.ts'
import { getPaper } from '../bench/get-paper.ts'
import { confirmable, confirmValues } from '../bench/confirm-values.ts'
import { judgeValue } from '../bench/judge-value.ts'
import { valuesOf } from '../bench/store.ts'
import { digitisationJobs, digitisationReactions } from '../index.ts'
import { pagesOfPaper, paperById } from '../intake/store.ts'
import { getDossierValues } from '../provenance/get-dossier-values.ts'
import { aReadPaper } from '../readings/testing.ts'
import { checkedAlone, checkedScans, keepCertified } from './keep-certified.ts'
import { ownerGiven, ownerNamed, vaultOwner } from './owner.ts'

const HANH = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }
const RECORD = [
  '        PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1',
  'Số: 215/2026/LLTP',
  'Họ và tên: NGUYỄN THU HẠNH',
  'Giới tính: Nữ',
  'Ngày, tháng, năm sinh: 14/03/1988',
  'Nơi sinh: Phường Bãi Cháy, tỉnh Quảng Ninh',
  'Quốc tịch: Việt Nam',
  'Số định danh cá nhân: 022188000512',
]

let world: TestApp
let desk: Officer
let dossier: Dossier
/** What the desk would say. */
const sealed: SealedCopy[] = []

beforeAll(async () => {
  const jobs = [...documentsJobs, ...dossiersJobs, ...digitisationJobs]
  world = await openTestApp({ province: true, work: { jobs, reactions: digitisationReactions } })
  const { app } = world
  app.ports.set(virusScanPort, noScanner)
  app.ports.set(sealedCopiesPort, async () => sealed)
  desk = await demoOfficer(app, 'anh.vn')
  const known = await findCitizenByPersonalId(app.db, HANH.personalId)
  const hanh: Citizen = { kind: 'citizen', accountId: newId(), citizenId: known?.id ?? newId(), ...HANH }
  const answers = { ...answersOfPerson(hanh), resultDelivery: 'counter' }
  const { code } = await runAction(app, submitDossier, hanh, await aFiling(app, hanh, '2.000815', { answers }))
  dossier = await dossierWithinReach(app.db, desk, code)
}, 120_000)
afterAll(() => world.close())

/** A paper of the dossier, read and archived; `checked`: people settled every value. */
async function paper(lines: readonly string[], checked = true, componentCode: string | null = null, isAlone = false) {
  const { app } = world
  const { id: dossierId, code: dossierCode, receivedByUnitId: unitId } = dossier
  const paperId = await aReadPaper(app, [lines], {
    unitId,
    ...(isAlone ? {} : { dossierId, dossierCode, componentCode }),
  })
  const pictures = (await pagesOfPaper(app.db, paperId)).flatMap(({ pictureSha256 }) => pictureSha256 ?? [])
  const archive = { paperId, pictures, name: `${paperId}.pdf`, bytes: Buffer.from(`%PDF-1.7 ${paperId}`) }
  await runAction(app, recordArchive, { kind: 'system', name: 'test' }, archive)
  if (checked) {
    for (const what of ['sure', 'absent'] as const) {
      const values = confirmable(await valuesOf(app.db, paperId), what).map(({ id, version }) => ({ id, version }))
      await runAction(app, confirmValues, desk, { paperId, what, values })
    }
    for (const { id: valueId, version, state, readText } of await valuesOf(app.db, paperId))
      if (state === 'read')
        await runAction(app, judgeValue, desk, { paperId, valueId, version, text: readText, asPrinted: true })
  }
  const found = await paperById(app.db, paperId)
  if (!found?.fileId) throw new Error('no archival file')
  return { ...found, fileId: found.fileId }
}

/** As the desk tells it once the agency has sealed. */
const certified = (sourceFileId: string, ownerName: string) => ({
  dossierId: dossier.id,
  paperId: null,
  ownerNumber: null,
  sourceFileId,
  fileId: sourceFileId,
  ownerName,
  number: '07/2026/SY',
  certifiedOn: '2026-11-20',
  unitId: dossier.receivedByUnitId,
})
const inVault = () => vaultEntriesOf(world.app.db, [{ kind: 'personal-id', number: HANH.personalId }])

describe('a checked paper', () => {
  test('goes into its owner’s vault once it is sealed, once however often it is told, with what people verified', async () => {
    const { app } = world
    const { id, fileId } = await paper(RECORD)
    expect(await checkedScans(app.db, dossier.id)).toContainEqual({
      fileId,
      title: 'Phiếu lý lịch tư pháp số 1 số 215/2026/LLTP',
      ownerName: 'NGUYỄN THU HẠNH',
    })
    await keepCertified.run(app, certified(fileId, 'Nguyễn Thu Hạnh'))
    await keepCertified.run(app, certified(fileId, 'Nguyễn Thu Hạnh'))
    const own = (await inVault()).filter(({ fileIds }) => fileIds.includes(fileId))
    expect(own).toMatchObject([
      { typeCode: 'criminal-record-1', number: '215/2026/LLTP', proof: 'certified-copy', sourceCode: dossier.code },
    ])
    expect((await paperById(app.db, id))?.state).toBe('kept')
  })

  test('sealed before the desk accepted it stays in force when its scan comes, as a version of the same paper', async () => {
    const { app } = world
    const component = (await componentsOfDossier(app.db, dossier.id)).find(({ files }) => files.length > 0)
    const filed = component?.files.map((file) => file.fileId) ?? []
    const { fileId } = await paper(RECORD, true, component?.code ?? '')
    const stream = Readable.from([aPdf({ catalog: '/Lang (vi-sealed)' })])
    const { id: sealedFile } = await receiveUpload(app, desk, { name: 'sao-y.pdf', stream })
    const copy = { ...certified(fileId, 'Nguyễn Thu Hạnh'), fileId: sealedFile }
    sealed.push(copy)
    await keepCertified.run(app, copy)
    const scan = { owner: { kind: 'personal-id' as const, number: HANH.personalId }, source: `dossier:${dossier.id}` }
    const given = aKeptPaper({ ...scan, fileIds: filed, proof: 'compared', number: null, verificationCode: null })
    await runAction(app, keepInVault, { kind: 'system', name: 'test' }, { papers: [given] })
    await app.jobs.drain()
    const own = await inVault()
    const [came, stays] = [filed, [sealedFile]].map((files) =>
      own.find((entry) => entry.fileIds.join() === files.join()),
    )
    expect(stays).toMatchObject({ state: 'in-force', proof: 'certified-copy' })
    expect(came).toMatchObject({ state: 'replaced', replacedBy: stays?.id, paperId: stays?.paperId })
  })

  test('goes into nobody’s vault when the officer names somebody else than the paper', async () => {
    const { app } = world
    const { id, fileId } = await paper(RECORD)
    await keepCertified.run(app, certified(fileId, 'Lê Văn Đông'))
    expect((await inVault()).filter(({ fileIds }) => fileIds.includes(fileId))).toEqual([])
    expect(await paperById(app.db, id)).toMatchObject({ state: 'kept', failure: { code: 'digitisation.no-owner' } })
  })

  test('is offered for signing only when it is checked, and what nobody verified is kept nowhere', async () => {
    const { app } = world
    const { id, fileId } = await paper(RECORD, false)
    expect((await checkedScans(app.db, dossier.id)).map((scan) => scan.fileId)).not.toContain(fileId)
    await keepCertified.run(app, certified(fileId, 'Nguyễn Thu Hạnh'))
    expect((await paperById(app.db, id))?.state).toBe('to-check')
    expect((await inVault()).filter(({ fileIds }) => fileIds.includes(fileId))).toEqual([])
  })
})

describe('a checked paper of no dossier', () => {
  const alone = (paperId: string, fileId: string, ownerName: string, ownerNumber: string | null) => ({
    ...certified(fileId, ownerName),
    dossierId: null,
    paperId,
    ownerNumber,
  })

  test('goes into the vault of whom it names, once, told by the number of the copy', async () => {
    const { app } = world
    const { id, fileId } = await paper(RECORD, true, null, true)
    expect(await checkedAlone(app.db, id)).toEqual({
      fileId,
      unitId: dossier.receivedByUnitId,
      title: 'Phiếu lý lịch tư pháp số 1 số 215/2026/LLTP',
      ownerName: 'NGUYỄN THU HẠNH',
      ownerNumber: null,
    })
    for (const times of [1, 2])
      await keepCertified.run(app, alone(id, fileId, times === 1 ? 'Nguyễn  Thu Hạnh' : HANH.fullName, HANH.personalId))
    const own = (await inVault()).filter(({ fileIds }) => fileIds.includes(fileId))
    expect(own).toMatchObject([{ source: `paper:${id}`, sourceCode: '07/2026/SY', proof: 'certified-copy' }])
    expect(await paperById(app.db, id)).toMatchObject({ state: 'kept', failure: null })
  })

  test.each([
    ['another name', 'Lê Văn Đông', HANH.personalId],
    ['no number', HANH.fullName, null],
  ])('goes into nobody’s with %s than the paper', async (_, name, number) => {
    const { app } = world
    const { id, fileId } = await paper(RECORD, true, null, true)
    await keepCertified.run(app, alone(id, fileId, name, number))
    expect(await paperById(app.db, id)).toMatchObject({ state: 'kept', failure: { code: 'digitisation.no-owner' } })
    expect((await inVault()).filter(({ fileIds }) => fileIds.includes(fileId))).toEqual([])
  })

  test('is offered only when it is checked, and a paper of a dossier never', async () => {
    const { app } = world
    expect(await checkedAlone(app.db, (await paper(RECORD, false, null, true)).id)).toBeUndefined()
    expect(await checkedAlone(app.db, (await paper(RECORD)).id)).toBeUndefined()
    expect(await checkedAlone(app.db, newId())).toBeUndefined()
  })
})

test('a scan is not opened on the bench once the office has closed its copy', async () => {
  const { app } = world
  const { id: paperId, fileId } = await paper(RECORD)
  const scan = { owner: { kind: 'personal-id' as const, number: HANH.personalId }, source: `dossier:${dossier.id}` }
  const given = aKeptPaper({ ...scan, fileIds: [fileId], proof: 'compared', number: null, verificationCode: null })
  const { entryIds } = await runAction(app, keepInVault, { kind: 'system', name: 'test' }, { papers: [given] })
  const opened = () => runQuery(app, getPaper, desk, { paperId })
  const kept = { archiveName: 'Trung tâm Lưu trữ lịch sử tỉnh', receiptNumber: '15/BBGN', receivedOn: '2027-11-24' }
  await insertArchived(app.db, entryIds, kept)
  expect((await opened()).paper.id).toBe(paperId)
  await saveClosed(app.db, entryIds, '88/QĐ-UBND', world.clock.now())
  expect(await codeOf(opened())).toBe('documents.copy-closed')
  // Nor does the dossier tell what stands on it.
  const told = await runQuery(app, getDossierValues, desk, { dossierCode: dossier.code })
  expect(told.find((one) => one.paper.id === paperId)).toMatchObject({
    values: [],
    closed: { archive: kept.archiveName, receipt: kept.receiptNumber },
  })
})

test('who reaches the dossier sees what its papers say, and nobody else does', async () => {
  const { app } = world
  const { id } = await paper(RECORD, false)
  const asked = { dossierCode: dossier.code }
  const papers = await runQuery(app, getDossierValues, desk, asked)
  expect(papers.find((one) => one.paper.id === id)?.values.every(({ state }) => state === 'read')).toBe(true)
  const elsewhere = await demoOfficer(app, 'thang.lv')
  expect(await codeOf(runQuery(app, getDossierValues, elsewhere, asked))).toBe('platform.not-found')
})

describe('whose paper it is', () => {
  const said = (name: string, text: string) => ({
    name,
    label: name,
    text,
    normalised: text,
    by: ['x'],
    at: new Date(0),
  })
  const party = (fullName: string, personalId: string | null) => ({ kind: 'citizen', fullName, personalId }) as Party
  const hanh = party('Nguyễn Thu Hạnh', HANH.personalId)
  test.each([
    [
      'by the number on the paper',
      [said('fullName', 'NGUYỄN THU HẠNH'), said('personalId', '022188000599')],
      '022188000599',
    ],
    ['by the dossier, where the paper has a name alone', [said('ownerName', 'Nguyễn Thu Hạnh')], HANH.personalId],
    [
      'by nothing, where the paper names another',
      [said('fullName', 'Lê Văn Đông'), said('personalId', '022085000274')],
      undefined,
    ],
    ['by nothing, where nobody verified a name', [said('personalId', '022188000512')], undefined],
  ])('%s', (_, values, number) => {
    expect(vaultOwner('Nguyễn Thu Hạnh', values, [hanh])?.number).toBe(number)
  })
  test.each([
    ['the number given, where the paper has none', [], HANH.personalId],
    ['the number given, where the paper has an older kind', [said('personalId', '100234567')], HANH.personalId],
    ['the number on both', [said('personalId', HANH.personalId)], HANH.personalId],
    ['nobody, where the paper has another', [said('personalId', '022085000274')], undefined],
  ])('a paper of no dossier goes by %s', (_, numbers, number) => {
    const values = [said('fullName', 'NGUYỄN THU HẠNH'), ...numbers]
    expect(ownerGiven('Nguyễn Thu Hạnh', HANH.personalId, values)?.number).toBe(number)
  })
  test('a paper without a name belongs to nobody known', () => {
    expect(ownerNamed([said('number', '7')])).toBeNull()
  })
})
