import { inBothLanguages } from '../../../platform/wording.ts'

/** What a page says about the line and about what waits on this machine. */
export const offlineTexts = inBothLanguages(
  {
    keptPage: (time: string) => `Không có mạng. Đây là bản máy này giữ lúc ${time}.`,
    waiting: (count: number) => `Đang lưu trên máy này, chưa gửi: ${count} phần. Có mạng là tự gửi.`,
    unsent: 'Chưa gửi được: máy đang mất mạng. Tệp bạn chọn còn nguyên ở trang này; có mạng thì bấm lại.',
    held: 'Chưa gửi được: máy đang mất mạng. Những gì bạn đã điền còn nguyên ở trang này; có mạng thì bấm lại.',
    sent: 'Có mạng lại. Những gì lưu trên máy này đã gửi xong.',
    stuck: 'Có phần chưa gửi được, mở ra để xem vì sao:',
  },
  {
    keptPage: (time) => `Offline. This is the copy this device kept at ${time}.`,
    waiting: (count) => `Saved on this device, not sent yet: ${count} part(s). Sent once you are back online.`,
    unsent:
      'Not sent: you are offline. The files you chose are still on this page; press again once you are back online.',
    held: 'Not sent: you are offline. What you filled in is still on this page; press again once you are back online.',
    sent: 'Back online. What was saved on this device has been sent.',
    stuck: 'A part could not be sent. Open it to see why:',
  },
)

/** What the worker says where no page can. */
export const workerTexts = inBothLanguages(
  {
    title: 'Không có mạng',
    lead: 'Trang này chưa được giữ trên máy. Có mạng lại thì tải lại trang.',
    unsent:
      'Chưa gửi được. Những gì bạn vừa gửi còn nguyên ở đây; có mạng lại thì bấm gửi. Bấm nhiều lần cũng chỉ tính một lần.',
    send: 'Gửi lại',
    kept: 'Trang xem được khi không có mạng',
    home: 'Trang đầu',
  },
  {
    title: 'You are offline',
    lead: 'This page is not kept on this device. Reload it once you are back online.',
    unsent: 'Not sent yet. Everything is still here; press send once you are back online. Pressing twice counts once.',
    send: 'Send again',
    kept: 'Pages you can read offline',
    home: 'Home',
  },
)
