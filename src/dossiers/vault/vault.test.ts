import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Type } from 'typebox'
import { codeOf } from '../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { action, runAction } from '../../platform/action.ts'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { rows, sql } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { runQuery } from '../../platform/query.ts'
import { papersOf, procedureInForce } from '../../catalogue/index.ts'
import {
  countReuse,
  documentsRefusals,
  fits,
  listVault,
  noScanner,
  typeName,
  usesFor,
  virusScanPort,
  type VaultEntry,
} from '../../documents/index.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../../identity/index.ts'
import {
  GROUND_PAPER,
  dossiersJobs,
  dossiersRefusals,
  fileAtCounter,
  getDossier,
  getDossierFile,
  getOfferedFile,
  giveApplicantNumber,
  linkVaultPaper,
  offersForDraft,
  receiveDossier,
  requestSupplement,
  removeDraftFile,
  saveDraftPage,
  startDraft,
  submitDossier,
  supplyDossier,
  whoReadMine,
} from '../index.ts'
import type { ComponentInput, FilingInput } from '../filing/filing-input.ts'
import { componentsOfDraft } from '../drafts/draft.ts'
import { draftByCode, draftFiles } from '../drafts/store.ts'
import { aFiling, answersForAnother, answersOfPerson, uploadPdf } from '../testing.ts'
import { offersForDossier } from './draft-vault.ts'
import { compareDossiers } from '../rebuild/compare-dossiers.ts'
import { keepAcceptedPapers, keepPapersOfNumbered } from './on-dossier-received.ts'

/** Both ask for the extract of a death (trích lục khai tử) of everybody, and a ward decides both. */
const BURIAL_ALLOWANCE = '1.014359'
const SURVIVORS = '1.012538'
const DEATH_EXTRACT = 'death-extract'

let world: TestApp
let hanh: Citizen
let dong: Citizen
let desk: Officer
let specialist: Officer

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})

const run = <A extends Parameters<typeof runAction>[1]>(which: A, actor: Actor, input: object) =>
  runAction(world.app, which, actor, input) as Promise<Awaited<ReturnType<A['run']>>>
const read = <Q extends Parameters<typeof runQuery>[1]>(which: Q, actor: Actor, input: object) =>
  runQuery(world.app, which, actor, input) as Promise<Awaited<ReturnType<Q['run']>>>

async function citizen(personalId: string, fullName: string): Promise<Citizen> {
  const { id } = await runAction(world.app, know, { kind: 'system', name: 'test' }, { personalId, fullName })
  return { kind: 'citizen', accountId: newId(), citizenId: id, fullName, personalId }
}

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}

beforeAll(async () => {
  const refusals = { ...dossiersRefusals, ...documentsRefusals }
  world = await openTestApp({ province: true, work: { jobs: dossiersJobs, reactions: [] }, refusals })
  world.app.ports.set(virusScanPort, noScanner)
  hanh = await citizen('022188000512', 'Nguyễn Thu Hạnh')
  dong = await citizen('022085000274', 'Lê Văn Đông')
  desk = await officer('anh.vn')
  specialist = await officer('huy.pq')
}, 180_000)
afterAll(() => world.close())

/** The paper of a procedure that is the extract of a death. */
async function extractOf(procedureCode: string): Promise<string> {
  const procedure = await procedureInForce(world.app.db, procedureCode, vietnamDate(world.clock.now()))
  const paper = procedure && papersOf(procedure).find((one) => fits({ typeCode: DEATH_EXTRACT, title: '' }, one))
  if (!paper) throw new Error(`${procedureCode} asks for no extract`)
  return paper.code
}

/** The filing with one paper alone handed in, the others left out. */
function only(filing: FilingInput, component: ComponentInput): FilingInput {
  const named = [...filing.components, ...(filing.omitted ?? [])].map(({ componentCode }) => componentCode)
  const ground = filing.components.filter(({ componentCode }) => componentCode === GROUND_PAPER)
  const components = [component, ...ground]
  const others = named.filter((code) => !components.some(({ componentCode }) => componentCode === code))
  return {
    ...filing,
    components,
    omitted: others.map((componentCode) => ({ componentCode, reason: 'not-my-case' })),
  }
}

