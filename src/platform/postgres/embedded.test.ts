import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePorts } from '../../../test/support/system.ts'
import { startEmbeddedPostgres } from './embedded.ts'
import { isAlive, pause, runningServer } from './server-process.ts'

test('a command beside a busy system takes up its server, however late it answers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-busy-'))
  const [port = 0] = await freePorts(1)
  const options = { folder, port, durable: false }
  const system = await startEmbeddedPostgres(options)
  try {
    const pid = (await runningServer(join(folder, 'data')))?.pid ?? 0
    process.kill(pid, 'SIGSTOP')
    const beside = startEmbeddedPostgres(options)
    // Longer than one try to connect.
    await pause(2_500)
    process.kill(pid, 'SIGCONT')
    expect((await beside).wasRunning).toBe(true)
    expect(isAlive(pid)).toBe(true)
    expect((await runningServer(join(folder, 'data')))?.pid).toBe(pid)
  } finally {
    await system.stop()
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)
