import type { DossierAction } from '../process.ts'

/** One turn: heading, what it does in a sentence, and the button. */
type TurnTexts = { title: string; lead: string; submit: string; after?: string }

export const turnTexts = {
  takeDossier: {
    title: 'Nhận thụ lý',
    lead: 'Hồ sơ chưa ai thụ lý. Bấm nhận thì hồ sơ vào hàng việc của bạn; lãnh đạo phòng thấy ai đang giữ.',
    submit: 'Nhận hồ sơ này',
  },
  returnStep: {
    title: 'Trả lại để phân công lại',
    lead: 'Hồ sơ về hàng chờ phân công của phòng. Thời hạn vẫn chạy.',
    submit: 'Trả lại hồ sơ',
  },
  suspendDossier: {
    title: 'Tạm dừng theo căn cứ pháp lý',
    lead: 'Chỉ dừng khi pháp luật cho thời hạn đứng lại và có văn bản. Chờ cơ quan khác trả lời không làm dừng thời hạn.',
    submit: 'Tạm dừng thời hạn',
    after: 'Người nộp được báo ngay, kèm căn cứ. Ngày hẹn mới được tính khi giải quyết tiếp.',
  },
  resumeDossier: {
    title: 'Giải quyết tiếp',
    lead: 'Căn cứ tạm dừng đã hết. Thời hạn chạy tiếp từ chỗ đã dừng, ngày hẹn mới được tính và báo cho người nộp.',
    submit: 'Cho chạy tiếp',
  },
  extendDeadline: {
    title: 'Xin lỗi và hẹn lại ngày trả',
    lead: 'Gửi chậm nhất một ngày trước ngày hẹn và chỉ được hẹn lại một lần.',
    submit: 'Gửi văn bản xin lỗi',
    after: 'Văn bản xin lỗi (mẫu số 04) được lập và gửi cho người nộp; hệ thống đổi ngày hẹn.',
  },
  stopDossier: {
    title: 'Dừng giải quyết',
    lead: 'Hồ sơ kết thúc mà không có kết quả. Chưa có kết quả đã ký và không còn khoản tiền chưa giải quyết.',
    submit: 'Dừng giải quyết',
    after: 'Thông báo dừng (mẫu số 05) được lập và gửi cho người nộp, kèm lý do và căn cứ này.',
  },
  undoStep: {
    title: 'Huỷ bước vừa làm',
    lead: 'Hồ sơ trở lại như trước bước này. Cả hai bước vẫn còn trong nhật ký.',
    submit: 'Huỷ bước này',
  },
} satisfies Partial<Record<DossierAction, TurnTexts>>

export const turnFields = {
  reason: 'Lý do',
  returnHint: 'Viết cho lãnh đạo phòng: vì sao bạn không thụ lý tiếp được, ai nên nhận.',
  suspendHint: 'Viết cho người nộp đọc: đang chờ việc gì.',
  extendHint: 'Viết cho người nộp đọc: vì sao chưa xong, sẽ xong thế nào.',
  stopHint: 'Viết cho người nộp đọc: chuyện gì đã xảy ra, họ nên làm gì tiếp.',
  document: 'Văn bản',
  documentHint: 'Số, ngày, nơi ban hành',
  legalBasis: 'Căn cứ pháp lý',
  legalBasisHint: 'Số văn bản, điều, khoản',
  until: 'Ngày hẹn mới',
  untilNow: 'Ngày hẹn hiện nay: {day}. Chọn một ngày làm việc sau ngày này.',
  ground: 'Dừng vì',
  chooseGround: 'Chọn một lý do dừng',
  missing: 'Còn thiếu: {name}',
  lastStep: '{done}, lúc {time} ngày {day}',
} as const

/** Leaving out a step the process demands beside another. */
export const waiveTexts = {
  title: 'Không làm bước "{step}"',
  lead: 'Quy trình yêu cầu bước này. Chỉ bỏ qua khi pháp luật cho phép.',
  submit: 'Ghi và không làm bước này',
  waived: 'Không làm theo quy trình: {step}',
  waivedBy: 'Căn cứ: {basis}. {name}, {at}',
  hint: 'Vì sao hồ sơ này không cần bước đó. Lý do nằm trong hồ sơ và nhật ký.',
} as const

export const moreTexts = {
  title: 'Việc khác với hồ sơ',
  lead: 'Những việc ít khi làm. Việc chưa làm được có ghi vì sao.',
  open: 'Việc khác',
  none: 'Ở bước này bạn không còn việc nào khác với hồ sơ.',
} as const
