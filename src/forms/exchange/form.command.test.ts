import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { loadForms } from '../load-forms.ts'
import { formsRefusals } from '../officers.texts.ts'
import { formVersions } from '../store.ts'
import { formCommand } from './form.command.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp({ refusals: formsRefusals })
  await loadForms(world.app)
})
afterAll(() => world.close())

async function run(...argv: string[]) {
  const said = { out: '', err: '' }
  const io = { out: (text: string) => (said.out += text), err: (text: string) => (said.err += `${text}\n`) }
  return { exit: await formCommand.run(argv, io, world.app), ...said }
}
const path = (name: string) => join(world.folder, name)
const versions = async (code: string) =>
  (await formVersions(world.app.db, code)).map(({ definition }) => definition.version)

describe('motcua form', () => {
  it('writes a form to a file that another installation publishes as it was', async () => {
    const [version = 0] = await versions('1.001612')
    expect(await run('export', '1.001612', '--version', String(version), '--out', path('ho.json'))).toMatchObject({
      exit: 0,
      err: '',
    })
    const printed = await run('export', '1.001612', '--version', String(version))
    expect(printed.out).toBe((await readFile(path('ho.json'), 'utf8')).trimEnd())

    const taken = await run('import', path('ho.json'), '--code', '1.009999', '--from', '2026-12-01')
    expect(taken).toMatchObject({ exit: 0, out: 'Đã công bố biểu mẫu 1.009999, bản 1, từ 2026-12-01.', err: '' })
    const again = await run('export', '1.009999', '--version', '1')
    expect({ ...(JSON.parse(again.out) as object), code: '1.001612', version }).toEqual(JSON.parse(printed.out))
  })

  it('names each component of form.io that it has no place for', async () => {
    const components = [
      { type: 'textfield', key: 'ten', label: 'Tên cơ sở', input: true },
      { type: 'signature', key: 'ky', label: 'Chữ ký', input: true },
    ]
    await writeFile(path('formio.json'), JSON.stringify({ components }))
    expect(await run('import', path('formio.json'))).toMatchObject({
      exit: 1,
      err: expect.stringContaining('Cho biết mã thủ tục'),
    })
    const { exit, err } = await run('import', path('formio.json'), '--code', '1.000001')
    expect([exit, err]).toEqual([0, 'Chưa đưa vào: Chữ ký: loại ô signature chưa có ở đây, không đưa vào\n'])
  })

  it('says why a broken file or an unknown form is refused, and publishes nothing', async () => {
    await writeFile(path('hong.json'), '{"kind":"motcua-form","format":3')
    const before = await versions('1.000002')
    expect(await run('import', path('hong.json'), '--code', '1.000002')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('không phải biểu mẫu'),
    })
    expect(await versions('1.000002')).toEqual(before)
    expect(await run('export', '9.999999')).toMatchObject({ exit: 1, err: 'Không có biểu mẫu 9.999999.\n' })
    expect(await run('bay')).toMatchObject({ exit: 2, err: expect.stringContaining('motcua form export') })
  })

  it('says so when there is no such file', async () => {
    expect(await run('import', path('khong-co.json'))).toMatchObject({
      exit: 1,
      err: expect.stringContaining('khong-co.json'),
    })
  })
})
