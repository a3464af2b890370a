import { formatNumber } from './kinds/numbers.ts'
import { dong } from '../platform/figures.ts'
import { languageNow } from '../platform/language.ts'
import type { Order } from './comparison.ts'
import { outOfOrderSentence } from './comparison.texts.ts'
import type { FieldKind, FieldSpec, Repeat } from './form.ts'
import type { Found, Problem, ProblemFacts } from './kinds/kind.ts'
import { inBothLanguages } from '../platform/wording.ts'
import { digitsEn, fieldTextsEn, sentencesEn, shapesEn, wordTextsEn } from './texts.en.ts'

export type Told = { spec: FieldSpec; typed: string; asked: string; example: string; facts: ProblemFacts }
type Sentence = (told: Told) => string

const CHOSEN: readonly FieldKind[] = ['choice', 'choices', 'commune']

const such = (example: string) => (example === '' ? '' : wordTexts.such(example))
const withUnit = ({ spec }: Pick<Told, 'spec'>, amount: unknown) => {
  if (spec.kind === 'money') return dong(BigInt(String(amount)))
  const shown = languageNow() === 'en' ? String(amount) : formatNumber(Number(amount))
  return spec.unit ? `${shown} ${spec.unit}` : shown
}

/** What each kind of answer should look like, for an answer that could not be read. */
const shapesVi = {
  passport: 'Số hộ chiếu gồm chữ cái không dấu và chữ số',
  date: 'Viết theo thứ tự ngày/tháng/năm',
  'birth-date': 'Viết theo thứ tự ngày/tháng/năm, hoặc chỉ ghi năm sinh',
  email: 'Địa chỉ thư có dấu @ ở giữa, không dấu cách, không chữ có dấu',
  number: 'Viết bằng chữ số, dùng dấu phẩy cho phần lẻ',
  whole: 'Viết bằng chữ số, không có phần lẻ',
  money: 'Viết số tiền bằng chữ số, tính theo đồng',
  month: 'Viết tháng/năm',
  year: 'Ghi năm bằng bốn chữ số',
  time: 'Ghi giờ rồi đến phút, từ 00:00 đến 23:59',
}
const SHAPES: Partial<Record<FieldKind | 'whole', string>> = inBothLanguages(shapesVi, shapesEn)

function shapeOf({ kind, decimals }: FieldSpec): string | undefined {
  return SHAPES[kind === 'number' && decimals === 0 ? 'whole' : kind]
}

const digitsVi = {
  'personal-id': 'Số định danh cá nhân có {wanted} chữ số',
  'old-id': 'Số chứng minh nhân dân cũ có {wanted} chữ số',
  phone: 'Số điện thoại di động có {wanted} chữ số',
  'business-code':
    'Mã số doanh nghiệp có 10 chữ số, chi nhánh có thêm 3 chữ số, hộ kinh doanh dùng số định danh 12 chữ số',
}
const DIGITS: Partial<Record<FieldKind, string>> = inBothLanguages(digitsVi, digitsEn)

