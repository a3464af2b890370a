/** What a page says about the line and about what waits on this machine. */
export const offlineTexts = {
  keptPage: (time: string) => `Không có mạng. Đây là bản máy này giữ lúc ${time}.`,
  waiting: (count: number) => `Đang lưu trên máy này, chưa gửi: ${count} phần. Có mạng là tự gửi.`,
  sent: 'Có mạng lại. Những gì lưu trên máy này đã gửi xong.',
  stuck: 'Có phần chưa gửi được, mở ra để xem vì sao:',
}

/** What the worker says where no page can: in both languages, for it does not know who reads. */
export const workerTexts = {
  title: 'Không có mạng · No connection',
  lead: [
    'Trang này chưa được giữ trên máy. Có mạng lại thì tải lại trang.',
    'This page is not kept on this device. Reload it once you are back online.',
  ],
  unsent: [
    'Chưa gửi được. Những gì bạn vừa gửi còn nguyên ở đây; có mạng lại thì bấm gửi. Bấm nhiều lần cũng chỉ tính một lần.',
    'Not sent yet. Everything is still here; press send once you are back online. Pressing twice counts once.',
  ],
  send: 'Gửi lại · Send again',
  kept: 'Trang xem được khi không có mạng · Pages kept for offline reading',
  home: 'Trang đầu · Home',
}