/** Received at the desk with a scan of the original; what was accepted is in the vault. */
async function keptAtDesk(person: Citizen, text: string): Promise<{ code: string; fileId: string; dossierId: string }> {
  const wanted = await extractOf(BURIAL_ALLOWANCE)
  const fileId = await uploadPdf(world.app, desk, text)
  const filing = await aFiling(world.app, desk, BURIAL_ALLOWANCE, { answers: answersOfPerson(person) })
  const paper = { componentCode: wanted, form: 'original' as const, fileIds: [fileId] }
  const { code, dossierId } = await run(fileAtCounter, desk, only(filing, paper))
  await keepAcceptedPapers.run(world.app, { dossierId, code, version: 1 } as never)
  return { code, fileId, dossierId }
}

async function offered(actor: Actor, resumeCode: string): Promise<{ componentCode: string; entries: VaultEntry[] }[]> {
  return (await read(offersForDraft, actor, { resumeCode })).papers
}

async function draftOf(actor: Actor): Promise<string> {
  return (await run(startDraft, actor, { procedureCode: SURVIVORS })).resumeCode
}

async function entryOf(person: Citizen): Promise<VaultEntry> {
  const found = (await offered(person, await draftOf(person)))[0]?.entries[0]
  if (!found) throw new Error('nothing is offered')
  return found
}

describe('what the desk accepts', () => {
  test('of a child without a number is kept for nobody, until an officer writes the number down', async () => {
    const child = { capacity: 'parent', ownerName: 'Nguyễn Bảo An', ownerBornOn: '2020-02-29', ownerRelation: 'mẹ' }
    const answers = { ...answersOfPerson(hanh), onBehalf: 'other', ...child }
    const wanted = await extractOf(BURIAL_ALLOWANCE)
    const filing = await aFiling(world.app, desk, BURIAL_ALLOWANCE, { answers })
    const fileIds = [await uploadPdf(world.app, desk, 'Giay cua con')]
    const paper = { componentCode: wanted, form: 'original' as const, fileIds }
    const { code, dossierId } = await run(fileAtCounter, desk, only(filing, paper))
    const event = { dossierId, code, version: 1 } as never
    const owners = () =>
      rows(
        world.app.db,
        sql<{ ownerNumber: string }>`
          select owner_number from documents.vault_entry where source = ${`dossier:${dossierId}`}`,
      )
    await keepAcceptedPapers.run(world.app, event)
    expect(await owners()).toEqual([])

    const NUMBER = '022220000123'
    await citizen('022220000777', 'Trần Khác Tên')
    const give = (actor: Actor, personalId: string) =>
      codeOf(run(giveApplicantNumber, actor, { dossierCode: code, personalId }))
    expect(await give(hanh, NUMBER)).toBe('platform.forbidden')
    expect(await give(await officer('thang.lv'), NUMBER)).toBe('platform.not-found')
    expect(await give(desk, '099220000123')).toBe('dossiers.applicant-number-wrong')
    expect(await give(desk, '022219000123')).toBe('dossiers.applicant-number-other-year')
    expect(await give(desk, '022220000777')).toBe('dossiers.applicant-number-others')
    expect(await give(desk, NUMBER)).toBe('done')
    expect(await give(desk, NUMBER)).toBe('dossiers.applicant-has-number')
    for (let times = 0; times < 2; times += 1) await keepPapersOfNumbered.run(world.app, event)
    expect(await owners()).toEqual([{ ownerNumber: NUMBER }])
    const { dossier } = await read(getDossier, desk, { dossierCode: code })
    expect(dossier.applicant).toMatchObject({ fullName: 'Nguyễn Bảo An', personalId: NUMBER })
    expect(await compareDossiers(world.app.db, [dossierId])).toMatchObject([{ differences: [] }])
  })

  test('is kept for its owner once, as what it is', async () => {
    const { code, fileId, dossierId } = await keptAtDesk(hanh, 'Trich luc')
    await keepAcceptedPapers.run(world.app, { dossierId, code, version: 1 } as never)
    const [papers, ...others] = await offered(hanh, await draftOf(hanh))
    expect(others).toEqual([])
    expect(papers?.componentCode).toBe(await extractOf(SURVIVORS))
    expect(papers?.entries).toHaveLength(1)
    expect(papers?.entries[0]).toMatchObject({
      typeCode: DEATH_EXTRACT,
      title: typeName(DEATH_EXTRACT),
      proof: 'compared',
      version: 1,
      state: 'in-force',
      sourceCode: code,
      fileIds: [fileId],
      owner: { kind: 'personal-id', number: hanh.personalId },
    })
    const lines = await linesOf(world.app.db, `vault:${papers?.entries[0]?.id}`)
    expect(lines.map(({ what }) => what)).toEqual(['documents.vault-entered'])
  })

  test('and sent by the person alone is only seen; for another it is not kept', async () => {
    const wanted = await extractOf(BURIAL_ALLOWANCE)
    const send = async (answers: Record<string, unknown>) => {
      const filing = await aFiling(world.app, dong, BURIAL_ALLOWANCE, { answers })
      const fileIds = [await uploadPdf(world.app, dong, 'Anh')]
      const paper = { componentCode: wanted, form: 'electronic' as const, fileIds }
      const { code, dossierId } = await run(submitDossier, dong, only(filing, paper))
      await run(receiveDossier, desk, { dossierCode: code })
      await keepAcceptedPapers.run(world.app, { dossierId, code, version: 2 } as never)
    }
    await send({
      ...answersForAnother(dong, { fullName: 'Trần Văn Sáu', personalId: '022085000999' }),
    })
    expect(await offered(dong, await draftOf(dong))).toEqual([])
    await send(answersOfPerson(dong))
    expect((await entryOf(dong)).proof).toBe('seen')
  })
})

