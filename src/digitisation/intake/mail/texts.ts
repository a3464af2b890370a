import type { RefusalTexts } from '../../../platform/refusal.ts'

/** Letters with papers: officers only. */
export const mailTexts = {
  noSubject: 'Thư không có tiêu đề',
  title: (subject: string, from: string) => `${subject} (${from})`,
} as const

/** Said to the administrator who set the box up. */
export const mailboxRefusals = {
  'digitisation.mailbox-untrusted': {
    status: 502,
    title:
      'Không tin được chứng thư của máy chủ thư {host}: không do nơi cấp nào mà máy này biết. Chưa gửi mật khẩu. Nếu đơn vị tự cấp chứng thư, hãy khai tệp chứng thư gốc ở SCAN_MAILBOX_CA.',
  },
  'digitisation.mailbox-other-name': {
    status: 502,
    title:
      'Máy chủ thư đưa chứng thư của máy khác, không phải của {host}. Chưa gửi mật khẩu. Hãy ghi ở SCAN_MAILBOX đúng tên máy chủ có trên chứng thư, hoặc báo đơn vị giữ hộp thư.',
  },
  'digitisation.mailbox-out-of-date': {
    status: 502,
    title:
      'Chứng thư của máy chủ thư {host} đã hết hạn hoặc chưa đến ngày dùng. Chưa gửi mật khẩu. Hãy báo đơn vị giữ hộp thư; xem cả ngày giờ của máy này.',
  },
  'digitisation.mailbox-no-tls': {
    status: 502,
    title:
      'Máy chủ thư {host} không bật được đường truyền kín (STLS). Chưa gửi mật khẩu. Hãy dùng pop3s:// nếu máy chủ có cổng 995.',
  },
  'digitisation.mailbox-refused': {
    status: 502,
    title: 'Máy chủ thư {host} không cho mở hộp thư: {cause}. Hãy xem lại tên và mật khẩu ở SCAN_MAILBOX.',
  },
  'digitisation.mailbox-silent': {
    status: 504,
    title: 'Máy chủ thư {host} không trả lời. Hãy xem lại cổng {port} có đúng là cổng POP3 không.',
  },
  'digitisation.mailbox-away': {
    status: 502,
    title: 'Không nối được tới máy chủ thư {host}, cổng {port} ({cause}). Hãy xem lại tên máy, cổng và đường mạng.',
  },
} satisfies RefusalTexts
