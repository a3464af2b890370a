import { describe, expect, it } from 'vitest'
import { buildApplicationForm } from './application-form.ts'
import { fieldsOf, type FieldSpec, type FormDefinition } from './form.ts'
import { readAnswers } from './read-answers.ts'
import { schemaOf } from './schema.ts'
import { shownAnswers } from './shown-answers.ts'
import { validateForm } from './validate-form.ts'
import { withCommunes } from './with-communes.ts'

const today = '2026-11-21'

function aForm(...fields: FieldSpec[]): FormDefinition {
  const layout = { pages: [{ id: 'nha', title: 'Ngôi nhà sẽ xây', sections: [{ fields }] }] }
  return { id: 'nha', version: 1, layout, schema: schemaOf(layout) }
}

const floor: FieldSpec = {
  name: 'floorArea',
  kind: 'number',
  label: 'Tổng diện tích sàn',
  required: true,
  unit: 'm²',
  min: 1,
}
const height: FieldSpec = {
  name: 'height',
  kind: 'number',
  label: 'Chiều cao tới đỉnh mái',
  required: true,
  unit: 'mét',
  max: 16,
}

const messages = (form: FormDefinition, body: Record<string, string>) =>
  Object.fromEntries(readAnswers(form, body, { today }).errors.map(({ field, message }) => [field, message]))

describe('what people are told', () => {
  it('names the missing answer with an example, and quotes the one out of range', () => {
    expect(messages(aForm(floor, height), { height: '18,2' })).toEqual({
      floorArea: 'Nhập tổng diện tích sàn, ví dụ 227,4',
      height: 'Bạn nhập 18,2. Nhiều nhất là 16 mét',
    })
  })

  const told: [Partial<FieldSpec>, string, string][] = [
    [
      { kind: 'personal-id' },
      '022 188 512',
      'Bạn nhập 022 188 512, là số chứng minh nhân dân đã hết giá trị từ 01/01/2025. Nhập số 12 chữ số trên thẻ căn cước',
    ],
    [{ kind: 'personal-id' }, '0221880015', 'Bạn nhập 0221880015, có 10 chữ số. Số định danh cá nhân có 12 chữ số'],
    [
      { kind: 'personal-id' },
      '023188001512',
      'Bạn nhập 023 188 001 512. Không tỉnh nào có mã 023 ở ba số đầu. Xem lại số trên thẻ căn cước',
    ],
    [{ kind: 'date' }, '31/02/2026', 'Bạn nhập 31/02/2026. Tháng 2 năm 2026 chỉ có 28 ngày'],
    [{ kind: 'date' }, 'mai', 'Bạn nhập mai. Viết theo thứ tự ngày/tháng/năm, ví dụ 20/11/2026'],
    [{ kind: 'birth-date' }, '22/11/2026', 'Bạn nhập 22/11/2026. Ngày này chưa tới'],
    [
      { kind: 'phone' },
      '0200000214',
      'Bạn nhập 0200000214. Số di động bắt đầu bằng 03, 05, 07, 08 hoặc 09, ví dụ 0900 000 214',
    ],
    [{ kind: 'phone' }, 'abc', 'Bạn nhập abc. Số điện thoại di động có 10 chữ số, ví dụ 0900 000 214'],
    [{ kind: 'personal-name' }, 'An 2', 'Bạn nhập An 2. Họ tên chỉ gồm chữ cái và dấu cách, ví dụ Nguyễn Thu Hạnh'],
    [
      { kind: 'email' },
      'a@b',
      'Bạn nhập a@b. Địa chỉ thư có dấu @ ở giữa, không dấu cách, không chữ có dấu, ví dụ thuhanh@example.com',
    ],
    [{ kind: 'money', max: 1_000_000 }, '1.200.000', 'Bạn nhập 1.200.000 đồng. Nhiều nhất là 1.000.000 đồng'],
    [{ kind: 'choice', options: [{ value: 'a', label: 'A' }] }, 'b', 'Chọn loại nhà trong danh sách'],
    [{ kind: 'choice', options: [{ value: 'a', label: 'A' }] }, '', 'Chọn loại nhà'],
    [{ kind: 'text', maxLength: 5 }, 'quá dài rồi', 'Viết loại nhà gọn trong 5 ký tự. Bạn đã viết 11 ký tự'],
    [{ kind: 'confirm' }, '', 'Đánh dấu vào ô “Loại nhà”'],
    [{ kind: 'number', decimals: 0 }, '1,5', 'Bạn nhập 1,5. Ở đây chỉ ghi số nguyên'],
    [
      { kind: 'business-code' },
      '570',
      'Bạn nhập 570, có 3 chữ số. Mã số doanh nghiệp có 10 chữ số, chi nhánh có thêm 3 chữ số, hộ kinh doanh dùng số định danh 12 chữ số',
    ],
  ]
  it.each(told)('%o “%s”', (spec, typed, message) => {
    const field: FieldSpec = { name: 'x', kind: 'text', label: 'Loại nhà', required: true, ...spec }
    expect(messages(aForm(field), { x: typed })).toEqual({ x: message })
  })
})