describe('using a paper again', () => {
  test('links the same file, says where it came from and is written into the ledger', async () => {
    const entry = await entryOf(hanh)
    const resumeCode = await draftOf(hanh)
    const componentCode = await extractOf(SURVIVORS)
    await run(linkVaultPaper, hanh, { resumeCode, componentCode, entryId: entry.id })
    expect((await read(getOfferedFile, hanh, { resumeCode, entryId: entry.id, no: 1 })).file.id).toBe(entry.fileIds[0])
    const draft = await draftByCode(world.app.db, resumeCode)
    const chosen = { componentCode, form: 'electronic' as const, fileIds: entry.fileIds, vaultEntryIds: [entry.id] }
    expect(componentsOfDraft(await draftFiles(world.app.db, draft?.id ?? ''))).toEqual([chosen])
    const filing = only(await aFiling(world.app, hanh, SURVIVORS), chosen)
    const { code, dossierId } = await run(submitDossier, hanh, { ...filing, draftCode: resumeCode })
    expect(await usesFor(world.app.db, `dossier:${dossierId}`)).toEqual([
      expect.objectContaining({
        entryId: entry.id,
        version: 1,
        componentCode,
        ground: 'chosen-by-owner',
        usedForCode: code,
      }),
    ])
    const { components: seen } = await read(getDossier, specialist, { dossierCode: code })
    const paper = seen.find((one) => one.code === componentCode)
    expect(paper?.documents.map(({ id }) => id)).toEqual(entry.fileIds)
    expect(paper?.fromVault).toEqual([
      expect.objectContaining({ proof: 'compared', version: 1, sourceCode: entry.sourceCode }),
    ])
    await read(getDossierFile, specialist, { dossierCode: code, fileId: entry.fileIds[0] ?? '' })
  })

  test('is not possible with what is another’s, and does not tell that it is there', async () => {
    const { id: entryId, fileIds } = await entryOf(hanh)
    const resumeCode = await draftOf(dong)
    const componentCode = await extractOf(SURVIVORS)
    expect(await codeOf(run(linkVaultPaper, dong, { resumeCode, componentCode, entryId }))).toBe('platform.not-found')
    expect(await codeOf(read(getOfferedFile, dong, { resumeCode, entryId, no: 1 }))).toBe('platform.not-found')
    const filing = await aFiling(world.app, dong, SURVIVORS)
    const send = (given: Partial<ComponentInput>) =>
      codeOf(run(submitDossier, dong, only(filing, { componentCode, form: 'electronic', fileIds: [], ...given })))
    expect(await send({ vaultEntryIds: [entryId] })).toBe('platform.not-found')
    expect(await send({ vaultEntryIds: [newId()] })).toBe('platform.not-found')
    expect(await send({ fileIds })).toBe('dossiers.file-not-found')
  })

  test('needs a paper of the kind that is asked for', async () => {
    const { id: entryId } = await entryOf(hanh)
    const { resumeCode } = await run(startDraft, hanh, { procedureCode: '2.000815' })
    const procedure = await procedureInForce(world.app.db, '2.000815', vietnamDate(world.clock.now()))
    const componentCode = (procedure && papersOf(procedure)[0]?.code) ?? ''
    expect(await codeOf(run(linkVaultPaper, hanh, { resumeCode, componentCode, entryId }))).toBe(
      'documents.vault-other-paper',
    )
    expect(await codeOf(run(linkVaultPaper, hanh, { resumeCode, componentCode: 'KQ-none', entryId }))).toBe(
      'dossiers.unknown-component',
    )
  })

  test('can be taken back before filing', async () => {
    const entry = await entryOf(hanh)
    const resumeCode = await draftOf(hanh)
    const componentCode = await extractOf(SURVIVORS)
    await run(linkVaultPaper, hanh, { resumeCode, componentCode, entryId: entry.id })
    await run(removeDraftFile, hanh, { resumeCode, fileId: entry.fileIds[0] ?? '' })
    const draft = await draftByCode(world.app.db, resumeCode)
    expect(await draftFiles(world.app.db, draft?.id ?? '')).toEqual([])
  })

  test('at the desk is for the person named alone, and the look is on record with what it was for', async () => {
    const { resumeCode } = await run(startDraft, desk, { procedureCode: SURVIVORS })
    expect(await offered(desk, resumeCode)).toEqual([])
    await run(saveDraftPage, desk, { resumeCode, page: 'nguoi-nop', answers: answersOfPerson(hanh) })
    const [papers] = await offered(desk, resumeCode)
    const entryId = papers?.entries[0]?.id ?? ''
    expect((await linesOf(world.app.db, `vault:${entryId}`)).at(-1)).toMatchObject({
      what: 'read',
      actor: `officer:${desk.accountId}`,
      facts: { by: 'dossiers.vault-offers', procedure: SURVIVORS },
    })
    const componentCode = papers?.componentCode ?? ''
    await run(linkVaultPaper, desk, { resumeCode, componentCode, entryId })
    const { id: of } = (await draftByCode(world.app.db, resumeCode)) ?? { id: '' }
    const [chosen] = componentsOfDraft(await draftFiles(world.app.db, of))
    if (!chosen) throw new Error('nothing was linked')
    const filing = await aFiling(world.app, desk, SURVIVORS, { answers: answersOfPerson(hanh) })
    const { dossierId } = await run(fileAtCounter, desk, { ...only(filing, chosen), draftCode: resumeCode })
    expect(await usesFor(world.app.db, `dossier:${dossierId}`)).toMatchObject([{ entryId, ground: 'taken-at-desk' }])
    // Nothing new comes into the vault of what was in it.
    await keepAcceptedPapers.run(world.app, { dossierId, code: '', version: 1 } as never)
    expect((await offered(hanh, await draftOf(hanh)))[0]?.entries).toHaveLength(1)
  })
})

