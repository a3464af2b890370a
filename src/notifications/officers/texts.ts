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
} satisfies Record<OfficerTemplate, Wording>

/** The words of a notice. */
export function noticeWords(template: OfficerTemplate, facts: NoticeFacts): Wording {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
  const { title, text, linkText } = WORDINGS[template]
  return { title: fill(title), text: fill(text), linkText }
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
