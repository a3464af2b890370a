import type { SigningKind } from '../organisation/index.ts'
import type { ResultTemplate } from './papers/choose-template.ts'

/** What a draft says before the specialist changes it, by kind of paper. `{procedure}`, `{code}`, `{name}`, `{request}`, `{agency}`. */
export const bodyWords = {
  licence: [
    'Người được cấp thực hiện đúng nội dung ghi trong văn bản này và quy định của pháp luật có liên quan.',
    'Văn bản này có hiệu lực kể từ ngày ký.',
  ],
  decision: [
    'Giải quyết đề nghị của {name} về {procedure} theo hồ sơ mã số {code}.',
    'Quyết định này có hiệu lực kể từ ngày ký.',
    'Các đơn vị có liên quan thuộc {agency} và {name} chịu trách nhiệm thi hành Quyết định này.',
  ],
  certification: ['Nội dung chứng thực được lập theo hồ sơ mã số {code} và giấy tờ người yêu cầu đã xuất trình.'],
  'civil-status': ['Lập theo hồ sơ mã số {code}.'],
  reply: [
    '{agency} đã nhận hồ sơ mã số {code} của {name} đề nghị giải quyết thủ tục {procedure}.',
    'Sau khi xem xét, {agency} đồng ý với đề nghị nêu trong hồ sơ.',
  ],
  rejection: [],
  extract: [],
} satisfies Record<ResultTemplate, string[]>

export const rejectionTitle = 'Phiếu từ chối giải quyết hồ sơ'
export const replyTitle = 'Văn bản trả lời'

export const factWords = {
  fullName: 'Họ và tên',
  organisationName: 'Tên tổ chức',
  businessCode: 'Mã số doanh nghiệp',
  personalId: 'Số định danh cá nhân',
  passportNumber: 'Số hộ chiếu',
  bornOn: 'Ngày sinh',
  address: 'Nơi cư trú',
  organisationAddress: 'Địa chỉ',
  request: 'Nội dung đề nghị',
} as const

export const recipientWords = { asAbove: 'Như trên', asArticle: 'Như Điều {article}', archive: 'Lưu: VT' } as const

/** Stands where quyền hạn of the signatory would, over the agency's name. */
export const automaticIssue = 'Phát hành tự động'

/** The words above a deputy's position; heads sign in their own right. */
export const deputyWords = { chair: 'KT. Chủ tịch', director: 'KT. Giám đốc' } as const
/** Quyền hạn của người ký, Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.7. */
export const signingForWords = {
  deputy: 'KT. {head}',
  'by-order': 'TL. {head}',
  'by-authority': 'TUQ. {head}',
} satisfies Record<SigningKind, string>
/** Ký thay mặt tập thể, Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.7 điểm a. */
export const committeeWords = 'TM. Ủy ban nhân dân'
/**
 * Papers a committee issues in its own name; what its chair decides alone (`decision`) never carries the line. For certified copies and
 * civil status the special laws' own forms are followed, which do not print it (not sure for every form: to be asked of the agencies).
 */
export const inCommitteesName: ReadonlySet<ResultTemplate> = new Set(['licence', 'reply', 'rejection'])
export const headWords = { chair: 'Chủ tịch', director: 'Giám đốc' } as const
export const deputyPositions = { chair: 'Phó Chủ tịch', director: 'Phó Giám đốc' } as const

export const legalKinds = {
  law: 'Luật số {code}',
  decree: 'Nghị định số {code}',
  circular: 'Thông tư số {code}',
} as const
