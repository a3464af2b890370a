import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../../test/support/test-app.ts'
import { runAction } from '../../../platform/action.ts'
import type { Actor, Officer } from '../../../platform/actor.ts'
import { vietnamDate } from '../../../platform/dates.ts'
import { rows, sql } from '../../../platform/db.ts'
import { reaction } from '../../../platform/events.ts'
import { runQuery } from '../../../platform/query.ts'
import { fileBytes, keepInVault, noScanner, virusScanPort } from '../../../documents/index.ts'
import { aPaper } from '../../../documents/vault/testing.ts'
import { accountBySignInName, grantsOf } from '../../../identity/index.ts'
import {
  assignDossier,
  componentsOfDossier,
  dossiersJobs,
  dossiersRefusals,
  dossierSupplemented,
  fileAtCounter,
  findWaiting,
  getDossier,
  getTaking,
  getTakingFile,
  keepTaking,
  requestSupplement,
  stopDossier,
  takeSupplement,
} from '../../index.ts'
import { textOf } from '../../papers/testing.ts'
import { compareDossiers } from '../../rebuild/compare-dossiers.ts'
import { aFiling, answersForAnother, answersOfPerson, uploadPdf } from '../../testing.ts'
import { dropFromTaking } from './keep-taking.ts'

const COPY = '2.000815'
const HANH = { fullName: 'Nguyễn Thu Hạnh', personalId: '022188000512' }
const MORNING = '2026-11-20T09:00:00+07:00'

/** Codes of the dossiers whose answer was told on, to people and to what stands above. */
const told: string[] = []
const tell = reaction(dossierSupplemented, 'test.tell', async (_, { code }) => void told.push(code))

let world: TestApp
let desk: Officer
let otherDesk: Officer
let head: Officer

beforeAll(async () => {
  world = await openTestApp({
    province: true,
    work: { jobs: dossiersJobs, reactions: [tell] },
    refusals: dossiersRefusals,
  })
  world.app.ports.set(virusScanPort, noScanner)
  const officer = async (signInName: string): Promise<Officer> => {
    const account = await accountBySignInName(world.app.db, signInName)
    const grants = await grantsOf(world.app.db, account?.id ?? '', vietnamDate(world.clock.now()))
    return { kind: 'officer', accountId: account?.id ?? '', fullName: account?.fullName ?? '', grants }
  }
  ;[desk, otherDesk, head] = [await officer('anh.vn'), await officer('thang.lv'), await officer('chau.dm')]
}, 180_000)
afterAll(() => world.close())

const run = <A extends Parameters<typeof runAction>[1]>(which: A, actor: Actor, input: object) =>
  runAction(world.app, which, actor, input) as Promise<Awaited<ReturnType<A['run']>>>
const read = <Q extends Parameters<typeof runQuery>[1]>(which: Q, actor: Actor, input: object) =>
  runQuery(world.app, which, actor, input) as Promise<Awaited<ReturnType<Q['run']>>>

/** A person without an account files at the ward's desk and is asked for a paper and for an explanation. */
async function asked(procedureCode = COPY, answers: object = answersOfPerson(HANH), paper?: string): Promise<string> {
  world.clock.set(MORNING)
  const filing = await aFiling(world.app, desk, procedureCode, { answers: { ...answers } })
  const { code } = await run(fileAtCounter, desk, filing)
  const specialist = await specialistOf(code)
  const componentCode = paper ?? filing.components[0]?.componentCode
  await run(requestSupplement, specialist, {
    dossierCode: code,
    items: [
      { componentCode, what: 'Bản chính', reason: 'Bản chụp mờ', how: 'Mang bản chính đến' },
      { what: 'Giải thích', reason: 'Tên khác nhau', how: 'Viết một câu' },
    ],
    replyBy: '2026-12-04',
  })
  world.clock.set('2026-11-25T10:00:00+07:00')
  return code
}

async function specialistOf(dossierCode: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, 'huy.pq')
  const grants = await grantsOf(world.app.db, account?.id ?? '', vietnamDate(world.clock.now()))
  const specialist: Officer = {
    kind: 'officer',
    accountId: account?.id ?? '',
    fullName: account?.fullName ?? '',
    grants,
  }
  await run(assignDossier, head, { dossierCode, assigneeAccountId: specialist.accountId })
  return specialist
}

async function everything(actor: Officer = desk) {
  const fileId = await uploadPdf(world.app, actor, 'Ban chinh moi')
  return [
    { no: 1, form: 'original', fileIds: [fileId] },
    { no: 2, fileIds: [], reason: 'Tên cũ trước khi cải chính' },
  ]
}