describe('reading a form body', () => {
  it('composes decomposed letters, drops invisible characters, keeps what was typed', () => {
    const name: FieldSpec = { name: 'fullName', kind: 'personal-name', label: 'Họ và tên', required: true }
    const typed = `\u200B ${'Nguyễn Thu Hạnh'.normalize('NFD')}\u00A0\u202E`
    const { values, data, errors } = readAnswers(aForm(name), { fullName: typed }, { today })
    expect(errors).toEqual([])
    expect(values).toEqual({ fullName: 'Nguyễn Thu Hạnh' })
    expect(data).toEqual({ fullName: 'Nguyễn Thu Hạnh' })
  })

  it('keeps the wrong answer as typed and out of the data', () => {
    const { values, data } = readAnswers(aForm(floor, height), { floorArea: '100', height: 'mười' }, { today })
    expect(values).toEqual({ floorArea: '100', height: 'mười' })
    expect(data).toEqual({ floorArea: 100 })
  })

  it('ignores names the form does not have, prototype names among them', () => {
    const { values, data } = readAnswers(
      aForm(floor),
      { floorArea: '1', __proto__: 'x', constructor: 'y', la: 'z' },
      { today },
    )
    expect(Object.keys(values)).toEqual(['floorArea'])
    expect(data).toEqual({ floorArea: 1 })
  })
})

