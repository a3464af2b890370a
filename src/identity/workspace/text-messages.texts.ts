export const textMessageTexts = {
  title: 'Tin nhắn thử',
  intro: 'Tin nhắn hệ thống gửi trong bản chạy thử. Không tin nào ra khỏi máy này.',
  none: 'Chưa có tin nhắn nào.',
  to: 'Tới số',
  text: 'Nội dung',
  at: 'Lúc',
} as const
