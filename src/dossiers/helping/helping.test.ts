import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf } from '../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { runAction } from '../../platform/action.ts'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { rows, sql } from '../../platform/db.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { runQuery } from '../../platform/query.ts'
import { documentsRefusals, noScanner, virusScanPort } from '../../documents/index.ts'
import {
  accountBySignInName,
  accountOfCitizen,
  findCitizenByPersonalId,
  grantsOf,
  identityJobs,
  noTextMessages,
  textMessagesPort,
} from '../../identity/index.ts'
import {
  askToHelp,
  confirmHelp,
  confirmHelpByPaper,
  dossiersJobs,
  dossiersRefusals,
  endHelp,
  getDossier,
  getDraft,
  getHelp,
  linkVaultPaper,
  listOwnHelps,
  offersForDraft,
  saveDraftPage,
  submitDossier,
  whoHelpedMe,
} from '../index.ts'
import { aFiling, answersOfPerson } from '../testing.ts'
import { attachDraftFile } from '../drafts/draft-files.ts'
import { helpCode, helpRulesAt, isHelpCode, whyNotSendCode } from './help.ts'

const CERTIFIED_COPY = '2.000815'
const SINH = { fullName: 'Phùn Văn Sinh', personalId: '022073000340', phone: '0912000340' }

let world: TestApp
let helper: Officer
let other: Officer
let desk: Officer
let sent: { to: string; text: string }[] = []

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}

const run = <A extends Parameters<typeof runAction>[1]>(which: A, actor: Actor, input: object) =>
  runAction(world.app, which, actor, input) as Promise<Awaited<ReturnType<A['run']>>>
const read = <Q extends Parameters<typeof runQuery>[1]>(which: Q, actor: Actor, input: object) =>
  runQuery(world.app, which, actor, input) as Promise<Awaited<ReturnType<Q['run']>>>

async function begun(by: Officer, input: object): Promise<string> {
  const answer = await run(askToHelp, by, { procedureCode: CERTIFIED_COPY, ...input })
  if (!('helpId' in answer)) throw new Error(`not taken: ${answer.refused.code}`)
  return answer.helpId
}

async function asked(person: Partial<typeof SINH> = {}): Promise<{ helpId: string; code: string }> {
  const helpId = await begun(helper, { ...SINH, ...person })
  await world.app.jobs.drain()
  return { helpId, code: /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '' }
}

/** The person agreed: a form of theirs is open to the helper. */
async function agreed(): Promise<{ helpId: string; resumeCode: string; sinh: Citizen }> {
  const { helpId, code } = await asked()
  const confirmed = await run(confirmHelp, helper, { helpId, code })
  if (!('resumeCode' in confirmed)) throw new Error('the code was wrong')
  const citizen = await findCitizenByPersonalId(world.app.db, SINH.personalId)
  const account = citizen && (await accountOfCitizen(world.app.db, citizen.id))
  if (!account) throw new Error('no account was opened')
  const { fullName, personalId } = SINH
  const sinh: Citizen = { kind: 'citizen', accountId: account.id, citizenId: citizen.id, fullName, personalId }
  return { helpId, resumeCode: confirmed.resumeCode, sinh }
}

beforeAll(async () => {
  const refusals = { ...dossiersRefusals, ...documentsRefusals }
  const jobs = [...dossiersJobs, ...identityJobs]
  world = await openTestApp({ province: true, work: { jobs, reactions: [] }, refusals })
  world.app.ports.set(virusScanPort, noScanner)
  helper = await officer('khoi.tv')
  desk = await officer('thang.lv')
  other = { ...helper, accountId: (await officer('anh.vn')).accountId }
}, 180_000)
beforeEach(() => {
  sent = []
  // Codes are counted by the hour.
  world.clock.advance(61)
  world.app.ports.set(textMessagesPort, {
    name: 'test',
    canSend: true,
    send: async (message) => void sent.push(message),
  })
})
afterAll(() => world.close())

test('a code follows from the help alone, and is read however people space it', () => {
  const help = { id: '0190aaaa-0000-7000-8000-00000000000a', askedAt: new Date('2026-11-20T01:00:00Z') }
  const code = helpCode('secret', help)
  expect(code).toMatch(/^\d{6}$/)
  expect(helpCode('other secret', help)).not.toBe(code)
  expect(isHelpCode(`${code.slice(0, 3)} ${code.slice(3)}`, code)).toBe(true)
  expect(isHelpCode(code.slice(1), code)).toBe(false)
})

