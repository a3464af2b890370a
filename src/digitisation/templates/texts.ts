import type { RefusalTexts } from '../../platform/refusal.ts'

export const learningRefusals = {
  'digitisation.too-few-verdicts': {
    status: 409,
    title: 'Mới có {count} lần cán bộ soát từng giá trị, cần ít nhất {least} để tính lại.',
  },
} satisfies RefusalTexts

export const templateRefusals = {
  ...learningRefusals,
  'digitisation.template-untitled': {
    status: 422,
    title: 'Mẫu chưa có tiêu đề nào để nhận ra giấy tờ. Ghi tiêu đề in trên giấy.',
  },
  'digitisation.template-empty': { status: 422, title: 'Mẫu chưa có mục nào. Thêm ít nhất một mục.' },
  'digitisation.template-faulty': { status: 422, title: 'Mục “{label}” chưa nói tìm ở đâu. Sửa mục đó rồi công bố.' },
  'digitisation.template-untried': {
    status: 422,
    title:
      'Chưa thử trên mẫu nào nên chưa biết mẫu mới đọc được gì. Đưa lên ít nhất một bản quét thử, chờ máy đọc xong.',
  },
  'digitisation.field-no-place': {
    status: 422,
    title: 'Mục “{label}” chưa nói tìm ở đâu: chọn hoặc gõ nhãn in trước giá trị, hoặc khoanh vùng trên trang.',
  },
  'digitisation.field-bad-area': {
    status: 422,
    title:
      'Vùng của mục “{label}” không có chiều rộng hay chiều cao: góc dưới phải phải ở bên phải và bên dưới góc trên trái.',
  },
  'digitisation.field-bad-part': { status: 422, title: 'Phần cần lấy của mục “{label}” không phải biểu thức hợp lệ.' },
} satisfies RefusalTexts

export const learningWords = {
  summary: "Propose how far to trust what machines read, from officers' verdicts",
  proposed: (count: number) => `Đã tính từ ${count} lần soát. Người quản trị xem số liệu trước và sau rồi quyết định.`,
}
