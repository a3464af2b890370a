import { withEnglish, type RefusalTexts } from '../platform/refusal.ts'
import type { FindingCode, Severity } from './cleaning/finding.ts'
import type { FilingChannel, ProcedureFee, ProcedureLevel } from './procedure.ts'
import { digitisedRefusals } from './digitised/texts.ts'
import { processRefusals } from './processes/texts.ts'
import { inBothLanguages } from '../platform/wording.ts'
import {
  catalogueRefusalsEn,
  feeKindNamesEn,
  levelNamesEn,
  channelNamesEn,
  findingTitlesEn,
  severityNamesEn,
} from './texts.en.ts'

const ownRefusals = {
  'catalogue.unknown-procedure': {
    status: 404,
    title: 'Không có thủ tục mã {code} đang áp dụng.',
  },
  'catalogue.bad-code': {
    status: 409,
    title: 'Mã thủ tục {code} không đúng dạng. Cơ quan kiểm soát thủ tục hành chính phải sửa trước khi nhận hồ sơ.',
  },
  'catalogue.no-level': {
    status: 409,
    title: 'Thủ tục {code} chưa ghi cấp nào giải quyết.',
  },
  'catalogue.no-case': {
    status: 409,
    title: 'Thủ tục {code} chưa có trường hợp giải quyết nào.',
  },
  'catalogue.term-unclear': {
    status: 409,
    title:
      'Thủ tục {code} chưa nộp được: công bố chưa ghi rõ thời hạn giải quyết, nên chưa hẹn được ngày trả. Cơ quan có trách nhiệm phải ghi thời hạn theo văn bản trước.',
  },
  'catalogue.term-published': {
    status: 409,
    title: 'Trường hợp "{case}" đã có thời hạn trong công bố. Muốn đổi thì phải công bố lại thủ tục.',
  },
  'catalogue.term-not-a-length': {
    status: 422,
    title: 'Thời hạn phải là số nguyên, hoặc nửa ngày làm việc, nửa giờ. "Trong ngày" thì ghi 1.',
  },
  'catalogue.document-in-future': {
    status: 422,
    title: 'Ngày văn bản ở sau hôm nay. Kiểm tra lại ngày ký.',
  },
  'catalogue.counter-only': {
    status: 409,
    title: 'Thủ tục {code} chỉ nhận hồ sơ nộp trực tiếp, không nhận trực tuyến.',
  },
} satisfies RefusalTexts

export const catalogueRefusals = {
  ...processRefusals,
  ...digitisedRefusals,
  ...withEnglish(ownRefusals, catalogueRefusalsEn),
}

const findingTitlesVi = {
  'code.malformed': 'Mã thủ tục sai dạng',
  'case.missing': 'Không có trường hợp giải quyết, tạm lấy theo cách nộp',
  'case.merged': 'Hai trường hợp ghi giống hệt nhau, đã gộp',
  'case.same-name': 'Các trường hợp trùng tên nhưng khác thời hạn',
  'term.unclear': 'Chưa rõ thời hạn giải quyết',
  'term.read-from-text': 'Thời hạn lấy từ lời văn',
  'term.case-and-method-differ': 'Thời hạn ghi hai nơi khác nhau',
  'component.none': 'Không có giấy tờ nào trong thành phần hồ sơ',
  'component.note': 'Lời dặn ghi lẫn trong thành phần hồ sơ',
  'component.heading': 'Tiêu đề ghi lẫn trong thành phần hồ sơ',
  'component.note-with-count': 'Lời dặn hoặc tiêu đề có ghi số bản',
  'component.no-count': 'Giấy tờ chưa ghi số bản',
  'component.count-read': 'Số bản lấy từ lời văn',
  'component.repeated': 'Giấy tờ ghi hai lần, đã bỏ bớt',
  'component.several-in-one': 'Một dòng gồm nhiều giấy tờ',
  'fee.in-thousands': 'Mức thu có thể ghi theo nghìn đồng',
  'fee.tiny-amount': 'Mức thu nhỏ bất thường',
  'fee.foreign-currency': 'Mức thu bằng ngoại tệ',
  'fee.set-by-council': 'Mức thu do Hội đồng nhân dân quyết định',
  'fee.text-only': 'Mức thu chỉ ghi bằng lời',
  'fee.several-amounts': 'Nhiều mức thu cho một cách nộp',
  'fee.text-differs': 'Con số và lời văn không khớp',
  'fee.time-limited': 'Mức thu chỉ áp dụng trong một thời gian',
  'fee.per-unit': 'Mức thu tính theo trang, bản hoặc đơn vị khác',
  'fee.conditional': 'Mức thu chỉ cho một số trường hợp',
  'fee.price': 'Ghi là giá dịch vụ, không phải phí hay lệ phí',
  'fee.unconfirmed': 'Mức thu rõ ràng, cần đối chiếu văn bản trước khi thu',
  'wording.district-level': 'Còn nhắc cấp huyện',
  'wording.merged-body': 'Còn tên cơ quan đã sáp nhập',
  'wording.other-province': 'Ghi cơ quan của tỉnh khác',
  'text.damaged': 'Lời văn hỏng từ nguồn',
  'text.repaired': 'Lời văn có lỗi chép, đã sửa',
  'procedure.same-name': 'Trùng tên với thủ tục khác',
  'result.none': 'Chưa ghi kết quả giải quyết',
} satisfies Record<FindingCode, string>

export const findingTitles = inBothLanguages(findingTitlesVi, findingTitlesEn)

const severityNamesVi = {
  blocking: 'Phải sửa trước khi nhận hồ sơ',
  doubt: 'Cần người quyết định',
  note: 'Đã xử lý theo quy tắc',
} satisfies Record<Severity, string>

export const severityNames = inBothLanguages(severityNamesVi, severityNamesEn)

const levelNamesVi = { province: 'Cấp tỉnh', commune: 'Cấp xã' } satisfies Record<ProcedureLevel, string>

export const levelNames = inBothLanguages(levelNamesVi, levelNamesEn)

const channelNamesVi = {
  online: 'Trực tuyến',
  counter: 'Trực tiếp',
  postal: 'Bưu chính',
} satisfies Record<FilingChannel, string>

export const channelNames = inBothLanguages(channelNamesVi, channelNamesEn)

const feeKindNamesVi = { fee: 'Phí', charge: 'Lệ phí', price: 'Giá' } satisfies Record<ProcedureFee['kind'], string>

export const feeKindNames = inBothLanguages(feeKindNamesVi, feeKindNamesEn)
