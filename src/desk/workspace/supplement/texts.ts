import type { ComponentForm, TakingChannel } from '../../../dossiers/index.ts'

export const findTexts = {
  title: 'Nhận giấy tờ bổ sung',
  lead: 'Người dân mang giấy tờ theo phiếu yêu cầu bổ sung đến quầy, hoặc gửi qua bưu chính.',
  label: 'Mã hồ sơ, số định danh hoặc số điện thoại',
  hint: 'Quét mã QR trên phiếu yêu cầu bổ sung hoặc trên căn cước; hoặc gõ số. Số điện thoại là số đã khai trong hồ sơ.',
  find: 'Tìm hồ sơ',
  unreadable: 'Chưa đọc được. Quét lại, hoặc gõ mã hồ sơ in trên phiếu, số định danh 12 số, hoặc số điện thoại.',
  found: (count: number) => `${count} hồ sơ đang chờ bổ sung`,
  nothing:
    'Không có hồ sơ nào chờ bổ sung mà quầy này nhận được theo số đã gõ. Xin người dân phiếu yêu cầu bổ sung rồi quét mã trên phiếu: hồ sơ của nơi khác thì máy chỉ nơi nộp.',
  code: 'Mã hồ sơ',
  applicant: 'Chủ hồ sơ',
  procedure: 'Thủ tục',
  replyBy: 'Bổ sung trước hết',
  back: 'Về quầy tiếp nhận',
  another: 'Tìm hồ sơ khác',
  cannotTitle: 'Chưa nhận được ở đây',
  notFound: 'Không có hồ sơ mang mã này đang chờ bổ sung. Xem lại mã trên phiếu rồi tìm lại.',
} as const

export const takingTexts = {
  title: (code: string) => `Nhận bổ sung, hồ sơ ${code}`,
  asked: (no: number, name: string, day: string) => `Phiếu yêu cầu bổ sung lần ${no}, ${name} ghi ngày ${day}`,
  replyBy: (day: string) => `bổ sung trước hết ${day}`,
  applicant: 'Chủ hồ sơ',
  submitter: 'Người nộp',
  late: (day: string) => `Đã quá hạn bổ sung ngày ${day}.`,
  lateBody: 'Hồ sơ chưa bị dừng nên vẫn nhận được. Nhận ngay hôm nay, đừng hẹn người dân quay lại.',
  papers: 'Giấy tờ phiếu đã hỏi',
  why: 'Vì sao',
  how: 'Cách làm',
  form: 'Người nộp đưa',
  scan: 'Tệp quét hoặc ảnh chụp',
  cannot: 'Không nộp lại được, lý do',
  cannotHint: 'Bỏ trống nếu đã nhận giấy.',
  corrected: 'Nội dung khai lại, hoặc lý do không nộp lại',
  correctedHint: 'Ghi từng mục và nội dung mới như trên tờ khai đã ký lại. Lời khai lúc nộp được giữ nguyên bên cạnh.',
  answer: 'Người nộp trả lời',
  remove: 'Gỡ',
  inVault: (title: string) => `Có trong kho: ${title}`,
  takeFromVault: 'Lấy từ kho',
  fromVault: 'Lấy từ kho',
  there: 'Đã nhận',
  explained: 'Không nộp lại, đã ghi lý do',
  missing: 'Chưa nhận',
  channel: 'Giấy tờ đến bằng cách nào?',
  broughtBy: 'Người mang đến',
  broughtByHint: 'Chỉ ghi khi không phải chủ hồ sơ hay người nộp.',
  promise: 'Hẹn trả mới nếu tiếp nhận bây giờ',
  promiseHeading: (month: string, year: string) => `Hẹn trả, tháng ${month}/${year}`,
  promiseSentence: (weekday: string, day: string, time: string) => `Hẹn trả ${weekday} ${day}, trước ${time}`,
  promiseWhy: 'Thời hạn tính lại từ đầu khi hồ sơ đủ (Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4).',
  cannotReceive: 'Nhận được giấy tờ, chưa tiếp nhận lại được:',
  kept: (name: string, at: string) => `Đã giữ ở quầy, ${name} lưu lúc ${at}. Hồ sơ vẫn đang chờ phần còn lại.`,
  left: (count: number) => `Còn ${count} mục`,
  ready: 'Đã đủ các mục phiếu hỏi',
  save: 'Giữ lại, nộp tiếp sau',
  takeOnly: 'Nhận, xem xét sau',
  take: 'Nhận đủ, tiếp nhận lại',
  missingError: (no: number, what: string) => `Mục ${no}: nhận “${what}”, hoặc ghi vì sao không nộp lại được`,
  answerError: (no: number) => `Mục ${no}: ghi câu trả lời của người nộp`,
  errorsTitle: 'Chưa nhận được. Mọi điều đã nhập và tệp đã quét còn nguyên.',
  uploadTitle: 'Có tệp chưa nhận được. Những tệp khác và lời ghi đã lưu.',
} as const

export const channelTexts = {
  counter: 'Mang đến quầy',
  postal: 'Gửi qua bưu chính',
} satisfies Record<TakingChannel, string>

export const endedTexts = {
  title: 'Không nhận bổ sung được nữa',
  stopped: (day: string) => `Hồ sơ đã dừng giải quyết ngày ${day}.`,
  withdrawn: (day: string) => `Người nộp đã rút hồ sơ ngày ${day}.`,
  gone: 'Hồ sơ không còn chờ bổ sung.',
  what: 'Giấy tờ mang đến trả lại người dân. Còn muốn làm thủ tục thì nộp hồ sơ mới; giấy tờ đã nộp lần trước còn trong kho, không phải nộp lại.',
  anew: 'Tiếp nhận hồ sơ mới',
} as const

export const takenTexts = {
  title: 'Đã nhận bổ sung',
  at: (unit: string, time: string) => `Đã nhận bổ sung tại ${unit}, ${time}.`,
  online: (time: string) => `Người nộp đã gửi bổ sung trực tuyến lúc ${time}.`,
  waits: 'Giấy tờ đã vào hồ sơ. Hồ sơ chờ quầy tiếp nhận lại; ngày hẹn mới được ghi khi tiếp nhận.',
  receipt: 'Giấy tờ đã nhận',
  by: 'Cán bộ nhận',
  broughtBy: 'Người mang đến',
  channel: 'Cách nộp',
  print: 'In giấy tiếp nhận và hẹn trả',
  printNote: 'Giấy mở ra để in, có ngày hẹn mới và giấy tờ vừa nhận.',
  certify: 'Ký sao y giấy tờ vừa quét',
} as const

export const itemWords = (form: ComponentForm | null, reason: string | null, forms: Record<ComponentForm, string>) =>
  [form === null ? null : forms[form], reason].filter((part) => part !== null).join('; ')
