import { inBothLanguages } from '../../../platform/wording.ts'

/** What the page says about keeping what is being typed. */
export const savingTexts = inBothLanguages(
  {
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
    },
    keptHere: 'Mất mạng: đang lưu trên máy này, chưa gửi. Có mạng là tự gửi.',
    signIn: 'Đăng nhập trong thẻ mới',
  },
  {
    saving: 'Saving…',
    saved: (time) => `Saved at ${time}.`,
    troubles: {
      'no-line':
        'Not sent: you are offline. What you typed is still on this page and is sent once you are back online.',
      server: 'Not saved: the server has a problem. What you typed is still on this page; we keep trying.',
      'signed-out': 'Not saved: your session has ended. What you typed is still on this page.',
      elsewhere:
        'Not saved: this part was just saved from another device or tab. What you typed is still here; press Save to see both and choose.',
      gone: 'Not saved: this form was submitted, or belongs to somebody else. What you typed is still on this page.',
      refused: 'Not saved. What you typed is still on this page; press Save to see why.',
    },
    keptHere: 'Offline: saved on this device, not sent yet. It is sent once you are back online.',
    signIn: 'Sign in in a new tab',
  },
)
