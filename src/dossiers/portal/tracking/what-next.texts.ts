import { inBothLanguages } from '../../../platform/wording.ts'
import type { Handling, ResultDelivery } from '../../dossier.ts'
import { whatNextTextsEn } from './what-next.texts.en.ts'

const whatNextVi = {
  next: 'Việc tiếp theo:',
  steps: {
    submitted: (desk: string, unit: string) =>
      `${desk} xem giấy tờ. Đủ thì tiếp nhận, ghi ngày hẹn trả và chuyển ${unit} giải quyết; thiếu thì báo bạn một lần, ghi rõ từng chỗ.`,
    received: (_: string, unit: string) => `${unit} giao một người thẩm định, rồi duyệt và ký kết quả.`,
    appraising: () => 'Thẩm định xong thì lãnh đạo duyệt và ký, văn thư đóng dấu, rồi trả kết quả cho bạn.',
    suspended: (_: string, unit: string) =>
      `Hết lý do tạm dừng thì ${unit} giải quyết tiếp và ghi ngày hẹn mới; thời gian tạm dừng không tính vào hạn.`,
    'awaiting-approval': () => 'Duyệt xong thì lãnh đạo ký, văn thư đóng dấu, rồi trả kết quả cho bạn.',
    'awaiting-signature': () => 'Ký xong thì văn thư cấp số, đóng dấu, rồi trả kết quả cho bạn.',
    'awaiting-seal': () => 'Đóng dấu xong thì trả kết quả cho bạn.',
    finished: () => 'Bạn nhận kết quả.',
    delivered: () => 'Không còn việc gì. Kết quả được giữ trong Giấy tờ của tôi.',
    'awaiting-supplement': (desk: string) =>
      `Bạn gửi bổ sung, rồi ${desk} tiếp nhận lại và ghi ngày hẹn mới. Quá hạn mà chưa gửi thì hồ sơ có thể bị dừng giải quyết.`,
    refused: () => 'Làm theo lý do ghi ở dưới rồi nộp hồ sơ mới, hoặc gọi hỏi trước khi nộp lại.',
    withdrawn: () => 'Không còn việc gì. Cần làm lại thì nộp hồ sơ mới.',
    stopped: () => 'Không còn việc gì. Cần làm lại thì nộp hồ sơ mới.',
  } satisfies Record<Handling, (desk: string, unit: string) => string>,
  collect: {
    electronic: () => 'Tải kết quả ngay ở trang này.',
    counter: (desk: string) => `Đến ${desk} nhận kết quả; mang theo giấy tờ tuỳ thân và giấy hẹn.`,
    postal: () => 'Bưu điện phát kết quả tận nơi; cước trả khi nhận.',
  } satisfies Record<ResultDelivery, (desk: string) => string>,
  noDate: 'Chưa có ngày hẹn trả: ngày hẹn được ghi khi tiếp nhận.',
  until: (due: string) => `Chậm nhất ngày ${due} có kết quả.`,
  late: (due: string) => `Lẽ ra có kết quả chậm nhất ngày ${due}; đã quá hẹn.`,
  because: (term: string, from: string) => `Thời hạn là ${term}, tính từ khi tiếp nhận ngày ${from}.`,
  moved: (before: string) => `Lúc đó hẹn ngày ${before}; vì sao đổi ghi ở mục “Vì sao là ngày này?”.`,
  again: 'Nộp hồ sơ mới',
}

/** What comes after what happens now, in a plain sentence for every state. */
export const whatNextTexts = inBothLanguages(whatNextVi, whatNextTextsEn)
