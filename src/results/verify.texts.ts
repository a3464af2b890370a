import type { Judgement } from './verify-document.ts'

/** What a verification found, as a heading and what to do about it. */
export const judgementWords = {
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
    advice: 'Tệp giống từng byte với bản cơ quan đã ký và phát hành.',
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
    advice: 'Nội dung không bị thay đổi, nhưng không rõ người ký có đúng là người đó không.',
  },
  unsigned: { title: 'Tệp không có chữ ký số', advice: 'Không thể biết tệp do ai lập và có bị sửa hay không.' },
  broken: { title: 'Tệp không phải PDF hoặc bị hỏng', advice: 'Hãy tải lại tệp rồi kiểm tra lần nữa.' },
} satisfies Record<Judgement, { title: string; advice: string }>

export const stateWords = {
  'in-force': 'Còn hiệu lực',
  replaced: 'Đã có bản thay thế',
  revoked: 'Đã bị thu hồi',
} as const

export const verifyCommandWords = {
  summary: 'check the signatures of a PDF',
  signedBy: '{index}. {signer}{organisation}: {verdict}{at}',
  intact: 'không bị thay đổi',
  altered: 'nội dung đã bị thay đổi',
  broken: 'hỏng, không kiểm tra được',
  untrusted: ', chưa tin được người ký',
  at: ', ký lúc {at}',
  cannotRead: 'Không đọc được tệp {path}.',
  tooLarge: 'Tệp lớn hơn 20 MB.',
  usage: 'Cần đường dẫn tới một tệp PDF.',
} as const