describe('what is missing', () => {
  test('may be answered with a paper of the vault; nobody else is offered it', async () => {
    const componentCode = await extractOf(SURVIVORS)
    const { code, dossierId } = await run(submitDossier, hanh, await aFiling(world.app, hanh, SURVIVORS))
    const items = [{ componentCode, what: 'Trích lục khai tử', reason: 'Chưa có', how: 'Gửi bản rõ' }]
    await run(requestSupplement, desk, { dossierCode: code, items, replyBy: '2026-12-04' })
    const [offer] = await read(offersForDossier, hanh, { dossierCode: code })
    expect(offer?.componentCode).toBe(componentCode)
    expect(await codeOf(read(offersForDossier, dong, { dossierCode: code }))).toBe('platform.not-found')
    const entry = offer?.entries[0]
    const supply = (id: string) =>
      run(supplyDossier, hanh, {
        dossierCode: code,
        components: [{ componentCode, form: 'electronic', fileIds: [], vaultEntryIds: [id] }],
      })
    expect(await codeOf(supply((await entryOf(dong)).id))).toBe('platform.not-found')
    await supply(entry?.id ?? '')
    const { components } = await read(getDossier, desk, { dossierCode: code })
    const supplied = components.find((one) => one.code === componentCode)
    expect(supplied?.files.at(-1)).toEqual({ fileId: entry?.fileIds[0], round: 1 })
    expect(supplied?.fromVault).toMatchObject([{ proof: 'compared', version: 1 }])
    expect(await usesFor(world.app.db, `dossier:${dossierId}`)).toMatchObject([{ entryId: entry?.id }])
  })
})