describe('asking', () => {
  test('sends a code to the telephone of the person, who is told what it is for', async () => {
    const { code } = await asked()
    expect(sent).toMatchObject([{ to: SINH.phone }])
    expect(sent[0]?.text).toContain(`${code} de Trần Văn Khôi giup ban`)
  })

  test('goes to the number on record, whatever number is said; not for another name', async () => {
    await agreed()
    await asked({ phone: '0987654321' })
    expect(sent.at(-1)?.to).toBe(SINH.phone)
    const input = { ...SINH, fullName: 'Người Khác', procedureCode: CERTIFIED_COPY }
    expect(await codeOf(run(askToHelp, helper, input))).toBe('dossiers.help-other-name')
  })

  test('needs a telephone and a way to it, and a role', async () => {
    const { phone: _none, ...without } = { ...SINH, personalId: '022073000357', fullName: 'Nình A Tài' }
    const input = { ...without, procedureCode: CERTIFIED_COPY }
    expect(await codeOf(run(askToHelp, helper, input))).toBe('dossiers.help-no-phone')
    world.app.ports.set(textMessagesPort, noTextMessages)
    expect(await codeOf(run(askToHelp, helper, { ...input, phone: SINH.phone }))).toBe('dossiers.help-no-messages')
    const specialist = await officer('huy.pq')
    expect(await codeOf(run(askToHelp, specialist, input))).toBe('platform.forbidden')
  })
})

describe('a telephone number that is said', () => {
  afterEach(() => world.app.jobs.drain())
  const TAI = { fullName: 'Nình A Tài', personalId: '022073000357' }
  const say = (phone: string, by: Officer = helper, person = TAI) =>
    run(askToHelp, by, { ...person, phone, procedureCode: CERTIFIED_COPY })
  const taken = { refused: { code: 'dossiers.help-phone-taken' } }
  const supervised = async () =>
    (await linesOf(world.app.db, `unit:${helper.grants[0]?.unitId ?? ''}`))
      .filter(({ what }) => what.startsWith('dossiers.help-telephone'))
      .map(({ what, facts }) => [what.slice('dossiers.help-telephone-'.length), facts.helper])

  test('is nobody else’s: not the helper’s, not an officer’s, not another person’s; and supervision sees it', async () => {
    const { db } = world.app
    await rows(db, sql`update identity.account set phone = '+84 912 111 222' where id = ${helper.accountId}`)
    await rows(db, sql`update identity.account set phone = '0912 333 444' where id = ${desk.accountId}`)
    const before = (await supervised()).length
    for (const phone of ['0912111222', '0912333444', SINH.phone]) expect(await say(phone)).toMatchObject(taken)
    expect(sent).toEqual([])
    expect(await say('0912000999')).toHaveProperty('helpId')
    expect((await supervised()).slice(before)).toEqual(
      ['refused', 'refused', 'refused', 'told'].map((what) => [what, helper.accountId]),
    )
    expect(
      (await read(listOwnHelps, helper, {})).filter(({ helpedPersonalId }) => helpedPersonalId === TAI.personalId),
    ).toHaveLength(1)
  })

  test('is one person’s for a year, whoever says it', async () => {
    const other = { fullName: 'Chìu A Sáng', personalId: '022073000364' }
    expect(await say('0912000998')).toHaveProperty('helpId')
    expect(await say('0912000998', desk, other)).toMatchObject(taken)
    expect(await say('0912000998')).toHaveProperty('helpId')
    world.clock.advance(366 * 24 * 60)
    expect(await say('0912000998', desk, other)).toHaveProperty('helpId')
  })

  test('is one of ten a day of one helper', async () => {
    world.clock.advance(25 * 60)
    for (let no = 0; no < 10; no += 1) expect(await say(`091200100${no}`)).toHaveProperty('helpId')
    expect(await say('0912001010')).toMatchObject({ refused: { code: 'dossiers.help-told-enough' } })
    world.clock.advance(25 * 60)
    expect(await say('0912001010')).toHaveProperty('helpId')
  })
})

describe('codes', () => {
  test('are five an hour to one telephone, whoever asks', async () => {
    for (let no = 0; no < 4; no += 1) await asked()
    await run(askToHelp, other, { ...SINH, procedureCode: CERTIFIED_COPY })
    expect(await codeOf(asked())).toBe('dossiers.help-too-many-codes')
    expect(await codeOf(run(askToHelp, desk, { ...SINH, procedureCode: CERTIFIED_COPY, without: 'code' }))).toBe('done')
    await world.app.jobs.drain()
    expect(sent).toHaveLength(5)
    world.clock.advance(61)
    expect(await codeOf(asked())).toBe('done')
  })

  test('are twenty an hour of one helper', () => {
    const rules = helpRulesAt(world.clock.now())
    expect(whyNotSendCode({ toTelephone: 0, byHelper: 19 }, rules)).toBeUndefined()
    expect(whyNotSendCode({ toTelephone: 0, byHelper: 20 }, rules)?.code).toBe('dossiers.help-too-many-codes')
  })
})

