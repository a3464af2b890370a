import type { ReminderItem } from '../../dossiers/index.ts'
import type { NoticeFacts, OfficerTemplate } from './notice.ts'

type Wording = { title: string; text: string; linkText: string }

const WORDINGS = {
  'opinion-requested': {
    title: 'Trả lời trước hết {replyBy}: {leadUnitName} lấy ý kiến',
    text: '{leadUnitName} hỏi ý kiến {unitName} về hồ sơ {code}, "{procedureName}".',
    linkText: 'Xem câu hỏi và trả lời',
  },
  'opinion-reminded': {
    title: 'Nhắc trả lời trước hết {replyBy}',
    text: '{unitName} chưa trả lời {leadUnitName} về hồ sơ {code}, "{procedureName}".',
    linkText: 'Xem câu hỏi và trả lời',
  },
  'opinion-overdue-body': {
    title: 'Đã hết hạn trả lời ngày {replyBy}',
    text: '{unitName} chưa trả lời {leadUnitName} về hồ sơ {code}. Trả lời ngay; ý kiến muộn vẫn được ghi nhận.',
    linkText: 'Xem câu hỏi và trả lời',
  },
  'opinion-overdue': {
    title: '{unitName} quá hạn trả lời về hồ sơ {code}',
    text: 'Hạn trả lời là {replyBy}. Thời hạn giải quyết của hồ sơ vẫn chạy; {leadUnitName} cần đôn đốc.',
    linkText: 'Mở hồ sơ',
  },
  'opinion-silent': {
    title: '{unitName} không trả lời về hồ sơ {code}',
    text: 'Đã hết hạn {replyBy}. Theo quy định ghi khi lấy ý kiến, không trả lời được coi là đồng ý.',
    linkText: 'Mở hồ sơ',
  },
  'opinion-given': {
    title: '{unitName} đã cho ý kiến về hồ sơ {code}',
    text: 'Mở hồ sơ "{procedureName}" để xem ý kiến.',
    linkText: 'Xem ý kiến',
  },
  'opinion-given-late': {
    title: '{unitName} trả lời muộn về hồ sơ {code}',
    text: 'Hạn trả lời là {replyBy}. {leadUnitName} đã nhận được ý kiến.',
    linkText: 'Xem ý kiến',
  },
  'reminder-step-before': {
    title: 'Bước {stepName} cần xong trước {at}: hồ sơ {code}',
    text: 'Đây là giờ dành cho bước trong thời hạn giải quyết. Quá giờ thì trưởng đơn vị được báo.',
    linkText: 'Mở hồ sơ',
  },
  'reminder-step-after': {
    title: 'Bước {stepName} đã quá giờ: hồ sơ {code}',
    text: 'Giờ dành cho bước hết lúc {at}. Làm ngay để kịp hạn trả kết quả.',
    linkText: 'Mở hồ sơ',
  },
  'reminder-due-before': {
    title: 'Hạn trả {at}: hồ sơ {code}',
    text: 'Hồ sơ chưa có kết quả. {apology}',
    linkText: 'Mở hồ sơ',
  },
  'reminder-due-after': {
    title: 'Quá hạn trả từ {at}: hồ sơ {code}',
    text: 'Hồ sơ chưa có kết quả. Giải quyết ngay; quá hạn vẫn trả được kết quả.',
    linkText: 'Mở hồ sơ',
  },
  'reminders-many': {
    title: '{count} nhắc việc, {late} đã quá hạn',
    text: 'Các hồ sơ sắp hết giờ hoặc đã quá hạn, gấp nhất ở trên.',
    linkText: 'Mở danh sách việc',
  },
  'opinion-released-body': {
    title: '{leadUnitName} thôi chờ ý kiến về hồ sơ {code}',
    text: 'Đã hết hạn {replyBy} mà {unitName} chưa trả lời. {leadUnitName} quyết định khi không có ý kiến này.',
    linkText: 'Xem câu hỏi',
  },
  'opinion-released': {
    title: 'Thôi chờ ý kiến của {unitName} về hồ sơ {code}',
    text: 'Hạn trả lời là {replyBy}. {leadUnitName} đã ghi lý do trong hồ sơ.',
    linkText: 'Mở hồ sơ',
  },
  'linked-part-sent': {
    title: '{leadUnitName} chuyển việc, hạn {dueOn}',
    text: '{unitName} làm: {duty}. Hồ sơ {code}, "{procedureName}". Nhận việc, hoặc trả lại nếu không đúng nơi.',
    linkText: 'Xem phần việc',
  },
  'linked-part-reminded': {
    title: 'Nhắc làm trước hết {dueOn}',
    text: '{leadUnitName} đang chờ {unitName}: {duty}. Hồ sơ {code}.',
    linkText: 'Xem phần việc',
  },
  'linked-part-overdue-body': {
    title: 'Đã quá hạn {dueOn}: {duty}',
    text: '{unitName} chưa làm xong phần việc của hồ sơ {code}. Làm ngay; thời hạn giải quyết hồ sơ vẫn chạy.',
    linkText: 'Xem phần việc',
  },
  'linked-part-overdue': {
    title: '{unitName} quá hạn phần việc của hồ sơ {code}',
    text: 'Hạn là {dueOn}: {duty}. Thời hạn giải quyết của hồ sơ vẫn chạy; {leadUnitName} cần đôn đốc.',
    linkText: 'Mở hồ sơ',
  },
  'linked-part-returned': {
    title: '{unitName} trả lại phần việc của hồ sơ {code}',
    text: '{duty}. Xem lý do rồi chuyển cơ quan đúng; hạn {dueOn} giữ nguyên.',
    linkText: 'Mở hồ sơ',
  },
  'linked-part-done': {
    title: '{unitName} đã làm xong phần việc của hồ sơ {code}',
    text: '{duty}. Mở hồ sơ "{procedureName}" để xem kết quả.',
    linkText: 'Xem kết quả',
  },
  'linked-part-released': {
    title: '{leadUnitName} thôi chờ phần việc của {unitName}',
    text: 'Hồ sơ {code}: {duty}. Lý do và căn cứ nằm trong hồ sơ.',
    linkText: 'Xem phần việc',
  },
  'certificate-ending': {
    title: 'Chứng thư số của bạn hết hạn ngày {lastDay}',
    text: 'Còn {daysLeft} ngày: "{subject}", {unitName}. Làm thủ tục gia hạn hoặc cấp lại rồi báo người quản trị ghi chứng thư mới; sau ngày đó không ký được.',
    linkText: 'Xem thông báo',
  },
  'signing-delayed': {
    title: 'Văn bản bạn ký đang chờ {missing}',
    text: 'Chữ ký đã được giữ, chưa phát hành. Hệ thống tự hoàn tất khi dịch vụ trả lời; không phải ký lại.',
    linkText: 'Mở danh sách việc',
  },
  'signing-caught-up': {
    title: 'Các văn bản chờ đã hoàn tất chữ ký',
    text: 'Mọi văn bản bạn ký trong lúc dịch vụ gián đoạn đã đạt mức đòi hỏi.',
    linkText: 'Mở danh sách việc',
  },
  'vault-disputed': {
    title: 'Người dân báo sai: {title}',
    text: 'Chủ giấy tờ nói giấy tờ do đơn vị cấp hoặc đưa vào kho bị sai. Xem và trả lời.',
    linkText: 'Xem và trả lời',
  },
  'certificate-ending-watched': {
    title: 'Chứng thư số "{subject}" hết hạn ngày {lastDay}',
    text: 'Còn {daysLeft} ngày, {unitName}. Khi có chứng thư mới, ghi cạnh chứng thư đang dùng với ngày đổi.',
    linkText: 'Mở chứng thư',
  },
  'certificate-ended': {
    title: 'Chứng thư số của bạn đã hết hạn từ ngày {lastDay}',
    text: '"{subject}", {unitName}: không ký được nữa, văn bản đang chờ bạn vẫn giữ nguyên. Báo người quản trị ghi chứng thư mới.',
    linkText: 'Xem thông báo',
  },
  'certificate-ended-watched': {
    title: 'Chứng thư số "{subject}" đã hết hạn từ ngày {lastDay}',
    text: '{unitName} chưa có chứng thư thay. Văn bản chờ ký nằm ở trang "Chờ chứng thư số mới"; ghi chứng thư mới để ký tiếp.',
    linkText: 'Mở chứng thư',
  },
  'renewals-late': {
    title: '{count} văn bản đã phát hành quá ngày gia hạn dấu thời gian',
    text: '{unitName}, lâu nhất từ ngày {oldest}. Văn bản vẫn có giá trị nhưng bằng chứng chữ ký yếu dần. Kiểm tra dịch vụ dấu thời gian ở trang "Kết nối" rồi báo nơi cung cấp.',
    linkText: 'Mở thông báo',
  },
} satisfies Record<OfficerTemplate, Wording>

