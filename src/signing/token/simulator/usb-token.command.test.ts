import { once } from 'node:events'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { systemClock } from '../../../platform/clock.ts'
import { openDemoPki } from '../../demo-pki.ts'
import { usbTokenCommand } from './usb-token.command.ts'

it('puts the token of an invented signatory into the machine, and nobody else’s', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-usb-'))
  const pki = await openDemoPki(folder, systemClock.now())
  const made = { keyRef: 'person-thinh.bd', fullName: 'Bùi Đức Thịnh', agency: 'Phường Bãi Cháy', pin: '123456' }
  await pki.person({ ...made, personalId: '000000000001' }, systemClock.now())
  await writeFile(join(folder, 'demo-pins.json'), JSON.stringify({ people: { 'thinh.bd': '123456' }, agencies: {} }))
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  const settings = {
    keyFolder: folder,
    dataFolder: folder,
    mode: 'demo' as const,
    tokenService: `wss://127.0.0.1:${port}`,
    publicAddress: 'http://localhost:8080',
  }
  const lines: string[] = []
  const io = { out: (text: string) => void lines.push(text), err: (text: string) => void lines.push(text) }
  expect(await usbTokenCommand(() => settings).run(['nobody'], io, undefined)).toBe(2)
  expect(await usbTokenCommand(() => ({ ...settings, mode: 'production' })).run(['thinh.bd'], io, undefined)).toBe(2)
  const running = usbTokenCommand(() => settings).run(['thinh.bd'], io, undefined)
  while (lines.length < 3) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(lines.at(-1)).toContain(`https://127.0.0.1:${port}`)
  expect(await pki.keys.read('token-thinh.bd')).toBeDefined()
  process.emit('SIGTERM')
  expect(await running).toBe(0)
})
