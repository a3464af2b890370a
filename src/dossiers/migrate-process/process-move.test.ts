import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { administrator, specialist } from '../../../test/support/bare-web.ts'
import type { TestApp } from '../../../test/support/test-app.ts'
import { runAction } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { rows, sql } from '../../platform/db.ts'
import { runQuery } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { pageFindings } from '../../ui/testing.ts'
import {
  FIVE_STEPS,
  draftProcess,
  faultsOf,
  getProcess,
  processInForce,
  publishProcess,
  type ProcessDefinition,
} from '../../catalogue/index.ts'
import { openOfficersScreen, openOfficersSite, type OfficersSite } from '../../workspace/testing.ts'
import { assignDossier } from '../appraisal/assign-dossier.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { submitDossier } from '../filing/submit-dossier.ts'
import { listQueue } from '../queue/list-queue.ts'
import { dossierByCode } from '../store.ts'
import { aFiling } from '../testing.ts'
import { moveDossierProcess } from './move-dossier-process.ts'
import { previewProcessMove } from './preview-process-move.ts'
import { effectOf, whyNotMoveProcess } from './process-move.ts'
import { processMoveRoutes } from './routes.tsx'

const COPY = '2.000815'
const [DESK, HEAD, SPECIALIST, ADMINISTRATOR] = ['anh.vn', 'chau.dm', 'huy.pq', 'linh.tk'] as const

/** The process without a pool: what is received goes straight to a specialist. */
function withoutReceived(process: ProcessDefinition): ProcessDefinition {
  const out = (state: string) => state !== 'received'
  return {
    ...process,
    initialStates: process.initialStates.map((state) => (out(state) ? state : 'appraising')),
    steps: process.steps.map((step) => ({ ...step, states: step.states.filter(out) })),
    transitions: process.transitions
      .map((row) => ({ ...row, from: row.from.filter(out), to: out(row.to) ? row.to : 'appraising' }))
      .filter((row, index) => row.from.length > 0 || process.transitions[index]?.from.length === 0),
  }
}

let site: OfficersSite
let world: TestApp
let model: ProcessDefinition
beforeAll(async () => {
  site = await openOfficersSite(processMoveRoutes)
  world = site.world
  const on = vietnamDate(world.clock.now())
  model = (await processInForce(world.app.db, COPY, on))?.definition as ProcessDefinition
}, 300_000)
afterAll(() => site?.close())

async function file(upTo: 'submitted' | 'received' | 'appraising'): Promise<string> {
  const citizen = await site.citizen('022188000512', 'Nguyễn Thu Hạnh')
  const { code } = await runAction(world.app, submitDossier, citizen, await aFiling(world.app, citizen, COPY))
  if (upTo === 'submitted') return code
  await runAction(world.app, receiveDossier, await site.officer(DESK), { dossierCode: code })
  if (upTo === 'received') return code
  const { accountId } = await site.officer(SPECIALIST)
  await runAction(world.app, assignDossier, await site.officer(HEAD), {
    dossierCode: code,
    assigneeAccountId: accountId,
  })
  return code
}

describe('whyNotMoveProcess', () => {
  const next = () => ({ ...withoutReceived(model), version: 9 })
  const at = (handling: 'appraising' | 'received' | 'delivered', procedureCode = COPY) => ({ handling, procedureCode })

  test('the process tried here could be published', () => {
    expect(faultsOf(next())).toEqual([])
  })

  test.each<[string, () => unknown, string | undefined]>([
    ['stands in both', () => whyNotMoveProcess(at('appraising'), model, next()), undefined],
    [
      'stands nowhere in the new one',
      () => whyNotMoveProcess(at('received'), model, next()),
      'dossiers.process-no-state',
    ],
    ['has ended', () => whyNotMoveProcess(at('delivered'), model, next()), 'dossiers.process-ended'],
    ['is there already', () => whyNotMoveProcess(at('appraising'), model, model), 'dossiers.process-already'],
    [
      'is of another procedure',
      () => whyNotMoveProcess(at('appraising'), model, { ...next(), code: 'rieng', procedureCode: '1.001193' }),
      'dossiers.process-not-for',
    ],
    [
      'is of the procedure the process is for',
      () => whyNotMoveProcess(at('appraising'), model, { ...next(), code: 'rieng', procedureCode: COPY }),
      undefined,
    ],
    [
      'would leave its step',
      () =>
        whyNotMoveProcess(at('appraising'), model, {
          ...next(),
          steps: model.steps.filter(({ code }) => code !== 'tham-dinh'),
        }),
      'dossiers.process-no-step',
    ],
  ])('a dossier that %s', (_, ask, code) => {
    expect((ask() as { code: string } | undefined)?.code).toBe(code)
  })

  test('tells what changes where the dossier stands', () => {
    const other: ProcessDefinition = {
      ...next(),
      steps: next().steps.map((step) => (step.code === 'tham-dinh' ? { ...step, name: 'Xem xét' } : step)),
      transitions: next().transitions.filter(({ action }) => action !== 'suspendDossier'),
    }
    expect(effectOf(at('appraising'), model, other)).toMatchObject({
      step: { before: 'Thẩm định', after: 'Xem xét' },
      lost: ['suspendDossier'],
      gained: [],
    })
  })
})

