import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import type { Actor } from '../../platform/actor.ts'
import { rows, sql } from '../../platform/db.ts'
import { journalTimestampPort } from '../../platform/journal/seal.ts'
import { installOperations } from '../../platform/operations/install.ts'
import { registerSimulator, type SimulatorState } from '../../platform/operations/simulators.ts'
import { administrator, openBareWeb, specialist, type BareWeb } from '../../../test/support/bare-web.ts'
import { operationsRefusals } from '../../platform/operations/texts.ts'
import { connectionsRoutes } from './routes.tsx'

describe('page Kết nối', () => {
  let test: TestApp
  let bare: BareWeb
  let actor: Actor = administrator
  let state: SimulatorState = 'normal'

  beforeAll(async () => {
    test = await openTestApp({ refusals: operationsRefusals })
    installOperations(test.app)
    test.app.ports.set(journalTimestampPort, {
      async stamp(digest) {
        if (state === 'down') throw new Error('socket hang up')
        return digest
      },
    })
    registerSimulator(test.app, {
      name: 'timestamp-authority',
      states: ['normal', 'slow', 'wrong', 'down'],
      state: () => state,
      set: (next) => void (state = next),
    })
    bare = await openBareWeb(test.app, () => actor, connectionsRoutes)
  })
  afterAll(async () => {
    await bare.close()
    await test.close()
  })

  const open = () => bare.web.inject({ url: '/quan-tri/ket-noi', headers: { accept: 'text/html' } })

  it('shows every port, who serves it and whether it is well', async () => {
    const { body, statusCode } = await open()
    expect(statusCode).toBe(200)
    for (const words of [
      'Cơ sở dữ liệu',
      'Kho tệp',
      'Hàng việc nền',
      'Dịch vụ cấp dấu thời gian',
      'Trong máy này',
      'Tốt',
    ])
      expect(body).toContain(words)
    // Nobody provides sign-in in this test.
    expect(body).toContain('1 kết nối không chạy')
    expect(body).toContain('Người dân chưa đăng nhập được')
  })

  it('lets an administrator stop a simulator and start it again, on record', async () => {
    const stopped = await bare.post('/quan-tri/ket-noi', '/quan-tri/ket-noi/gia-lap/timestamp-authority', {
      state: 'down',
    })
    expect(stopped).toMatchObject({ statusCode: 303, headers: { location: '/quan-tri/ket-noi' } })
    const broken = await open()
    expect(broken.body).toContain('Dịch vụ cấp dấu thời gian đang ở chế độ: Ngừng.')
    expect(broken.body).toContain('socket hang up')
    await bare.post('/quan-tri/ket-noi', '/quan-tri/ket-noi/gia-lap/timestamp-authority', { state: 'normal' })
    expect((await open()).body).toContain('1 kết nối không chạy')
    const lines = await rows(
      test.app.db,
      sql<{
        facts: unknown
        actor: string
      }>`select facts, actor from platform.journal_line where subject = 'simulator:timestamp-authority' order by seq`,
    )
    expect(lines).toEqual([
      { facts: { state: 'down' }, actor: 'officer:00000000-0000-7000-8000-0000000000ad' },
      { facts: { state: 'normal' }, actor: 'officer:00000000-0000-7000-8000-0000000000ad' },
    ])
  })

  it('refuses what is not a simulator, a form without its token, and other officers', async () => {
    const real = await bare.post('/quan-tri/ket-noi', '/quan-tri/ket-noi/gia-lap/database', { state: 'down' })
    expect(real.statusCode).toBe(404)
    expect(real.body).toContain('Không có máy giả lập')
    const forged = await bare.web.inject({
      method: 'POST',
      url: '/quan-tri/ket-noi/gia-lap/timestamp-authority',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'state=down',
    })
    expect(forged.statusCode).toBe(403)
    actor = specialist
    expect((await open()).statusCode).toBe(403)
    expect(state).toBe('normal')
    actor = administrator
  })
})