const sentencesVi: Record<Problem, Sentence> = {
  missing: ({ spec, asked, example }) => {
    if (spec.kind === 'confirm') return `Đánh dấu vào ô “${spec.label}”`
    return CHOSEN.includes(spec.kind) ? `Chọn ${asked}` : `Nhập ${asked}${such(example)}`
  },
  unreadable: ({ spec, typed, asked, example }) =>
    `Bạn nhập ${typed}. ${shapeOf(spec) ?? `Nhập lại ${asked}`}${such(example)}`,
  'too-long': ({ spec, asked, facts }) =>
    spec.kind === 'long-text' || spec.kind === 'text'
      ? `Viết ${asked} gọn trong ${facts.limit} ký tự. Bạn đã viết ${facts.count} ký tự`
      : `Viết ${asked} gọn trong ${facts.limit} ký tự`,
  'too-short': ({ typed, asked, example }) => `Bạn nhập ${typed}. Ghi đủ ${asked}${such(example)}`,
  'too-small': (told) => `Bạn nhập ${told.typed}. Ít nhất phải là ${withUnit(told, told.facts.limit)}`,
  'too-large': (told) => `Bạn nhập ${told.typed}. Nhiều nhất là ${withUnit(told, told.facts.limit)}`,
  'too-many-decimals': ({ typed, facts }) =>
    facts.most === 0
      ? `Bạn nhập ${typed}. Ở đây chỉ ghi số nguyên`
      : `Bạn nhập ${typed}. Chỉ ghi nhiều nhất ${facts.most} chữ số sau dấu phẩy`,
  'not-an-option': ({ spec, asked }) =>
    spec.kind === 'confirm' ? `Đánh dấu vào ô “${spec.label}”` : `Chọn ${asked} trong danh sách`,
  'not-letters': ({ typed, example }) => `Bạn nhập ${typed}. Họ tên chỉ gồm chữ cái và dấu cách${such(example)}`,
  'not-digits': ({ spec, typed, example }) =>
    `Bạn nhập ${typed}. ${digitsFor(spec.kind, digitsOf(spec.kind))}${such(example)}`,
  'wrong-length': ({ spec, typed, facts }) =>
    `Bạn nhập ${typed}, có ${facts.count} chữ số. ${digitsFor(spec.kind, String(facts.wanted))}`,
  'old-id-number': ({ typed }) =>
    `Bạn nhập ${typed}, là số chứng minh nhân dân đã hết giá trị từ 01/01/2025. Nhập số 12 chữ số trên thẻ căn cước`,
  'unknown-province': ({ typed, facts }) =>
    `Bạn nhập ${typed}. Không tỉnh nào có mã ${facts.province} ở ba số đầu. Xem lại số trên thẻ căn cước`,
  'born-later': ({ typed, facts }) =>
    `Bạn nhập ${typed}. Số này ghi năm sinh ${facts.year}, là năm chưa tới. Xem lại số trên thẻ căn cước`,
  'no-such-day': ({ typed, facts }) =>
    `Bạn nhập ${typed}. Tháng ${facts.month} năm ${facts.year} chỉ có ${facts.last} ngày`,
  'in-the-future': ({ typed }) => `Bạn nhập ${typed}. Ngày này chưa tới`,
  'too-long-ago': ({ typed, facts }) => `Bạn nhập ${typed}. Năm sinh phải từ ${facts.year} trở về sau`,
  'unknown-prefix': ({ typed, example }) =>
    `Bạn nhập ${typed}. Số di động bắt đầu bằng 03, 05, 07, 08 hoặc 09${such(example)}`,
  'birth-year-differs': ({ typed, facts }) =>
    `Bạn nhập ${typed}, nhưng số định danh ghi năm sinh ${facts.year}. Xem lại ngày sinh và số định danh`,
  'out-of-order': (told) => `Bạn nhập ${told.typed}. ${contradiction(told)}`,
  pattern: ({ spec, typed, asked, example }) =>
    `Bạn nhập ${typed}. ${spec.patternHint ?? `Xem lại ${asked}`}${such(example)}`,
  'wrong-check-digit': ({ typed }) =>
    `Bạn nhập ${typed}. Mã này có chữ số sai, vì chữ số kiểm tra không khớp. Xem lại trên giấy chứng nhận đăng ký`,
  'too-few': ({ asked, facts }) =>
    (facts.limit ?? 1) === 1 ? `Chọn ${asked}` : `Chọn ít nhất ${facts.limit} mục ở ${asked}`,
  'too-many': ({ asked, facts }) => `Chọn nhiều nhất ${facts.limit} mục ở ${asked}`,
  'unknown-place': ({ typed, asked }) =>
    typed === ''
      ? `Chọn lại ${asked} trong danh sách xã, phường hiện nay`
      : `Không tìm thấy xã, phường nào là “${typed}”. Viết tên xã hoặc phường rồi đến tên tỉnh, hoặc chọn trong danh sách`,
  'several-places': ({ typed, facts }) =>
    `Có ${facts.count} nơi có thể là “${typed}”. Chọn đúng nơi trong các nơi nêu dưới ô này`,
  'two-places': ({ typed, facts }) =>
    `Bạn viết “${typed}” nhưng chọn ${facts.listed} trong danh sách. Giữ lại một trong hai`,
  'no-detail': () => 'Ghi số nhà, đường, thôn hoặc khu, ví dụ số 12, đường Hậu Cần, khu 4',
}
const SENTENCES = inBothLanguages(
  sentencesVi,
  sentencesEn({ such, withUnit, contradiction, shapeOf, digits: digitsFor }),
)