describe('moving running dossiers', () => {
  let submitted: string
  let received: string
  let appraising: string
  const preview = () => runQuery(world.app, previewProcessMove, administrator, { processCode: FIVE_STEPS })
  const move = (dossierCode: string, actor = administrator) =>
    runAction(world.app, moveDossierProcess, actor, { dossierCode, processCode: FIVE_STEPS })

  beforeAll(async () => {
    ;[submitted, received, appraising] = [await file('submitted'), await file('received'), await file('appraising')]
    const today = vietnamDate(world.clock.now())
    const { revision } = await runAction(world.app, draftProcess, administrator, {
      definition: withoutReceived(model),
      over: 0,
    })
    await runAction(world.app, publishProcess, administrator, { code: FIVE_STEPS, revision, validFrom: today })
  })

  test('each is listed with what becomes of it, and nothing has changed yet', async () => {
    const { dossiers, total, target } = await preview()
    expect(total).toBe(3)
    expect(target.version).toBe(model.version + 1)
    const byCode = new Map(dossiers.map((one) => [one.dossierCode, one]))
    expect(byCode.get(received)).toMatchObject({ handling: 'received', refused: { code: 'dossiers.process-no-state' } })
    expect(byCode.get(submitted)?.refused).toBeNull()
    expect(byCode.get(appraising)).toMatchObject({ refused: null, fromVersion: model.version })
  })

  test('one without a place is refused, the others go on; due dates stay; each move is in the journal', async () => {
    const before = await dossierByCode(world.app.db, appraising)
    const page = await site.send(`/quy-trinh/${FIVE_STEPS}/chuyen-ho-so`, ADMINISTRATOR, {
      'ho-so': [submitted, received, appraising],
    })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Đã chuyển 2 hồ sơ, 1 hồ sơ giữ nguyên.')
    const after = await dossierByCode(world.app.db, appraising)
    const { versions } = await runQuery(world.app, getProcess, administrator, { code: FIVE_STEPS })
    expect(after).toEqual({ ...before, processId: versions[0]?.id, version: (before?.version ?? 0) + 1 })
    expect((await dossierByCode(world.app.db, received))?.processId).toBe(versions[1]?.id)
    const lines = await rows(
      world.app.db,
      sql<{ facts: { code: string } }>`
        select facts from platform.journal_line where what = 'dossiers.process-moved' order by seq`,
    )
    expect(lines.map(({ facts }) => facts.code)).toEqual([submitted, appraising])
    expect((await preview()).dossiers.map(({ dossierCode }) => dossierCode)).toEqual([received])
  })

  test('it stays in its officer’s list', async () => {
    const { items } = await runQuery(world.app, listQueue, await site.officer(SPECIALIST), {})
    expect(items.map(({ code }) => code)).toContain(appraising)
  })

  test('the dossier goes on by the new table', async () => {
    await runAction(world.app, receiveDossier, await site.officer(DESK), { dossierCode: submitted })
    expect((await dossierByCode(world.app.db, submitted))?.handling).toBe('appraising')
  })

  test('sent twice it is moved once; nobody else may', async () => {
    const refusals = await Promise.all(
      [move(appraising), move('H49.000'), move(received, specialist)].map((work) =>
        work.then(
          () => 'done',
          (error: unknown) => (error instanceof Refusal ? error.code : 'error'),
        ),
      ),
    )
    expect(refusals).toEqual(['dossiers.process-already', 'platform.not-found', 'platform.forbidden'])
  })

  test('the page has no finding and does not scroll sideways, on a desk and on a telephone', async () => {
    const screen = await openOfficersScreen(site)
    const page = await screen.open(`/quy-trinh/${FIVE_STEPS}/chuyen-ho-so`, ADMINISTRATOR)
    expect(await pageFindings(page, 'move')).toEqual([])
    await screen.close()
  })
})
