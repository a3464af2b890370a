import { inBothLanguages } from '../platform/wording.ts'
import { homeTextsEn } from './home.texts.en.ts'

const homeVi = {
  title: 'Một Cửa',
  ask: 'Bạn cần làm việc gì?',
  askLead: 'Viết theo cách bạn vẫn nói. Không cần biết tên thủ tục.',
  tryWords: 'Ví dụ:',
  examples: ['xin phép xây nhà', 'trợ cấp cho người 75 tuổi', 'mở quán ăn', 'sao giấy khai sinh'],
  trackTitle: 'Tra cứu hồ sơ đã nộp',
  trackBody: 'Mã nằm trên giấy hẹn hoặc trong tin nhắn. Không cần đăng nhập.',
  trackLabel: 'Mã hồ sơ',
  trackExample: 'H49.136-261110-0014',
  trackButton: 'Xem',
  resumeTitle: 'Làm tiếp bài khai dở',
  resumeBody: 'Nhập mã bài khai, bắt đầu ở máy khác hay ở quầy đều được.',
  resumeLabel: 'Mã bài khai',
  resumeExample: '7KQ-402',
  resumeButton: 'Mở',
  centreTitle: 'Đến trung tâm gần bạn',
  centreBody: (n: string) => `${n} trung tâm phục vụ hành chính công. Tên xã cũ cũng tìm được.`,
  centreLabel: 'Tên xã, phường',
  centreExample: 'Bãi Cháy',
  centreButton: 'Tìm',
  everydayTitle: 'Việc thường làm',
  everydayLead: 'Bấm vào là thấy giấy tờ, thời gian, lệ phí.',
  eventsTitle: 'Theo việc trong cuộc sống',
  eventsLead: 'Mỗi mục gom các thủ tục của một việc.',
  seeAll: (n: string) => `Xem toàn bộ ${n} thủ tục`,
  seeAllHint: 'Theo lĩnh vực, theo cơ quan',
  openTitle: 'Danh mục thủ tục đang mở',
  openLead: (day: string) => `Đếm từ danh mục áp dụng ngày ${day}. Chỗ chưa rõ được ghi ngay trên trang thủ tục.`,
  figures: {
    online: 'thủ tục nộp trực tuyến được',
    termUnknown: 'thủ tục chưa rõ thời hạn, chờ cơ quan xác nhận',
    feeUnsettled: 'thủ tục có khoản thu chưa xác nhận, chưa thu',
  },
}

/** Words of the front page. */
export const homeTexts = inBothLanguages(homeVi, homeTextsEn)