/** A procedure of communes that is declared on the common form, and the code of its declaration. */
async function declared() {
  const [found] = await rows(
    world.app.db,
    sql<{ procedureCode: string; declaration: string }>`
      select v.code as procedure_code, c->>'code' as declaration
      from catalogue.procedure_version v, jsonb_array_elements(v.content->'components') c
      where (c->>'eform')::boolean and not (c->>'conditional')::boolean and v.content->'levels' @> '["commune"]'::jsonb
        and jsonb_array_length(v.content->'cases') = 1 and v.content->'cases'->0->'term'->>'unit' = 'working-day'
        and not exists (select 1 from forms.form_definition f where f.code = v.code)
      order by v.code limit 1`,
  )
  if (!found) throw new Error('no procedure has a declaration')
  return found
}

/** A procedure filed at any desk, which a commune decides on. */
async function anywhere(): Promise<string> {
  const found = await rows(
    world.app.db,
    sql<{ code: string }>`select code from catalogue.procedure_version v
      where (v.content->>'anyDesk')::boolean and v.content->'levels' @> '["commune"]'::jsonb
        and jsonb_array_length(v.content->'cases') = 1 and v.content->'cases'->0->'term'->>'unit' = 'working-day'
      order by code limit 1`,
  )
  return found[0]?.code ?? ''
}

