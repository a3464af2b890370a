import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rows, sql } from '../platform/db.ts'
import { runErrand } from '../platform/errand.ts'
import { runQuery } from '../platform/query.ts'
import { getDossier } from '../dossiers/index.ts'
import { disableAccount } from '../identity/index.ts'
import {
  allSigners,
  getConfirmation,
  isWaiting,
  keyOfAccount,
  raiseAll,
  settleSigning,
  signersPort,
} from '../signing/index.ts'
import { followForgotten } from '../signing/ceremony/follow-confirmation.ts'
import { registerCertificate } from '../signing/register/register-certificate.ts'
import { askingSigner, type AskingSigner } from '../signing/ceremony/testing.ts'
import { getResult, returnDraft, signResult } from './index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from './testing.ts'

let world: ResultsWorld
let telephone: AskingSigner
beforeAll(async () => {
  world = await openResultsWorld()
  const { app, clock, people, pins } = world
  const embedded = app.ports.get(signersPort).named('embedded')
  const expiresAt = () => new Date(clock.now().getTime() + 5 * 60_000)
  telephone = askingSigner('telephone', embedded, { pin: pins.leader, expiresAt })
  app.ports.set(signersPort, allSigners([embedded, telephone]))
  const holder = await keyOfAccount(app.db, people.leader.accountId, clock.now())
  if (!holder) throw new Error('the leader has a key')
  await runErrand(
    app,
    registerCertificate,
    { kind: 'system', name: 'test' },
    {
      signer: 'telephone',
      keyRef: holder.keyRef,
      holder: { accountId: people.leader.accountId },
    },
  )
}, 180_000)
afterAll(() => world.close())

const handlingOf = async (dossierCode: string) =>
  (await world.read(getDossier, world.people.specialist, { dossierCode })).dossier.handling

async function asked(dossierCode: string) {
  const answer = await runErrand(world.app, signResult, world.people.leader, { dossierCode })
  if (!isWaiting(answer)) throw new Error('the holder is asked')
  const { transaction } = telephone.asked.at(-1) ?? { transaction: '' }
  return { transaction, confirmationId: answer.confirmationId }
}
const settle = (transaction: string) => settleSigning(world.app, { signer: 'telephone', transaction })
const leftOver = () => rows(world.app.db, sql<{ id: string }>`select request_id as id from signing.prepared`)

describe('a signature its holder confirms elsewhere', () => {
  test('what a process left prepared when it died is cleared away', async () => {
    const dossierCode = await world.approved()
    const { transaction } = await asked(dossierCode)
    await followForgotten.run(world.app, {})
    expect(await leftOver()).toHaveLength(1)
    await world.app.db
      .transaction()
      .execute((db) =>
        sql`update signing.request set state = 'abandoned', ended_at = now() where state = 'waiting'`.execute(db),
      )
    await followForgotten.run(world.app, {})
    expect(await leftOver()).toEqual([])
    expect(await settle(transaction)).toBe('ended')
  })

  test('waits, and is finished once however often it is asked about', async () => {
    const { people } = world
    const dossierCode = await world.approved()
    const { transaction, confirmationId } = await asked(dossierCode)
    expect(telephone.asked.at(-1)?.documents).toMatchObject([
      { title: `Bản sao được chứng thực từ bản chính · ${dossierCode}` },
    ])
    expect(await settle(transaction)).toBe('waiting')
    expect(await handlingOf(dossierCode)).toBe('awaiting-signature')
    const view = await runQuery(world.app, getConfirmation, people.leader, { id: confirmationId })
    expect(view.files.map(({ state }) => state)).toEqual(['waiting'])
    expect(await codeOf(runQuery(world.app, getConfirmation, people.otherLeader, { id: confirmationId }))).toBe(
      'platform.not-found',
    )

    await telephone.agree(transaction)
    const told = await Promise.all([settle(transaction), settle(transaction), settle(transaction)])
    expect(told.toSorted()).toEqual(['elsewhere', 'elsewhere', 'ended'])
    expect(await settle(transaction)).toBe('elsewhere')
    expect(await handlingOf(dossierCode)).toBe('awaiting-seal')
    const { files } = await world.read(getResult, people.specialist, { dossierCode })
    expect(files.filter(({ stage }) => stage === 'signed')).toHaveLength(1)
    expect(await leftOver()).toEqual([])
  })

  test('cannot be asked for twice about one file', async () => {
    const dossierCode = await world.approved()
    const { transaction } = await asked(dossierCode)
    expect(await codeOf(runErrand(world.app, signResult, world.people.leader, { dossierCode }))).toBe(
      'signing.waits-already',
    )
    telephone.decline(transaction)
    expect(await settle(transaction)).toBe('ended')
    await telephone.agree((await asked(dossierCode)).transaction)
    expect(await settle(telephone.asked.at(-1)?.transaction ?? '')).toBe('ended')
    expect(await handlingOf(dossierCode)).toBe('awaiting-seal')
  })

  test('declined, or never answered, changes nothing', async () => {
    const dossierCode = await world.approved()
    const { transaction, confirmationId } = await asked(dossierCode)
    world.clock.advance(16)
    expect(await settle(transaction)).toBe('ended')
    expect(await handlingOf(dossierCode)).toBe('awaiting-signature')
    const { files } = await runQuery(world.app, getConfirmation, world.people.leader, { id: confirmationId })
    expect(files).toMatchObject([{ state: 'failed', error: 'signing.expired' }])
    expect(await leftOver()).toEqual([])
  })

  test('agreed to after the draft was given back, it is not kept', async () => {
    const dossierCode = await world.approved()
    const { transaction, confirmationId } = await asked(dossierCode)
    await world.run(returnDraft, world.people.leader, { dossierCode, reason: 'Sửa lại trích yếu.' })
    await telephone.agree(transaction)
    expect(await settle(transaction)).toBe('ended')
    expect(await handlingOf(dossierCode)).toBe('appraising')
    const { files } = await runQuery(world.app, getConfirmation, world.people.leader, { id: confirmationId })
    expect(files).toMatchObject([{ state: 'failed' }])
  })

  test('agreed to while the time-stamp authority is down, it is finished when that is back', async () => {
    const dossierCode = await world.approved()
    const { transaction } = await asked(dossierCode)
    await telephone.agree(transaction)
    world.timestamps.behave({ mode: 'down' })
    expect(await settle(transaction)).toBe('ended')
    expect(await handlingOf(dossierCode)).toBe('awaiting-signature')
    world.timestamps.behave({ mode: 'normal' })
    expect(await raiseAll(world.app)).toMatchObject({ completed: 1, failed: 0 })
    expect(await handlingOf(dossierCode)).toBe('awaiting-seal')
  })

  test('is kept for nobody whose account was closed meanwhile', async () => {
    const dossierCode = await world.approved()
    const { transaction } = await asked(dossierCode)
    await telephone.agree(transaction)
    const { supervisor, leader } = world.people
    const administrator = supervisor.grants.map((grant) => ({ ...grant, role: 'administrator' as const }))
    const closing = { accountId: leader.accountId, reason: 'Chuyển công tác' }
    await world.run(disableAccount, { ...supervisor, grants: administrator }, closing)
    expect(await settle(transaction)).toBe('ended')
    expect(await handlingOf(dossierCode)).toBe('awaiting-signature')
  })
})