describe('agreeing', () => {
  test('a wrong code is counted; the fifth ends it', async () => {
    const { helpId, code } = await asked()
    const wrong = code === '000000' ? '111111' : '000000'
    expect(await run(confirmHelp, helper, { helpId, code: wrong })).toEqual({ wrong: true, left: 4 })
    expect(await codeOf(run(confirmHelp, other, { helpId, code }))).toBe('platform.not-found')
    for (let left = 3; left >= 0; left -= 1)
      expect(await run(confirmHelp, helper, { helpId, code: wrong })).toEqual({ wrong: true, left })
    expect(await codeOf(run(confirmHelp, helper, { helpId, code }))).toBe('dossiers.help-tries')
  })

  test('a code is good for ten minutes', async () => {
    const { helpId, code } = await asked()
    world.clock.advance(11)
    expect(await codeOf(run(confirmHelp, helper, { helpId, code }))).toBe('dossiers.help-code-old')
  })

  test('at the desk the identity card does; nobody else may say so', async () => {
    const input = { ...SINH, procedureCode: CERTIFIED_COPY, without: 'code' }
    const helpId = await begun(desk, input)
    expect(sent).toEqual([])
    expect(await codeOf(run(confirmHelpByPaper, helper, { helpId }))).toBe('platform.forbidden')
    expect(await run(confirmHelpByPaper, desk, { helpId })).toHaveProperty('resumeCode')
    expect(await codeOf(run(confirmHelpByPaper, desk, { helpId }))).toBe('dossiers.help-agreed')
  })
})

describe('filling in', () => {
  test('the form is the person’s own; the helper files, the person is applicant and sees who helped', async () => {
    const { helpId, resumeCode, sinh } = await agreed()
    await run(saveDraftPage, helper, { resumeCode, page: 'noi-dung', answers: { request: 'Chứng thực' } })
    expect((await read(getDraft, sinh, { resumeCode })).pages).toHaveProperty('noi-dung')
    const filing = await aFiling(world.app, helper, CERTIFIED_COPY, { answers: answersOfPerson(SINH) })
    const fileId = filing.components[0]?.fileIds[0]
    const componentCode = filing.components[0]?.componentCode
    await run(attachDraftFile, helper, { resumeCode, componentCode, fileId })
    const { code } = await run(submitDossier, helper, { ...filing, draftCode: resumeCode })
    const { dossier } = await read(getDossier, sinh, { dossierCode: code })
    expect(dossier).toMatchObject({
      applicantCitizenId: sinh.citizenId,
      submitterCitizenId: sinh.citizenId,
      applicant: { fullName: SINH.fullName },
      helpedAtUnitId: helper.grants[0]?.unitId,
    })
    expect((await read(getHelp, helper, { helpId })).dossierCode).toBe(code)
    const told = (await read(whoHelpedMe, sinh, {})).find(({ id }) => id === helpId)
    expect(told).toMatchObject({ helperName: 'Trần Văn Khôi', confirmedBy: 'code', dossierCode: code })
    expect(told?.steps.map(({ what }) => what)).toEqual(['began', 'page', 'file', 'submitted'])
    expect(await codeOf(read(getDossier, helper, { dossierCode: code }))).toBe('platform.forbidden')

    await run(endHelp, sinh, { helpId })
    expect(await read(getHelp, helper, { helpId })).toMatchObject({ isOpen: false, dossierCode: null })
    expect(await codeOf(run(endHelp, helper, { helpId }))).toBe('dossiers.help-over')
  })

  test('shows none of the person’s other papers', async () => {
    const { resumeCode } = await agreed()
    expect((await read(offersForDraft, helper, { resumeCode })).papers).toEqual([])
    const input = { resumeCode, componentCode: 'x', entryId: '0190aaaa-0000-7000-8000-00000000000a' }
    expect(await codeOf(run(linkVaultPaper, helper, input))).toBe('platform.forbidden')
  })

  test('is for this helper alone, until it is ended or its time is over', async () => {
    const { helpId, resumeCode, sinh } = await agreed()
    const save = (actor: Actor) => codeOf(run(saveDraftPage, actor, { resumeCode, page: 'noi-dung', answers: {} }))
    expect(await save(helper)).toBe('done')
    expect(await save(other)).toBe('dossiers.draft-not-found')
    expect(await codeOf(run(endHelp, other, { helpId }))).toBe('platform.not-found')
    world.clock.advance(121)
    expect(await save(helper)).toBe('dossiers.draft-not-found')
    expect(await save(sinh)).toBe('done')
    const filing = await aFiling(world.app, helper, CERTIFIED_COPY, { answers: answersOfPerson(SINH) })
    const late = run(submitDossier, helper, { ...filing, draftCode: resumeCode })
    expect(await codeOf(late)).toBe('dossiers.draft-not-found')
    const without = run(submitDossier, helper, filing)
    expect(await codeOf(without)).toBe('platform.forbidden')
    const [last] = await read(listOwnHelps, helper, {})
    expect(last).toMatchObject({ isOpen: false, resumeCode: null })
  })
})