describe('papers brought to the desk', () => {
  test('answer the request as online, and the term is counted anew from that moment', async () => {
    const code = await asked()
    const before = await read(getTaking, desk, { dossierCode: code })
    expect(before).toMatchObject({ applicantName: HANH.fullName, reason: null, isLate: false, whyNotReceive: null })
    expect(before.request.items.map(({ what, paperName }) => [what, paperName === null])).toEqual([
      ['Bản chính', false],
      ['Giải thích', true],
    ])
    const items = await everything()
    const taken = await run(takeSupplement, desk, { dossierCode: code, items, broughtBy: 'Con gái', receive: true })
    expect(taken.dueOn).toBe('2026-11-26')
    await world.app.jobs.drain()

    const view = await read(getDossier, desk, { dossierCode: code })
    expect(view.dossier).toMatchObject({
      handling: 'received',
      dueOn: '2026-11-26',
      appraisal: null,
      supplementCount: 1,
    })
    expect(view.dossier.applicant.fullName).toBe(HANH.fullName)
    expect(view.components[0]?.files.map(({ round }) => round)).toEqual([0, 1])
    expect(view.supplements[0]).toMatchObject({
      answerNote: '2. Giải thích: Tên cũ trước khi cải chính',
      taken: {
        channel: 'counter',
        byName: desk.fullName,
        broughtBy: 'Con gái',
        items: [
          { no: 1, form: 'original', reason: null },
          { no: 2, form: null, reason: 'Tên cũ trước khi cải chính' },
        ],
      },
    })
    expect(view.steps.slice(-2).map(({ action, byName }) => [action, byName])).toEqual([
      ['supplyDossier', desk.fullName],
      ['receiveDossier', desk.fullName],
    ])
    expect(view.clock.map(({ kind }) => kind)).toEqual(['received', 'stopped', 'received'])
    expect(view.papers.map(({ form, no }) => `${form} ${no}`)).toContain('appointment-slip 2')
    const lines = await rows(
      world.app.db,
      sql<{ what: string; facts: Record<string, unknown> }>`select what, facts from platform.journal_line
        where subject = ${`dossier:${view.dossier.id}`} and what in ('dossiers.supplemented', 'dossiers.received')
        order by seq desc limit 2`,
    )
    expect(lines.map(({ what }) => what)).toEqual(['dossiers.received', 'dossiers.supplemented'])
    expect(lines[1]?.facts).toMatchObject({ channel: 'counter', requestNo: 1, withNote: true })
    expect(told).toContain(code)
    const slip = await read(getTaking, desk, { dossierCode: code })
    expect(slip.slip?.id).toBe(view.papers.find(({ no, form }) => form === 'appointment-slip' && no === 2)?.file.id)
    const text = textOf(await fileBytes(world.app, slip.slip?.id ?? ''))
    expect(text).toContain('Bổ sung theo Phiếu yêu cầu bổ sung lần 1, nhận ngày 25/11/2026:')
    expect(text).toContain('Bản chính: bản chính')
    expect(text).toContain('Giải thích (Tên cũ trước khi cải chính)')
    expect((await compareDossiers(world.app.db, [view.dossier.id])).map(({ state }) => state)).toEqual(['same'])
  })

  test('may be taken without being received, as those that come online are', async () => {
    const code = await asked()
    const items = await everything()
    const taken = await run(takeSupplement, desk, { dossierCode: code, items, channel: 'postal', receive: false })
    expect(taken.dueOn).toBeNull()
    const { dossier, supplements } = await read(getDossier, desk, { dossierCode: code })
    expect(dossier).toMatchObject({ handling: 'submitted', dueOn: null })
    expect(supplements[0]?.taken?.channel).toBe('postal')
  })

  test('half of them lie at the desk until the rest comes, whoever goes on', async () => {
    const code = await asked()
    const [paper, words] = await everything()
    const wrong = await uploadPdf(world.app, desk, 'Nham')
    await run(keepTaking, desk, { dossierCode: code, items: [paper] })
    await run(keepTaking, desk, { dossierCode: code, items: [{ no: 1, form: 'original', fileIds: [wrong] }] })
    await run(dropFromTaking, desk, { dossierCode: code, id: wrong })
    const kept = await read(getTaking, desk, { dossierCode: code })
    expect(kept.half?.items).toMatchObject([{ no: 1, form: 'original', fileIds: paper?.fileIds }])
    expect((await read(getTakingFile, desk, { dossierCode: code, fileId: paper?.fileIds[0] })).id).toBe(
      paper?.fileIds[0],
    )
    expect(await codeOf(read(getTakingFile, desk, { dossierCode: code, fileId: wrong }))).toBe('platform.not-found')
    const { dossier } = await read(getDossier, desk, { dossierCode: code })
    expect(dossier).toMatchObject({ handling: 'awaiting-supplement', dueOn: null })
    const part = { dossierCode: code, items: [paper], receive: true }
    expect(await codeOf(run(takeSupplement, desk, part))).toBe('dossiers.item-unanswered')

    // Another officer of the desk takes the rest: the scans of the first come along.
    const colleague: Officer = { ...desk, accountId: head.accountId, fullName: 'Người cùng quầy' }
    await run(takeSupplement, colleague, { dossierCode: code, items: [paper, words], receive: true })
    expect((await read(getTaking, desk, { dossierCode: code })).half).toBeNull()
    const [component] = await componentsOfDossier(world.app.db, dossier.id)
    expect(component?.files.map(({ fileId }) => fileId)).toContain(paper?.fileIds[0])
  })

  test('pressed twice are taken once', async () => {
    const code = await asked()
    const input = { dossierCode: code, items: await everything(), receive: true }
    const outcomes = await Promise.all([1, 2].map(() => codeOf(run(takeSupplement, desk, input))))
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
    const { steps } = await read(getDossier, desk, { dossierCode: code })
    expect(steps.filter(({ action }) => action === 'supplyDossier')).toHaveLength(1)
  })

  test('are those that were asked for, and files of who took them', async () => {
    const code = await asked()
    const [paper, words] = await everything()
    const refused = (items: unknown[]) => codeOf(run(takeSupplement, desk, { dossierCode: code, items, receive: true }))
    expect(await refused([paper, words, { no: 3, fileIds: [] }])).toBe('dossiers.item-not-asked')
    expect(await refused([paper, { no: 2, fileIds: paper?.fileIds }])).toBe('dossiers.item-no-paper')
    const strange = await uploadPdf(world.app, otherDesk)
    expect(await refused([{ ...paper, fileIds: [strange] }, words])).toBe('dossiers.file-not-found')
    const keep = { dossierCode: code, items: [{ no: 1, fileIds: [strange] }] }
    expect(await codeOf(run(keepTaking, desk, keep))).toBe('dossiers.file-not-found')
  })

  test('may be a declaration made anew: the signed paper, and what it corrects in words', async () => {
    const { procedureCode, declaration } = await declared()
    const code = await asked(procedureCode, answersOfPerson(HANH), declaration)
    const { request } = await read(getTaking, desk, { dossierCode: code })
    expect(request.items.map(({ isDeclaration }) => isDeclaration)).toEqual([true, false])
    const [paper, words] = await everything()
    const items = [{ ...paper, reason: 'Nơi sinh: Bệnh viện Bãi Cháy' }, words]
    await run(takeSupplement, desk, { dossierCode: code, items, receive: true })
    const view = await read(getDossier, desk, { dossierCode: code })
    expect(view.supplements[0]?.answerNote).toContain('1. Bản chính: Nơi sinh: Bệnh viện Bãi Cháy')
    const anew = view.components.find(({ files }) => files.some(({ round }) => round === 1))
    expect(anew).toMatchObject({ code: request.items[0]?.componentCode, form: 'original', omitted: null })
  })

  test('may be a paper of the person’s vault', async () => {
    const code = await asked()
    const { request } = await read(getTaking, desk, { dossierCode: code })
    expect(request.items).toHaveLength(2)
    const fileId = await uploadPdf(world.app, desk, 'Trong kho')
    const papers = [aPaper({ fileIds: [fileId] })]
    await runAction(world.app, keepInVault, { kind: 'system', name: 'test' }, { papers })
    const [entry] = await rows(
      world.app.db,
      sql<{ id: string }>`select id from documents.vault_entry order by id desc limit 1`,
    )
    const [, words] = await everything()
    const items = [{ no: 1, form: 'electronic', fileIds: [], vaultEntryIds: [entry?.id] }, words]
    await run(takeSupplement, desk, { dossierCode: code, items, receive: true })
    const { components } = await read(getDossier, desk, { dossierCode: code })
    expect(components.flatMap(({ fromVault }) => fromVault.map(({ entryId }) => entryId))).toEqual([entry?.id])
  })
})

