import { inBothLanguages } from '../../platform/wording.ts'
import type { PaperUse } from '../guides/guide.ts'
import { guideTextsEn } from './guide.texts.en.ts'

const guideVi = {
  invite: 'Chưa rõ cần giấy tờ gì?',
  inviteBody: (most: number) =>
    `Trả lời ${most === 1 ? 'một' : `tối đa ${most}`} câu ngắn, có ngay danh sách giấy tờ của riêng bạn.`,
  begin: 'Hỏi nhanh',
  title: (name: string) => `Hỏi nhanh: ${name}`,
  over: (no: number, most: number) => `Câu ${no} trong tối đa ${most}`,
  next: 'Tiếp tục',
  choose: 'Chọn một câu trả lời rồi bấm Tiếp tục.',
  back: 'Câu trước',
  backToProcedure: 'Trang thủ tục',
  yours: 'Giấy tờ của bạn',
  answered: 'Bạn đã trả lời',
  uses: {
    'hand-in': 'Chụp hoặc quét rồi gửi kèm',
    form: 'Khai trên màn hình, không cần giấy',
    held: 'Nhà nước đã có, không phải nộp',
    'made-there': 'Cán bộ làm tại chỗ cho bạn',
    bring: 'Mang theo khi đến quầy',
    'if-asked': 'Chỉ cần khi cơ sở dữ liệu chưa có',
  } satisfies Record<PaperUse, string>,
  nothing: 'Bạn không phải chuẩn bị giấy tờ nào để nộp trực tuyến.',
  asPublished: 'Lời văn trong văn bản',
  advice: 'Cần biết',
  term: 'Thời hạn giải quyết',
  money: 'Phí, lệ phí',
  start: 'Nộp với danh sách này',
  startBody: 'Các giấy tờ không thuộc trường hợp của bạn được đánh dấu sẵn. Bạn vẫn đổi được.',
  print: 'In danh sách',
  elsewhere: 'Thủ tục này chưa đúng việc của bạn',
  other: 'Xem thủ tục nên dùng',
}

/** Words of the short questions that lead to a person's own list of papers. */
export const guideTexts = inBothLanguages(guideVi, guideTextsEn)