/** The words of a notice. */
export function noticeWords(template: OfficerTemplate, facts: NoticeFacts): Wording {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
  const { title, text, linkText } = WORDINGS[template]
  return { title: fill(title), text: fill(text), linkText }
}

const LINES = {
  'step-before': 'bước {stepName} cần xong trước {at}',
  'step-after': 'bước {stepName} quá giờ từ {at}',
  'due-before': 'hạn trả {at}. {apology}',
  'due-after': 'quá hạn trả từ {at}',
} as const

/** One dossier in the list of a notice about several. */
export function reminderLine({ about, side }: Pick<ReminderItem, 'about' | 'side'>, facts: NoticeFacts): string {
  return LINES[`${about}-${side}`].replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '').trim()
}

/** Decree 61/2018, art. 19.9. */
export function apologyWords(latest: string): string {
  return `Nếu không kịp, gửi văn bản xin lỗi và hẹn lại (mẫu 04) chậm nhất ngày ${latest}.`
}

export const noticesTexts = {
  title: 'Thông báo',
  none: 'Chưa có thông báo nào',
  noneHint: 'Việc người khác chuyển tới bạn hoặc việc sắp trễ sẽ hiện ở đây.',
  unread: 'Mới',
  unreadCount: '{count} thông báo chưa đọc',
  allRead: 'Bạn đã đọc hết thông báo.',
  markAllRead: 'Đánh dấu đã đọc hết',
} as const
