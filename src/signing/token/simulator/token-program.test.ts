import { mkdtemp } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LEADER, SIGNED_AT, signingWorld, type SigningWorld } from '../../testing.ts'
import { startTokenProgram, type TokenProgram } from './token-program.tsx'

const clock = { now: () => SIGNED_AT }
let world: SigningWorld
let program: TokenProgram

beforeAll(async () => {
  world = await signingWorld()
  const folder = await mkdtemp(join(tmpdir(), 'motcua-program-'))
  const { pki } = world
  const person = { ...LEADER, keyRef: 'person-giang.nth' }
  await pki.person(person, SIGNED_AT)
  program = await startTokenProgram({ pki, clock, folder, port: 0, origins: ['http://localhost:1'] })
  const { fullName, agency: unitName, pin } = person
  program.offer({
    people: [{ signInName: 'giang.nth', fullName, unitName, pin, service: null }],
    agencies: [],
    citizens: [],
  })
})
afterAll(() => program.close())

const page = (form?: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request(program.url, { method: form === undefined ? 'GET' : 'POST', rejectUnauthorized: false })
    sent.on('error', reject)
    sent.on('response', (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (more: string) => void (text += more))
      answer.on('end', () => resolve(text))
    })
    sent.end(form)
  })

it('puts the token of one holder into the machine, takes it out, and knows nobody else', async () => {
  expect(await page()).toContain('Chưa cắm USB token nào')
  expect(await page('token=person-giang.nth')).toContain(`Đang cắm USB token của ${LEADER.fullName}`)
  expect(await world.pki.keys.read('token-person-giang.nth')).toBeDefined()
  expect(await page('token=person-nobody')).toContain('Chưa cắm USB token nào')
})

it('can be stopped on the page of connections and started again', async () => {
  await program.ping()
  program.control.set('down')
  expect(program.control.state()).toBe('down')
  await expect(program.ping()).rejects.toThrow()
  program.control.set('declines')
  expect(program.control.state()).toBe('declines')
  await program.ping()
  program.control.set('normal')
})
