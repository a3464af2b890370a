import { inBothLanguages } from '../../platform/wording.ts'
import { portalTextsEn } from './texts.en.ts'

const portalVi = {
  decided: 'Kết quả này do hệ thống phát hành tự động, không qua cán bộ.',
  under: 'Căn cứ {instrument}. Hệ thống đã kiểm tra:',
  right: 'Bạn có quyền đề nghị cán bộ xem lại, không phải nêu hệ thống sai ở đâu.',
  ask: 'Đề nghị cán bộ xem lại',
  asked: 'Bạn đã đề nghị cán bộ xem lại ngày {day}. Kết quả hiện có vẫn dùng được cho đến khi có bản thay thế.',
  title: 'Đề nghị cán bộ xem lại kết quả',
  back: 'Hồ sơ',
  means:
    'Hồ sơ sẽ về chỗ cán bộ của cơ quan giải quyết. Kết quả bạn đang có vẫn còn giá trị cho đến khi cán bộ ký bản thay thế.',
  reason: 'Bạn muốn cán bộ xem lại điều gì?',
  reasonHint: 'Viết ngắn gọn, ví dụ: “Nơi cư trú của tôi đã đổi từ tháng trước.”',
  missing: 'Viết điều bạn muốn cán bộ xem lại, ít nhất vài từ.',
  confirm: 'Gửi đề nghị',
  keep: 'Để nguyên kết quả',
}

export const portalTexts = inBothLanguages(portalVi, portalTextsEn)