const communes = [{ value: '06709', label: 'Phường Móng Cái 2' }]
const everybody = withCommunes(
  buildApplicationForm({
    id: '1.004194',
    version: 1,
    subjects: ['Công dân Việt Nam', 'Người nước ngoài', 'Doanh nghiệp', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    cases: [
      { code: '1.004194.01', name: 'Cấp mới', isOpen: true },
      { code: '1.004194.02', name: 'Cấp lại', isOpen: true },
    ],
  }),
  communes,
)

it('a case whose term is not known is named, not offered', () => {
  const cases = [
    { code: 'A', name: 'Cấp mới', isOpen: true },
    { code: 'B', name: 'Cấp lại', isOpen: false },
  ]
  const form = buildApplicationForm({ id: '1.004194', version: 1, subjects: [], cases })
  const field = fieldsOf(form).find(({ name }) => name === 'caseCode')
  expect(field).toMatchObject({ options: [{ value: 'A', label: 'Cấp mới' }], hint: expect.stringContaining('Cấp lại') })
})

const hanh = {
  applicantKind: 'person',
  fullName: 'Nguyễn Thu Hạnh',
  identityPaper: 'personal-id',
  personalId: '022 188 001 512',
  bornOn: '14/03/1988',
  phone: '0900 000 214',
  address: 'Số 12, ngõ 5, khu 4',
  communeCode: '06709',
  onBehalf: 'self',
  caseCode: '1.004194.01',
  request: 'Đăng ký tạm trú cho hai người.',
  resultDelivery: 'electronic',
  declaredTrue: 'yes',
}

describe('the form made for a procedure', () => {
  it('takes a person’s answers, and its schema takes what it stores', () => {
    const { data, errors } = readAnswers(everybody, hanh, { today })
    expect(errors).toEqual([])
    expect(data).toMatchObject({ personalId: '022188001512', bornOn: '1988-03-14', declaredTrue: true })
    expect(validateForm(everybody, data, today)).toEqual([])
    expect(shownAnswers(everybody, data).map(({ text }) => text)).toContain('022 188 001 512')
  })

  it('asks an organisation for its name, code and the position of who files', () => {
    const { errors } = readAnswers(everybody, { ...hanh, applicantKind: 'organisation' }, { today })
    expect(errors.map(({ field }) => field)).toEqual([
      'organisationName',
      'businessCode',
      'representativePosition',
      'standing',
    ])
  })

  it('lets go of answers whose question is no longer asked', () => {
    const { data, values, errors } = readAnswers(
      everybody,
      { ...hanh, businessCode: 'abc', passportNumber: 'C1234567' },
      { today },
    )
    expect(errors).toEqual([])
    expect(data).not.toHaveProperty('businessCode')
    expect(data).not.toHaveProperty('passportNumber')
    expect(values.businessCode).toBe('abc')
  })

  it('refuses data sent directly with an answer to a question that is not asked', () => {
    const { data } = readAnswers(everybody, hanh, { today })
    const sent = { ...data, businessCode: '5701234566', colour: 'xanh' }
    expect(validateForm(everybody, sent, today).map(({ field }) => field)).toEqual(['businessCode', 'colour'])
  })

  it('asks for the passport instead of the number when that is the paper', () => {
    const { errors } = readAnswers(everybody, { ...hanh, identityPaper: 'passport', personalId: '' }, { today })
    expect(errors.map(({ field }) => field)).toEqual(['passportNumber'])
  })

  it('sees that the birth date and the number tell different years', () => {
    const { errors } = readAnswers(everybody, { ...hanh, bornOn: '14/03/1987' }, { today })
    expect(errors).toEqual([
      {
        field: 'bornOn',
        code: 'birth-year-differs',
        message: 'Bạn nhập 14/03/1987, nhưng số định danh ghi năm sinh 1988. Xem lại ngày sinh và số định danh',
      },
    ])
  })

  it('checks one page at a time, and all at the end', () => {
    expect(readAnswers(everybody, { ...hanh, request: '' }, { today, page: 'nguoi-nop' }).errors).toEqual([])
    expect(readAnswers(everybody, {}, { today, page: 'noi-dung' }).errors.map(({ field }) => field)).toEqual([
      'caseCode',
      'request',
      'resultDelivery',
      'declaredTrue',
    ])
  })

  it('asks for the postal address only when the result comes by post', () => {
    expect(messages(everybody, { ...hanh, resultDelivery: 'postal' })).toEqual({
      postalAddress:
        'Nhập địa chỉ nhận bưu phẩm, ví dụ số 12, đường Hậu Cần, khu 4, phường Bãi Cháy, thành phố Quảng Ninh',
    })
  })

  it('offers communes of the list only', () => {
    expect(messages(everybody, { ...hanh, communeCode: '99999' })).toEqual({
      communeCode: 'Chọn xã, phường, đặc khu trong danh sách',
    })
  })

  const subjects: [string[], string[]][] = [
    [['Công dân Việt Nam'], ['fullName', 'personalId', 'onBehalf']],
    [
      ['Doanh nghiệp', 'Hợp tác xã'],
      ['organisationName', 'businessCode', 'fullName', 'personalId'],
    ],
    [['Cán bộ, công chức, viên chức'], ['fullName', 'onBehalf']],
    [['nhóm 1'], ['fullName', 'onBehalf']],
    [[], ['applicantKind', 'organisationName', 'passportNumber', 'onBehalf']],
  ]
  it.each(subjects)('for %j asks %j', (who, wanted) => {
    const form = buildApplicationForm({ id: 'x', version: 1, subjects: who, cases: [] })
    const names = form.layout.pages.flatMap((page) =>
      page.sections.flatMap(({ fields }) => fields.map(({ name }) => name)),
    )
    for (const name of wanted) expect(names).toContain(name)
    expect(names.includes('applicantKind')).toBe(who.length === 0)
    expect(names).not.toContain('caseCode')
  })
})