describe('who may take them, and until when', () => {
  test('not another desk: it is told which one', async () => {
    const code = await asked()
    const input = { dossierCode: code, items: await everything(otherDesk), receive: true }
    const refused = await run(takeSupplement, otherDesk, input).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      code: 'dossiers.supplement-other-desk',
      facts: { desk: expect.stringContaining('Bãi Cháy') },
    })
    expect(await codeOf(read(getTaking, otherDesk, { dossierCode: code }))).toBe('dossiers.supplement-other-desk')
    expect(await codeOf(run(takeSupplement, head, input))).toBe('platform.forbidden')
    await run(takeSupplement, desk, { ...input, items: await everything() })
    // Once it waits no more, it is nobody's else at all.
    expect(await codeOf(read(getTaking, otherDesk, { dossierCode: code }))).toBe('platform.not-found')
    expect(await codeOf(read(getTaking, desk, { dossierCode: 'H49.136.1-261120-9999' }))).toBe('platform.not-found')
  })

  test('any desk, where the procedure is filed at any', async () => {
    const procedureCode = await anywhere()
    expect(procedureCode).not.toBe('')
    const code = await asked(procedureCode)
    const taken = await run(takeSupplement, otherDesk, {
      dossierCode: code,
      items: await everything(otherDesk),
      receive: true,
    })
    expect(taken.dueOn).not.toBeNull()
    // It sees what it took, and nothing else of the dossier.
    const there = await read(getTaking, otherDesk, { dossierCode: code })
    expect(there).toMatchObject({ deskName: there.takenAt, half: null })
    expect(await codeOf(read(getDossier, otherDesk, { dossierCode: code }))).toBe('platform.not-found')
  })

  test('after the day to answer by too, until the dossier is stopped', async () => {
    const code = await asked()
    world.clock.set('2026-12-07T09:00:00+07:00')
    expect(await read(getTaking, desk, { dossierCode: code })).toMatchObject({ isLate: true, reason: null })
    const stop = { ground: 'not-supplied-in-time', reason: 'Quá hạn bổ sung', legalBasis: 'Nghị định 118/2025/NĐ-CP' }
    await run(stopDossier, desk, { dossierCode: code, ...stop })
    const lapsed = await read(getTaking, desk, { dossierCode: code })
    expect(lapsed).toMatchObject({ reason: { code: 'dossiers.wrong-state' }, closure: { kind: 'stopped' }, offers: [] })
    const late = { dossierCode: code, items: await everything(), receive: true }
    expect(await codeOf(run(takeSupplement, desk, late))).toBe('dossiers.wrong-state')
    expect(await codeOf(run(keepTaking, desk, { dossierCode: code, items: [] }))).toBe('dossiers.wrong-state')
  })

  test('found by number or telephone, of applicant or filer, at a desk that may', async () => {
    const old = { fullName: 'Trần Văn Sáu', personalId: '022047000999' }
    const code = await asked(COPY, { ...answersForAnother(HANH, old), phone: '0912333444' })
    const codes = async (actor: Officer, sought: object) =>
      (await read(findWaiting, actor, sought)).map((found) => found.code)
    for (const sought of [{ personalId: old.personalId }, { personalId: HANH.personalId }, { phone: '0912333444' }])
      expect(await codes(desk, sought)).toContain(code)
    expect(await codes(otherDesk, { phone: '0912333444' })).toEqual([])
    expect(await codes(desk, { phone: '0900000000' })).toEqual([])
  })
})
