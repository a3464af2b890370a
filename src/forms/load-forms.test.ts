import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runAction } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { loadForms, readFormFiles } from './load-forms.ts'
import { publishForm } from './publish-form.ts'
import { formVersions } from './store.ts'

let world: TestApp
let folder: string
beforeAll(async () => {
  world = await openTestApp()
  folder = join(world.folder, 'forms')
  await mkdir(folder)
})
afterAll(() => world.close())

const administrator: Actor = {
  kind: 'officer',
  accountId: '019aa000-0000-7000-8000-000000000001',
  fullName: 'Vũ Minh Quân',
  grants: [
    { role: 'administrator', unitId: '019aa000-0000-7000-8000-0000000000aa', unitCode: 'H49', reach: 'subtree' },
  ],
}
const layoutAsking = (label: string) => ({
  pages: [
    { id: 'nha', title: 'Ngôi nhà', sections: [{ fields: [{ name: 'a', kind: 'text', label, required: true }] }] },
  ],
})
const file = (version: number, validFrom: string, label: string) =>
  writeFile(join(folder, 'x.json'), JSON.stringify({ code: 'x', version, validFrom, layout: layoutAsking(label) }))
const load = () => loadForms(world.app, folder)
const versions = async () => (await formVersions(world.app.db, 'x')).map(({ definition }) => definition.version)

it('publishes each version once and leaves what a province has published since', async () => {
  await file(1, '2026-01-01', 'Số tầng')
  expect(await load()).toEqual({ published: 1 })
  expect(await load()).toEqual({ published: 0 })

  await file(1, '2026-01-01', 'Số tầng nổi')
  await expect(load()).rejects.toThrow('form x: a changed layout needs a version above 1')

  const own = { code: 'x', version: 2, validFrom: '2026-03-01', layout: layoutAsking('Số tầng của tỉnh') }
  await runAction(world.app, publishForm, administrator, own)
  await file(2, '2026-02-01', 'Số tầng nổi')
  expect(await load()).toEqual({ published: 0 })
  await file(3, '2026-02-01', 'Số tầng nổi')
  expect(await load()).toEqual({ published: 0 })
  await file(3, '2026-04-01', 'Số tầng nổi')
  expect(await load()).toEqual({ published: 1 })
  expect(await versions()).toEqual([3, 2, 1])
})

it('takes no unsound file', async () => {
  await file(4, '2026-05-01', '')
  await expect(load()).rejects.toMatchObject({ code: 'platform.invalid-input' })
})

it('says of each form that comes along what of its template must still be compared', async () => {
  for (const { code, layout } of await readFormFiles()) {
    if (layout.template?.certainty === 'confirmed') continue
    expect(layout.template?.toVerify?.split(';').length, code).toBeGreaterThan(1)
  }
})
