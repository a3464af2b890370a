import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getDossier } from '../dossiers/index.ts'
import { raiseAll } from '../signing/index.ts'
import { getResult, returnSigned, sealResult, signResult } from './index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from './testing.ts'

let world: ResultsWorld
beforeAll(async () => {
  world = await openResultsWorld()
})
afterAll(() => world?.close())

const handlingOf = async (dossierCode: string) =>
  (await world.read(getDossier, world.people.supervisor, { dossierCode })).dossier.handling
const sign = (dossierCode: string) =>
  world.undertake(signResult, world.people.leader, { dossierCode, pin: world.pins.leader })
const seal = (dossierCode: string) =>
  world.undertake(sealResult, world.people.clerk, { dossierCode, pin: world.pins.seal })
describe('no answer about certificates', () => {
  test('the leader signs, the clerk seals, and nothing goes out until the answer is there', async () => {
    const { responder, clock, people, read } = world
    const dossierCode = await world.approved()
    responder.behave({ mode: 'down' })
    await sign(dossierCode)
    expect(await handlingOf(dossierCode)).toBe('awaiting-seal')
    clock.advance(61)
    const sealed = await seal(dossierCode)
    expect(sealed).toMatchObject({ state: 'raising', level: 'B-T', missing: 'signing.revocation-unavailable' })
    expect(await handlingOf(dossierCode)).toBe('awaiting-seal')
    expect((await read(getResult, people.clerk, { dossierCode })).issued).toBeNull()
    expect(await codeOf(seal(dossierCode))).toBe('signing.raises-already')
    const taken = { dossierCode, reason: 'Sai thể thức văn bản.' }
    expect(await codeOf(world.run(returnSigned, people.clerk, taken))).toBe('signing.raises-already')
    expect(await raiseAll(world.app)).toEqual({ completed: 0, failed: 0, waiting: 1 })
    responder.behave({ mode: 'normal' })
    const round = async () => {
      clock.advance(3)
      return (await raiseAll(world.app)).completed
    }
    await expect.poll(round, { timeout: 20_000 }).toBe(1)
    const { issued } = await read(getResult, people.clerk, { dossierCode })
    expect(issued?.sealedAt).toBeInstanceOf(Date)
  })
})
