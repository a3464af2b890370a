import { inBothLanguages } from '../platform/wording.ts'
import type { Comparison, Judgement } from './verification.ts'
import { comparisonWordsEn, fieldWordsEn, judgementWordsEn, stateWordsEn } from './verify.texts.en.ts'

const judgementVi = {
  'by-code': {
    title: 'Có văn bản này trong sổ phát hành',
    advice:
      'So số, ngày và tên văn bản bên dưới với bản bạn đang cầm. Muốn chắc nội dung không bị sửa, hãy kiểm tra bằng tệp PDF.',
  },
  'unknown-code': {
    title: 'Không có văn bản nào mang mã này',
    advice: 'Kiểm tra lại từng ký tự. Nếu mã đúng như in trên giấy, văn bản không do hệ thống này phát hành.',
  },
  issued: {
    title: 'Bản này đúng là bản đã phát hành',
    advice: 'Tệp giống hệt bản cơ quan đã ký và phát hành.',
  },
  'certified-copy': {
    title: 'Bản này đúng là bản sao y trong sổ',
    advice: 'Tệp giống hệt bản mà cơ quan dưới đây đã đối chiếu với bản giấy và ký.',
  },
  'other-version': {
    title: 'Đây không phải bản đã phát hành',
    advice:
      'Tệp là một bản khác của văn bản dưới đây: bản chưa đóng dấu, bị cắt bớt hoặc được lưu lại. Hãy tải bản phát hành.',
  },
  altered: {
    title: 'Văn bản đã bị thay đổi sau khi ký',
    advice: 'Không dùng tệp này. Tải lại bản phát hành, hoặc hỏi cơ quan đã cấp.',
  },
  'valid-elsewhere': {
    title: 'Chữ ký số hợp lệ, nhưng văn bản không do hệ thống này phát hành',
    advice: 'Nội dung không bị thay đổi từ lúc ký. Hỏi cơ quan ký để biết giá trị của văn bản.',
  },
  untrusted: {
    title: 'Chưa tin được chữ ký số trong tệp',
    advice: 'Nội dung không bị thay đổi, nhưng chưa đủ căn cứ để tin chữ ký. Xem lý do bên dưới, hoặc hỏi cơ quan ký.',
  },
  unsigned: { title: 'Tệp không có chữ ký số', advice: 'Không thể biết tệp do ai lập và có bị sửa hay không.' },
  broken: { title: 'Tệp không phải PDF hoặc bị hỏng', advice: 'Hãy tải lại tệp rồi kiểm tra lần nữa.' },
} satisfies Record<Judgement, { title: string; advice: string }>

/** What a verification found, as a heading and what to do about it. */
export const judgementWords = inBothLanguages(judgementVi, judgementWordsEn)

const comparisonVi = {
  cut: 'Tệp thiếu chữ ký của {signers}. Bản đầy đủ có {issuedSignatures} chữ ký số, tệp này có {signatures}.',
  extended: 'Tệp là bản đã phát hành ({issuedSignatures} chữ ký số), sau đó có người ký thêm: {signers}.',
  'extended-unsigned': 'Tệp là bản đã phát hành, nhưng có phần được ghi thêm vào sau.',
  different:
    'Chỉ phần đầu của tệp là của văn bản này. Bản đầy đủ có {issuedSignatures} chữ ký số, tệp này có {signatures}.',
} satisfies Record<Comparison['relation'] | 'extended-unsigned', string>

/** How the file stands to the issued version; said before the facts of that version. */
export const comparisonWords = inBothLanguages(comparisonVi, comparisonWordsEn)

export const comparisonKey = ({ relation, signers }: Comparison): keyof typeof comparisonWords =>
  relation === 'extended' && signers.length === 0 ? 'extended-unsigned' : relation

const fieldVi = { so: 'số văn bản', ngay: 'ngày ban hành' }
const fieldWords = inBothLanguages(fieldVi, fieldWordsEn)

/** Words for the fields of our own papers. */
export const fieldText = (name: string): string =>
  name in fieldVi ? fieldWords[name as keyof typeof fieldVi] : `“${name}”`

const stateVi = {
  'in-force': 'Còn hiệu lực',
  replaced: 'Đã có bản thay thế',
  revoked: 'Đã bị thu hồi',
}

export const stateWords = inBothLanguages(stateVi, stateWordsEn)
