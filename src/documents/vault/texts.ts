import { formatDate } from '../../platform/dates.ts'
import { withEnglish, type RefusalTexts } from '../../platform/refusal.ts'
import { inBothLanguages } from '../../platform/wording.ts'
import type { Proof, VaultEntry, VaultStatus } from './entry.ts'
import { proofWordsEn, statusWordsEn, vaultRefusalsEn } from './texts.en.ts'

const ownRefusals = {
  'documents.vault-expired': {
    status: 409,
    title: '{title} trong kho đã hết hạn từ sau ngày {validUntil}. Chọn giấy tờ khác hoặc nộp bản còn hạn.',
  },
  'documents.vault-not-yet': {
    status: 409,
    title: '{title} trong kho chỉ có giá trị từ ngày {validFrom}. Chọn giấy tờ khác hoặc nộp bản đang có giá trị.',
  },
  'documents.vault-replaced': {
    status: 409,
    title: '{title} trong kho đã có bản thay thế. Mở lại trang để chọn bản mới.',
  },
  'documents.vault-revoked': {
    status: 409,
    title: '{title} trong kho đã bị thu hồi nên không dùng được. Nộp giấy tờ khác.',
  },
  'documents.vault-other-paper': {
    status: 422,
    title: '{title} không chắc là giấy tờ hồ sơ cần: {wanted}. Chọn giấy tờ khác hoặc gửi tệp.',
  },
  'documents.share-over': {
    status: 404,
    title:
      'Đường dẫn này không mở được: đã hết hạn, hết số lần mở hoặc người chia sẻ đã thu lại. Xin người chia sẻ đường dẫn khác.',
  },
  'documents.dispute-open': {
    status: 409,
    title: 'Bạn đã báo sai giấy tờ này và đang chờ trả lời. Chờ câu trả lời rồi báo tiếp nếu cần.',
  },
  'documents.dispute-answered': { status: 409, title: 'Người khác đã trả lời việc này rồi.' },
  'documents.copy-closed': {
    status: 410,
    title:
      'Bản cơ quan đang dùng đã đóng sau khi nộp lưu. Tài liệu ở {archive}, biên bản giao nhận số {receipt}; đề nghị khai thác tại đó.',
  },
  'documents.duplicate-decided': { status: 409, title: 'Người khác đã kết luận việc này rồi.' },
  'documents.duplicate-ended': {
    status: 409,
    title: 'Một trong hai giấy tờ không còn đang dùng được nên không nối thành một. Chọn “Hai giấy tờ khác nhau”.',
  },
  'documents.days-reversed': { status: 422, title: 'Ngày đầu ({from}) sau ngày cuối ({to}). Chọn lại hai ngày.' },
} satisfies RefusalTexts
export const vaultRefusals = withEnglish(ownRefusals, vaultRefusalsEn)

const statusVi = {
  'in-force': 'Đang dùng được',
  'not-yet': 'Chưa đến ngày có giá trị',
  expired: 'Hết hạn',
  replaced: 'Đã có bản thay thế',
  revoked: 'Đã bị thu hồi',
} satisfies Record<VaultStatus, string>
export const statusWords = inBothLanguages(statusVi, statusWordsEn)

export const statusTones = {
  'in-force': 'ok',
  'not-yet': 'soon',
  expired: 'late-soft',
  replaced: 'plain',
  revoked: 'late-soft',
} as const satisfies Record<VaultStatus, string>

const proofVi = {
  'issued-here': 'Kết quả do cơ quan nhà nước ký số, đã kiểm tra',
  'certified-copy': 'Bản sao chứng thực, quét tại quầy',
  compared: 'Cán bộ tại quầy đã đối chiếu với bản chính',
  seen: 'Bản tải lên hoặc bản chụp, cán bộ mới xem, chưa đối chiếu bản chính',
} satisfies Record<Proof, string>
export const proofWords = inBothLanguages(proofVi, proofWordsEn)

/** What tells a paper from others of its kind, in one line. */
export function entryWords({ number, issuer, issuedOn, proof, sourceCode }: VaultEntry): string {
  const known = [number, issuer, issuedOn && formatDate(issuedOn), sourceCode].filter((part) => part !== null)
  return `${known.join(', ')}. ${proofWords[proof]}`
}
