import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDossier } from '../dossiers/index.ts'
import {
  approveResult,
  draftResult,
  getResult,
  refuseDelivery,
  replaceResult,
  resultsReactions,
  sealResult,
  signResult,
} from '../results/index.ts'
import { openResultsWorld, type ResultsWorld } from '../results/testing.ts'
import { deliveriesOfDossier, notificationsJobs, notificationsReactions } from './index.ts'
import { messageOf } from './texts.ts'

let world: ResultsWorld
beforeAll(async () => {
  const reactions = [...resultsReactions, ...notificationsReactions]
  world = await openResultsWorld({ jobs: notificationsJobs, reactions })
}, 180_000)
afterAll(() => world.close())

test('people are told that a paper is kept for them, is being put right, and has been replaced', async () => {
  const { app, people, pins, run, undertake, read } = world
  const dossierCode = await world.sealed()
  await run(refuseDelivery, people.desk, {
    dossierCode,
    refusedByName: 'Nguyễn Thu Hạnh',
    reason: 'Ngày sinh ghi sai.',
  })
  const { issued } = await read(getResult, people.hanh, { dossierCode })
  const legalBasis = 'Khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP'
  await run(replaceResult, people.head, { dossierCode, reason: 'Ngày sinh ghi sai.', legalBasis })
  await run(draftResult, people.specialist, { dossierCode })
  await run(approveResult, people.head, { dossierCode })
  await undertake(signResult, people.leader, { dossierCode, pin: pins.leader })
  const { number } = await undertake(sealResult, people.clerk, { dossierCode, pin: pins.seal })
  await app.jobs.drain()

  const { dossier } = await read(getDossier, people.hanh, { dossierCode })
  const told = (await deliveriesOfDossier(app.db, dossier.id)).filter(({ channel }) => channel === 'in-app')
  const titles = told.map(({ template, facts }) => messageOf(template, facts).title)
  expect(titles).toEqual(
    expect.arrayContaining([
      `Kết quả hồ sơ ${dossierCode} được giữ tại quầy`,
      `Đang sửa sai sót trên kết quả hồ sơ ${dossierCode}`,
      `Văn bản số ${number} thay thế văn bản số ${issued?.numberText}: hồ sơ ${dossierCode}`,
    ]),
  )
  // The first paper was announced as ready; its replacement is not announced so again.
  expect(told.filter(({ template }) => template === 'finished')).toHaveLength(1)
  expect(JSON.stringify(told)).not.toContain('Hạnh')
})
