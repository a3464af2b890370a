import type { Trouble } from './send-part.ts'

/** What the page says about keeping what is being typed. */
export const savingTexts = {
  saving: 'Đang lưu…',
  saved: (time: string) => `Đã lưu lúc ${time}.`,
  troubles: {
    'no-line': 'Chưa gửi được: máy đang mất mạng. Chữ bạn gõ còn nguyên ở trang này, có mạng là tự gửi.',
    server: 'Chưa lưu được: máy chủ đang trục trặc. Chữ bạn gõ còn nguyên ở trang này, chúng tôi đang tự thử lại.',
    'signed-out': 'Chưa lưu được: phiên đã hết. Chữ bạn gõ còn nguyên ở trang này.',
    elsewhere:
      'Chưa lưu: phần này vừa được lưu từ máy hoặc thẻ khác. Chữ bạn gõ còn nguyên; bấm Lưu để xem cả hai bản rồi chọn.',
    gone: 'Chưa lưu được: bài khai này đã nộp, hoặc là của người khác. Chữ bạn gõ còn nguyên ở trang này.',
    refused: 'Chưa lưu được. Chữ bạn gõ còn nguyên ở trang này; bấm Lưu để biết vì sao.',
  } satisfies Record<Trouble, string>,
  keptHere: 'Mất mạng: đang lưu trên máy này, chưa gửi. Có mạng là tự gửi.',
  signIn: 'Đăng nhập trong thẻ mới',
}
