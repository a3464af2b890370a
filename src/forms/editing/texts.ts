import type { Comparison } from '../comparison.ts'
import { comparisonWords } from '../comparison.texts.ts'
import { conditionWords } from '../condition.texts.ts'
import type { Condition } from '../condition.ts'
import type { FieldKind, FieldSpec } from '../form.ts'
import type { FormChange, FormPart } from './difference.ts'
import type { FaultCode, FormFault } from './faults.ts'

export const kindNames: Record<FieldKind, string> = {
  text: 'Một dòng chữ',
  'long-text': 'Nhiều dòng chữ',
  'personal-name': 'Họ tên',
  'personal-id': 'Số định danh cá nhân',
  'old-id': 'Số chứng minh nhân dân cũ',
  passport: 'Số hộ chiếu',
  date: 'Ngày',
  'birth-date': 'Ngày sinh (hoặc năm)',
  month: 'Tháng, năm',
  year: 'Năm',
  time: 'Giờ phút',
  phone: 'Điện thoại di động',
  email: 'Thư điện tử',
  address: 'Địa chỉ, một dòng',
  commune: 'Xã, phường trong tỉnh',
  place: 'Địa chỉ: tỉnh, xã, chi tiết',
  choice: 'Chọn một',
  choices: 'Chọn nhiều',
  confirm: 'Ô cam kết',
  number: 'Số',
  money: 'Số tiền',
  'business-code': 'Mã số doanh nghiệp',
}

/** What is wrong, and what to do. */
const FAULTS: Record<FaultCode, (facts: Record<string, string | number>) => string> = {
  'no-pages': () => 'Biểu mẫu chưa có trang nào. Thêm một trang.',
  'page-without-title': () => 'Trang chưa có tên. Đặt tên trang.',
  'page-without-sections': () => 'Trang chưa có gì để hỏi. Thêm một phần, hoặc bỏ trang.',
  'same-page': () => 'Mã trang trùng với một trang khác. Đổi mã trang.',
  'section-without-questions': () => 'Phần chưa có câu hỏi. Thêm một câu, hoặc bỏ phần này.',
  'group-without-entry': () => 'Nhóm lặp lại chưa nói mỗi mục là gì. Ghi tên một mục, ví dụ thành viên.',
  'same-name': () => 'Mã câu hỏi trùng với câu hoặc nhóm khác. Đổi mã.',
  'bad-name': () => 'Mã câu hỏi phải bắt đầu bằng chữ cái không dấu, chỉ gồm chữ, số, dấu gạch. Sửa mã.',
  'common-name': () => 'Mã này đã dùng ở trang chung của mọi hồ sơ (người nộp, nhận kết quả). Đổi mã, hoặc bỏ câu này.',
  'unknown-kind': () => 'Loại câu hỏi không có trong hệ thống. Chọn một loại trong danh sách.',
  'question-without-label': () => 'Câu hỏi chưa có lời. Ghi lời hỏi.',
  'no-options': () => 'Chưa có gì để chọn. Ghi các lựa chọn, mỗi dòng một lựa chọn.',
  'option-incomplete': () => 'Có lựa chọn thiếu mã hoặc thiếu lời. Ghi đủ.',
  'same-option': () => 'Hai lựa chọn cùng mã. Đổi một mã.',
  'bad-bounds': () => 'Số nhỏ nhất lớn hơn số lớn nhất. Sửa lại hai số.',
  'bad-pattern': () => 'Khuôn mẫu không đọc được. Sửa hoặc bỏ khuôn mẫu.',
  'strange-person': () => 'Câu "ngày sinh của ai" chỉ vào một câu không phải số định danh. Chọn lại.',
  'strange-comparison': () =>
    'Câu được so không có, hoặc không cùng loại: ngày so với ngày, số so với số. Chọn lại câu để so.',
  'unknown-question': ({ question }) => `Điều kiện dựa vào câu "${question}" không có trong biểu mẫu. Chọn câu khác.`,
  'question-of-a-group': ({ question }) =>
    `Điều kiện dựa vào câu "${question}" của một nhóm lặp lại, mỗi mục trả lời một khác. Chọn câu ngoài nhóm.`,
  'impossible-answer': ({ question }) =>
    `Điều kiện chờ một câu trả lời mà câu "${question}" không thể có. Chọn lại giá trị.`,
  circle: () => 'Các câu chờ nhau thành vòng, không câu nào được hỏi. Bỏ bớt một điều kiện.',
}

/** `Câu "Họ và tên": …` */
export function faultLine({ code, spot, name, facts = {} }: FormFault): string {
  const what = spot === null ? '' : spot.section === undefined ? 'Trang' : spot.field === undefined ? 'Phần' : 'Câu'
  const place = what === '' ? '' : `${what} "${name}": `
  const sentence = FAULTS[code](facts)
  return place === '' ? sentence : place + sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

export const partNames: Record<FormPart, string> = {
  title: 'Tên',
  intro: 'Lời dẫn',
  when: 'Điều kiện',
  repeat: 'Nhóm lặp lại',
  application: 'Trang chung của hồ sơ',
  template: 'Mẫu theo văn bản',
  print: 'Bản in',
  place: 'Chỗ đứng',
  order: 'Thứ tự',
  label: 'Lời hỏi',
  kind: 'Loại',
  required: 'Bắt buộc',
  hint: 'Gợi ý',
  help: 'Cách ghi',
  options: 'Lựa chọn',
  asked: 'Tên gọi trong câu báo lỗi',
  example: 'Ví dụ',
  min: 'Nhỏ nhất',
  max: 'Lớn nhất',
  decimals: 'Số lẻ',
  unit: 'Đơn vị',
  minLength: 'Ngắn nhất',
  maxLength: 'Dài nhất',
  pattern: 'Khuôn mẫu',
  patternHint: 'Lời về khuôn mẫu',
  past: 'Không sau hôm nay',
  compared: 'So với câu khác',
  bornWith: 'Ngày sinh của ai',
  withoutDetail: 'Chỉ hỏi tỉnh, xã',
  prefill: 'Điền sẵn',
  printLabel: 'Lời trên bản in',
  autoComplete: 'Gợi ý của trình duyệt',
  en: 'Tiếng Anh',
}

const OF: Record<FormChange['of'], string> = { form: 'Biểu mẫu', page: 'Trang', section: 'Phần', question: 'Câu' }
const WHAT = { added: 'Mới', removed: 'Bỏ' }

/** A change as a row of a table: where, what, before, after. */
export function changeRow(
  change: FormChange,
  fields: readonly FieldSpec[],
): { place: string; part: string; before: string; after: string } {
  const place = [OF[change.of], change.name === '' ? '' : `"${change.name}"`].filter(Boolean).join(' ')
  if (change.what !== 'changed') return { place, part: WHAT[change.what], before: '', after: '' }
  const words = (value: unknown) => valueWords(change.part, value, fields)
  return { place, part: partNames[change.part], before: words(change.before), after: words(change.after) }
}

function valueWords(part: FormPart, value: unknown, fields: readonly FieldSpec[]): string {
  if (value === undefined) return '–'
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  if (part === 'when') return `Chỉ hỏi khi ${conditionWords(value as Condition, fields)}`
  if (part === 'compared') return comparisonWords(value as Comparison[], fields).join('; ')
  if (part === 'kind') return kindNames[value as FieldKind] ?? String(value)
  if (part === 'options') return (value as { label: string }[]).map(({ label }) => label).join('; ')
  if (Array.isArray(value)) return value.join('; ')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(String).join('; ')
  return String(value)
}
