import type { RefusalTexts } from '../../platform/refusal.ts'
import type { LinkDirection, PartOutcome, PartState } from './linked-part.ts'

export const directionWords = {
  'same-level': 'Liên thông cùng cấp',
  superior: 'Chuyển cơ quan cấp trên',
} satisfies Record<LinkDirection, string>

export const partOutcomeWords = {
  fulfilled: 'Đã làm xong',
  'not-fulfilled': 'Không làm được',
} satisfies Record<PartOutcome, string>

export const partStateWords = {
  sent: 'Chưa nhận',
  accepted: 'Đang làm',
  done: 'Đã xong',
  returned: 'Trả lại',
  released: 'Thôi chờ',
} satisfies Record<PartState, string>

/** Notes of form 06. */
export const partSheetWords = {
  sent: 'Chuyển liên thông: {duty}',
  returned: 'Trả lại: {note}',
  done: '{outcome}: {duty}. {note}',
} as const

export const linkedRefusals = {
  'dossiers.part-over': {
    status: 409,
    title: 'Hồ sơ đã có kết quả hoặc đã kết thúc nên phần việc này không cần làm nữa.',
  },
  'dossiers.part-ended': { status: 409, title: 'Phần việc này đã kết thúc, {name} đã ghi. Mở lại để xem.' },
  'dossiers.part-accepted-before': { status: 409, title: '{name} đã nhận phần việc này cho cơ quan bạn.' },
  'dossiers.part-not-accepted': {
    status: 409,
    title: 'Cơ quan bạn chưa nhận phần việc này. Bấm nhận trước rồi mới ghi kết quả.',
  },
  'dossiers.part-needs-note': { status: 422, title: 'Không làm được thì phải ghi rõ vì sao.' },
  'dossiers.part-not-returned': { status: 409, title: 'Phần việc này không bị trả lại nên không chuyển lại được.' },
  'dossiers.part-term-runs': {
    status: 409,
    title: 'Cơ quan này còn làm được đến hết {dueOn}. Qua hạn, hoặc khi bị trả lại, mới thôi chờ được.',
  },
} satisfies RefusalTexts
