import { inBothLanguages } from '../platform/wording.ts'
import { uiTextsEn } from './texts.en.ts'

const uiVi = {
  siteName: 'Một Cửa',
  skipToContent: 'Đi thẳng tới nội dung',
  optional: '(không bắt buộc)',
  errorPrefix: 'Lỗi: ',
  breadcrumbs: 'Đường dẫn',
  back: 'Quay lại',
  pages: 'Chuyển trang',
  previousPage: 'Trang trước',
  nextPage: 'Trang sau',
  tabs: 'Các phần của trang',
  change: 'Sửa',
  choose: 'Chọn',
  errorCount: (count: number) => `Còn ${count} chỗ cần sửa`,
  stepState: { done: 'Đã xong', current: 'Đang làm', waiting: 'Chưa tới', alert: 'Cần để ý' },
  taskState: { done: 'Đã xong', current: 'Đang làm', todo: 'Chưa làm', locked: 'Chưa mở' },
  copy: 'Sao chép',
  copied: 'Đã sao chép',
  copyFailed: 'Máy không cho sao chép. Bạn chọn chữ rồi chép bằng tay.',
  print: 'In trang này',
  dropHere: 'Kéo tệp thả vào đây, hoặc bấm để chọn',
  fileChosen: (name: string) => `Đã chọn ${name}`,
  fileTooBig: (name: string, limit: string) => `Tệp ${name} nặng hơn ${limit}. Chọn tệp nhẹ hơn.`,
  megabytes: (count: string) => `${count} MB`,
  uploading: (percent: number) => `Đang gửi, được ${percent}%`,
  uploadChecking: 'Đã gửi xong, máy đang kiểm tra tệp',
  uploadCut: (percent: number) =>
    `Đường truyền bị ngắt khi gửi được ${percent}%. Những gì bạn nhập và tệp đã chọn vẫn còn ở đây.`,
  uploadRetry: 'Gửi lại',
  sessionEnding: (minutes: number) => `Bạn sắp hết phiên làm việc, còn ${minutes} phút.`,
  sessionEndingBody: 'Bấm nút dưới đây để làm tiếp. Nếu không, bạn phải đăng nhập lại.',
  sessionStay: 'Tôi vẫn đang làm',
  sessionEnded: 'Phiên làm việc đã hết',
  sessionEndedBody: 'Những gì bạn gõ còn nguyên ở trang này. Đăng nhập trong thẻ mới, rồi quay lại đây làm tiếp.',
  sessionGoOn: 'Tôi đã đăng nhập, làm tiếp',
  sessionNoAnswer: 'Chưa nối được với máy chủ. Bấm lại khi có mạng.',
  signInAgain: 'Đăng nhập lại',
  spaceKey: 'Cách',
  keysTitle: 'Phím tắt',
  keysOff: 'Tắt các phím một chữ trên máy này',
  timeLeft: (seconds: number) =>
    seconds >= 60 ? `${Math.floor(seconds / 60)} phút ${seconds % 60} giây` : `${seconds} giây`,
  close: 'Đóng',
}

/** Words the components themselves say. What a page says comes from that page's module. */
export const uiTexts = inBothLanguages(uiVi, uiTextsEn)
