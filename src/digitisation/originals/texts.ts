import type { RefusalTexts } from '../../platform/refusal.ts'

const KEPT = 'Bản gốc vẫn giữ: '

export const originalRefusals = {
  'digitisation.original-kept-always': { status: 409, title: `${KEPT}theo quy định, bản gốc loại này giữ mãi.` },
  'digitisation.original-not-due': { status: 409, title: `${KEPT}theo quy định, sớm nhất đến {dueOn} mới được xóa.` },
  'digitisation.original-paper-open': { status: 409, title: `${KEPT}giấy tờ {paper} của lượt quét chưa soát xong.` },
  'digitisation.original-page-nowhere': {
    status: 409,
    title: `${KEPT}có trang viết chữ không nằm trong giấy tờ nào, hoặc chưa làm được ảnh.`,
  },
  'digitisation.original-doubted': {
    status: 409,
    title: `${KEPT}có giấy tờ chưa rõ của ai, hoặc chủ giấy tờ báo sai và chưa được trả lời.`,
  },
  'digitisation.original-on-hold': {
    status: 409,
    title: `${KEPT}giấy tờ đang được giữ theo yêu cầu, hoặc hồ sơ cần đến nó chưa xong.`,
  },
  'digitisation.original-not-archived': {
    status: 409,
    title: `${KEPT}tệp lưu trữ của giấy tờ {paper} chưa có, hoặc không còn đúng mã băm lúc làm ra.`,
  },
  'digitisation.original-needed': {
    status: 409,
    title: `${KEPT}chỗ khác trong hệ thống còn dùng cùng nội dung này ({places}).`,
  },
} satisfies RefusalTexts
