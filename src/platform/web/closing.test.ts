import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { closeInTime } from './closing.ts'
import type { Web } from './web.ts'

test('a connection that never asked for anything does not keep the system from stopping', async () => {
  const { web, port } = await listening(60_000)
  const silent = connect(port, '127.0.0.1')
  await once(silent, 'connect')
  await fetch(`http://127.0.0.1:${port}/at-once`)
  await web.close()
  await once(silent, 'close')
})

test('an answer under way is given before the doors close', async () => {
  const { web, port, begun } = await listening(60_000)
  const answer = fetch(`http://127.0.0.1:${port}/soon`)
  await begun
  await web.close()
  expect(await (await answer).text()).toBe('soon')
})

test('an answer that does not come is not waited for', async () => {
  const { web, port, begun } = await listening(50)
  const answer = fetch(`http://127.0.0.1:${port}/never`)
  const lost = expect(answer).rejects.toThrow()
  await begun
  await web.close()
  await lost
})

async function listening(lastAnswersMs: number) {
  const web = fastify({ forceCloseConnections: 'idle' }) as unknown as Web
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  closeInTime(web, lastAnswersMs)
  web.get('/at-once', async () => 'now')
  web.get('/soon', async () => {
    begin()
    await new Promise((resolve) => setTimeout(resolve, 100))
    return 'soon'
  })
  web.get('/never', async () => {
    begin()
    return await new Promise(() => undefined)
  })
  await web.listen({ host: '127.0.0.1', port: 0 })
  return { web, port: (web.server.address() as AddressInfo).port, begun }
}
