import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import type { FormDefinition, FormLayout } from '../form.ts'
import { schemaOf } from '../schema.ts'
import { printedParts } from './printed-form.ts'
import { printForm } from './print-form.ts'

const layout: FormLayout = {
  template: { name: 'Tờ khai thay đổi thông tin cư trú', number: 'Mẫu CT01', certainty: 'law-to-verify' },
  print: { signer: 'Người kê khai' },
  pages: [
    {
      id: 'nguoi',
      title: 'Người kê khai',
      sections: [
        {
          fields: [
            { name: 'fullName', kind: 'personal-name', label: 'Họ, chữ đệm và tên', required: true },
            { name: 'oldName', kind: 'personal-name', label: 'Tên gọi khác', required: false },
            {
              name: 'sex',
              kind: 'choice',
              label: 'Giới tính',
              required: true,
              options: [
                { value: 'male', label: 'Nam' },
                { value: 'female', label: 'Nữ' },
              ],
            },
            { name: 'why', kind: 'text', label: 'Lý do', required: true, when: { field: 'sex', is: 'male' } },
            { name: 'true', kind: 'confirm', label: 'Tôi cam đoan đúng sự thật', required: true },
          ],
        },
        {
          title: 'Thành viên cùng thay đổi',
          repeat: { name: 'members', min: 0, max: 9, entry: 'thành viên' },
          fields: [
            { name: 'name', kind: 'personal-name', label: 'Họ và tên', required: true },
            { name: 'bornOn', kind: 'birth-date', label: 'Ngày sinh', required: true },
          ],
        },
      ],
    },
  ],
}
const form: FormDefinition = { id: 'ct01', version: 1, format: 2, layout, schema: schemaOf(layout) }
const data = {
  fullName: 'Nguyễn Thu Hạnh #strong[x]',
  sex: 'female',
  true: true,
  members: [
    { name: 'Trần An', bornOn: '2019-05-02' },
    { name: 'Trần Bình', bornOn: '1948' },
  ],
}

it('numbers every question asked, leaves dots for the unanswered, puts groups into tables and pledges aside', () => {
  expect(printedParts(form, data)).toEqual([
    {
      title: 'Người kê khai',
      items: [
        { as: 'line', no: '1.', label: 'Họ, chữ đệm và tên', value: 'Nguyễn Thu Hạnh #strong[x]' },
        { as: 'line', no: '2.', label: 'Tên gọi khác', value: '' },
        {
          as: 'ticks',
          no: '3.',
          label: 'Giới tính',
          options: [
            { label: 'Nam', ticked: false },
            { label: 'Nữ', ticked: true },
          ],
        },
        {
          as: 'table',
          no: '4.',
          label: 'Thành viên cùng thay đổi',
          columns: ['Họ và tên', 'Ngày sinh'],
          rows: [
            ['Trần An', '02/05/2019'],
            ['Trần Bình', '1948'],
          ],
        },
      ],
    },
  ])
})

it('leaves two who sign together room for their own names', async () => {
  const both = { ...layout, print: { signer: 'Bên nam', coSigner: 'Bên nữ' } }
  const pdf = await printForm({
    form: { ...form, layout: both },
    data: { ...data, fullName: 'Trần An' },
    procedureName: 'Đăng ký kết hôn',
    agencyName: '',
    personName: 'Nguyễn Thu Hạnh',
    code: null,
    madeAt: new Date('2026-11-21T02:00:00Z'),
  })
  const folder = await mkdtemp(join(tmpdir(), 'form-'))
  await writeFile(join(folder, 'form.pdf'), pdf)
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', join(folder, 'form.pdf'), '-'])
  const text = stdout.normalize('NFC')
  expect(text).toMatch(/BÊN NỮ\s+BÊN NAM/)
  expect(text).not.toContain('Nguyễn Thu Hạnh')
  expect(text).toMatch(/Kính gửi: \.{5}/)
})

it('is a PDF with heading, code and signature, showing what was typed as it was typed', async () => {
  const pdf = await printForm({
    form,
    data,
    procedureName: 'Đăng ký thường trú',
    agencyName: 'Công an phường Bãi Cháy',
    personName: 'Nguyễn Thu Hạnh',
    code: { text: 'H49.136-261121-0001', address: 'https://example.vn/tra-cuu?ma=H49.136-261121-0001' },
    madeAt: new Date('2026-11-21T02:00:00Z'),
  })
  const folder = await mkdtemp(join(tmpdir(), 'form-'))
  await writeFile(join(folder, 'form.pdf'), pdf)
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', join(folder, 'form.pdf'), '-'])
  for (const words of [
    'Mẫu CT01',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ',
    'Kính gửi: Công an phường Bãi Cháy',
    '#strong[x]',
    'Trần Bình',
    'Tôi cam đoan đúng sự thật.',
    'NGƯỜI KÊ KHAI',
    'H49.136-261121-0001',
  ])
    expect(stdout.normalize('NFC')).toContain(words)
})