/** What the other answer is, and how the two must stand to each other. */
function contradiction({ spec, facts }: Told): string {
  return outOfOrderSentence(facts.is as Order, spec.kind, String(facts.other), String(facts.value))
}

/** How many digits a number of this kind has when whole. */
const digitsOf = (kind: FieldKind) => (kind === 'personal-id' ? '12' : kind === 'old-id' ? '9' : '10')

/** How many digits a number of this kind has, in words. */
function digitsFor(kind: FieldKind, wanted: string): string {
  return (DIGITS[kind] ?? '').replace('{wanted}', wanted)
}

const wordsVi = {
  such: (example: string) => `, ví dụ ${example}`,
  atMost: (max: number | undefined, entry: string) => `Ghi nhiều nhất ${max} ${entry}`,
  atLeast: (min: number, entry: string) => `Ghi ít nhất ${min} ${entry}`,
  strange: (field: string) => `Tờ khai này không có mục “${field}”`,
}
const wordTexts = inBothLanguages(wordsVi, wordTextsEn)

const LONGEST_QUOTE = 60

/** What is wrong with an answer and how to put it right; what was typed is quoted. */
export function problemSentence(
  spec: FieldSpec,
  { problem, facts = {} }: Found,
  typed: string,
  example: string,
): string {
  const quoted = [...typed].length > LONGEST_QUOTE ? `${[...typed].slice(0, LONGEST_QUOTE).join('')}…` : typed
  return SENTENCES[problem]({ spec, typed: quoted, asked: askedFor(spec), example: spec.example ?? example, facts })
}

/** What is wrong with how many entries a group has. */
export function groupSentence({ entry, min, max }: Repeat, problem: Problem): string {
  return problem === 'too-many' ? wordTexts.atMost(max, entry) : wordTexts.atLeast(Math.max(1, min), entry)
}

export function strangeFieldSentence(field: string): string {
  return wordTexts.strange(field)
}

/** The label inside a sentence: `Tổng diện tích sàn` → `tổng diện tích sàn`; abbreviations stay as they are. */
function askedFor({ asked, label }: FieldSpec): string {
  if (asked !== undefined) return asked
  const [first = '', second = ''] = label
  return second === second.toUpperCase() && second.trim() !== ''
    ? label
    : first.toLowerCase() + label.slice(first.length)
}

const fieldVi = {
  chooseCommune: 'Chọn xã, phường, đặc khu',
  chooseOne: 'Chọn một mục',
  howTo: 'Cách ghi',
  onlyWhen: (condition: string) => `Chỉ trả lời khi ${condition}.`,
  optional: '(không bắt buộc)',
  entry: (entry: string, no: number) => `${capitalised(entry)} ${no}`,
  addEntry: (entry: string, count: number) => (count === 0 ? `Thêm ${entry}` : `Thêm ${entry} nữa`),
  removeEntry: (name: string) => `Bỏ ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  noMoreEntries: (entry: string, max: number) => `Đã đủ ${max} ${entry}, là nhiều nhất ở tờ khai này.`,
  pagesMore: (titles: string) => `Câu trả lời của bạn mở thêm phần phải khai: ${titles}.`,
  pagesFewer: (titles: string) => `Theo câu trả lời của bạn, không phải khai nữa: ${titles}.`,
  placeName: 'Xã, phường và tỉnh, thành phố',
  placeHint: 'Ví dụ: phường Việt Hưng, Quảng Ninh. Tên cũ trước 01/7/2025 cũng được.',
  understoodAs: (name: string, formerly: string | undefined) =>
    `Nay là: ${name}${formerly === undefined ? '' : ` (trước 01/7/2025: ${formerly})`}`,
  formerly: (formerly: string) => `Trước 01/7/2025: ${formerly}`,
  whichPlace: (words: string) => `“${words}” là nơi nào dưới đây?`,
  chooseFromList: 'Chọn tỉnh, xã trong danh sách',
  province: 'Tỉnh, thành phố',
  chooseProvince: 'Chọn tỉnh, thành phố',
  commune: 'Xã, phường, đặc khu',
  showCommunes: 'Xem các xã, phường',
  placeDetail: 'Số nhà, đường, thôn hoặc khu',
  placeDetailHint: 'Ví dụ: số 12, đường Hậu Cần, khu 4.',
}

export const fieldTexts = inBothLanguages(fieldVi, fieldTextsEn)

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