describe('who looked', () => {
  test('is told to the person: officer, unit, day, thing and purpose; their own looks are not', async () => {
    const { code } = await keptAtDesk(hanh, 'Ai da xem')
    await read(getDossier, hanh, { dossierCode: code })
    await read(getDossier, specialist, { dossierCode: code })
    await read(getDossier, specialist, { dossierCode: code })
    const { readers, next } = await read(whoReadMine, hanh, {})
    const own = readers.filter(({ thing }) => thing.kind === 'dossier' && thing.code === code)
    expect(own).toMatchObject([
      { who: { name: specialist.fullName, unit: expect.stringContaining('Bãi Cháy') }, how: 'dossiers.get', times: 2 },
    ])
    expect(next).toBeNull()
    const desks = readers.find(({ how }) => how === 'dossiers.vault-offers')
    expect(desks).toMatchObject({ who: { name: desk.fullName }, purpose: SURVIVORS, thing: { kind: 'paper' } })
    expect(readers.some(({ who }) => who?.name === hanh.fullName)).toBe(false)
  })

  test('is nobody else’s to know', async () => {
    const { readers } = await read(whoReadMine, dong, {})
    expect(readers.filter(({ thing }) => thing.kind === 'paper' && thing.title === typeName(DEATH_EXTRACT))).toEqual([])
    expect(await codeOf(read(whoReadMine, desk, {}))).toBe('platform.forbidden')
  })
})

test('papers not filed again are counted from the ledger, for the desk that received and nobody else’s', async () => {
  const days = { from: '2026-11-01', to: '2026-11-30' }
  const { papers, dossiers, rows } = await read(countReuse, desk, days)
  expect([papers, dossiers]).toEqual([3, 3])
  expect(rows).toMatchObject([{ procedureCode: SURVIVORS, papers: 3 }])
  expect((await read(countReuse, await officer('thang.lv'), days)).rows).toEqual([])
  expect(await codeOf(read(countReuse, desk, { from: '2026-11-30', to: '2026-11-01' }))).toBe('documents.days-reversed')
  expect(await codeOf(read(countReuse, hanh, days))).toBe('platform.forbidden')
  expect((await read(listVault, hanh, {})).notFiledAgain).toBe(3)
})
