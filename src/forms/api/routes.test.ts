import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { administrator, openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { ANONYMOUS, type Actor } from '../../platform/actor.ts'
import { readFormFiles } from '../load-forms.ts'
import { formsRefusals } from '../officers.texts.ts'
import { formsApiRoutes } from './routes.ts'

let world: TestApp
let bare: BareWeb
let who: Actor = administrator
beforeAll(async () => {
  world = await openTestApp({ refusals: formsRefusals })
  bare = await openBareWeb(world.app, () => who, formsApiRoutes)
})
afterAll(async () => {
  await bare.close()
  await world.close()
})

async function call(
  actor: Actor,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  who = actor
  const sent = await bare.web.inject({ method, url: `/api/v1/forms${path}`, ...(body ? { payload: body } : {}) })
  return { status: sent.statusCode, body: sent.body === '' ? {} : (JSON.parse(sent.body) as Record<string, unknown>) }
}
const as = (role: 'supervisor' | 'specialist'): Actor =>
  administrator.kind === 'officer'
    ? { ...administrator, grants: administrator.grants.map((grant) => ({ ...grant, role })) }
    : administrator
const question = (label: string) => ({ name: 'a', kind: 'text', label, required: true })
const layout = (label: string, more: object[] = []) => ({
  pages: [{ id: 'p', title: 'Trang', sections: [{ fields: [question(label), ...more] }] }],
})
const CODE = '1.009994'

describe('forms over the API', () => {
  it('goes from a draft with faults to a published version, each step over what was last seen', async () => {
    const broken = layout('Tên', [{ name: 'b', kind: 'choice', label: 'Chọn', required: true }])
    expect(await call(administrator, 'PUT', `/${CODE}/draft`, { layout: broken, over: 0 })).toMatchObject({
      status: 200,
      body: { code: CODE, revision: 1 },
    })
    const seen = await call(as('supervisor'), 'GET', `/${CODE}`)
    expect(seen.body).toMatchObject({ inForce: null, draft: { revision: 1, faults: [{ code: 'no-options' }] } })
    const refused = await call(administrator, 'POST', `/${CODE}/publish`, { revision: 1, validFrom: '2026-12-01' })
    expect(refused).toMatchObject({ status: 422, body: { code: 'forms.faults' } })
    expect(await call(administrator, 'PUT', `/${CODE}/draft`, { layout: layout('Tên'), over: 0 })).toMatchObject({
      status: 409,
      body: { code: 'forms.draft-changed' },
    })
    await call(administrator, 'PUT', `/${CODE}/draft`, { layout: layout('Tên'), over: 1 })
    const published = await call(administrator, 'POST', `/${CODE}/publish`, { revision: 2, validFrom: '2026-12-01' })
    expect(published).toMatchObject({ status: 200, body: { code: CODE, version: 1, validFrom: '2026-12-01' } })
    expect((await call(as('supervisor'), 'GET', '')).body).toMatchObject({
      forms: [{ code: CODE, inForce: null, upcoming: { version: 1 }, draft: null }],
    })
  })

  it('goes back and ahead through what was saved, for administrators alone', async () => {
    const step = (way: 'back' | 'ahead', revision: number, actor = administrator) =>
      call(actor, 'POST', `/${CODE}/draft/step`, { way, revision })
    await call(administrator, 'PUT', `/${CODE}/draft`, { layout: layout('Một'), over: 0 })
    await call(administrator, 'PUT', `/${CODE}/draft`, { layout: layout('Hai'), over: 1 })
    expect((await step('back', 2, as('specialist'))).status).toBe(403)
    expect(await step('back', 1)).toMatchObject({ status: 409, body: { code: 'forms.draft-changed' } })
    expect(await step('back', 2)).toMatchObject({ status: 200, body: { revision: 3 } })
    const now = async () => (await call(administrator, 'GET', `/${CODE}`)).body
    expect(await now()).toMatchObject({ draft: { layout: layout('Một') } })
    expect(await step('back', 3)).toMatchObject({ status: 409, body: { code: 'forms.nothing-to-undo' } })
    expect(await step('ahead', 3)).toMatchObject({ status: 200, body: { revision: 4 } })
    expect(await now()).toMatchObject({ draft: { layout: layout('Hai') } })
    await call(administrator, 'DELETE', `/${CODE}/draft`, { revision: 4 })
    expect((await step('back', 4)).status).toBe(404)
  })

  it('throws a draft away, and knows none that is not there', async () => {
    await call(administrator, 'PUT', `/${CODE}/draft`, { layout: layout('Họ tên'), over: 0 })
    expect((await call(administrator, 'DELETE', `/${CODE}/draft`, { revision: 1 })).status).toBeLessThan(300)
    const again = await call(administrator, 'DELETE', `/${CODE}/draft`, { revision: 1 })
    expect(again).toMatchObject({ status: 404, body: { code: 'forms.no-draft' } })
    expect(await call(administrator, 'GET', '/9.999999')).toMatchObject({ status: 404 })
  })

  it('carries each form that comes with the system out and in again, unchanged', async () => {
    for (const { code, layout: own } of await readFormFiles()) {
      const put = await call(administrator, 'PUT', `/${code}/draft`, { layout: own, over: 0 })
      expect(put.status, code).toBe(200)
      await call(administrator, 'POST', `/${code}/publish`, { revision: 1, validFrom: '2026-12-01' })
      const { body } = await call(administrator, 'GET', `/${code}/file?version=1`)
      const taken = await call(administrator, 'POST', '/import', { file: body.file, validFrom: '2026-12-02' })
      expect(taken, code).toMatchObject({ status: 200, body: { code, version: 2, notes: [] } })
      const back = await call(administrator, 'GET', `/${code}/file?version=2`)
      expect(JSON.parse(String(back.body.file)), code).toMatchObject({ layout: JSON.parse(JSON.stringify(own)) })
    }
  })

  it('takes a form of form.io with a name for everything it has no place for', async () => {
    const components = [
      { type: 'textfield', key: 'ten', label: 'Tên cơ sở', input: true },
      { type: 'signature', key: 'ky', label: 'Chữ ký', input: true },
      { type: 'file', key: 'anh', label: 'Ảnh', input: true },
      { type: 'hidden', key: 'an', label: 'Ẩn', input: true },
    ]
    const sent = { file: JSON.stringify({ components }), validFrom: '2026-12-01' }
    expect(await call(administrator, 'POST', '/import', sent)).toMatchObject({
      status: 422,
      body: { code: 'forms.without-code' },
    })
    const { status, body } = await call(administrator, 'POST', '/import', { ...sent, code: '1.000001' })
    expect(status).toBe(200)
    expect((body.notes as { component: string }[]).map(({ component }) => component)).toEqual(['Chữ ký', 'Ảnh', 'Ẩn'])
  })

  it.each([
    ['no JSON', '<form/>', 'forms.unreadable-file'],
    ['half a file', '{"kind":"motcua-form","format":3', 'forms.unreadable-file'],
    ['another kind of file', '{"kind":"bpmn"}', 'platform.invalid-input'],
  ])('refuses %s and publishes nothing', async (_, file, code) => {
    const sent = await call(administrator, 'POST', '/import', { file, code: '1.000009', validFrom: '2026-12-01' })
    expect(sent.body.code).toBe(code)
    expect([400, 422]).toContain(sent.status)
    expect((await call(administrator, 'GET', '/1.000009')).status).toBe(404)
  })

  it('lets supervisors read, and nobody else', async () => {
    const file = { file: '{}', validFrom: '2026-12-01' }
    const writes: [Actor, 'PUT' | 'POST' | 'DELETE', string, object][] = [as('supervisor'), as('specialist')].flatMap(
      (actor): [Actor, 'PUT' | 'POST' | 'DELETE', string, object][] => [
        [actor, 'PUT', `/${CODE}/draft`, { layout: layout('x'), over: 0 }],
        [actor, 'DELETE', `/${CODE}/draft`, { revision: 1 }],
        [actor, 'POST', `/${CODE}/publish`, { revision: 1, validFrom: '2026-12-01' }],
        [actor, 'POST', '/import', file],
      ],
    )
    for (const [actor, method, path, body] of writes)
      expect((await call(actor, method, path, body)).body.code, `${method} ${path}`).toBe('platform.forbidden')
    expect((await call(as('specialist'), 'GET', '')).status).toBe(403)
    expect((await call(as('supervisor'), 'GET', `/${CODE}/file?version=1`)).status).toBe(403)
    expect((await call(ANONYMOUS, 'GET', `/${CODE}`)).status).toBe(401)
  })
})
