import type { RefusalTexts } from '../../platform/refusal.ts'

export const learningRefusals = {
  'digitisation.too-few-verdicts': {
    status: 409,
    title: 'Mới có {count} lần cán bộ soát từng giá trị, cần ít nhất {least} để tính lại.',
  },
  'digitisation.too-few-papers': {
    status: 409,
    title:
      'Mới có {count} giấy tờ đã soát mà cán bộ đã xác định loại. Cần ít nhất {least} giấy cùng một loại, của các hồ sơ khác nhau, để học.',
  },
  'digitisation.kinds-worse': {
    status: 422,
    title: 'Có {count} loại giấy tờ sẽ được nhận ra kém hơn bây giờ. Ghi lý do vẫn áp dụng rồi bấm lại.',
  },
} satisfies RefusalTexts

export const templateRefusals = {
  ...learningRefusals,
  'digitisation.sample-too-long': {
    status: 422,
    title:
      '“{name}” có {pages} trang, bản quét thử chỉ nhận đến {most} trang. Tách lấy những trang cần thử rồi gửi lại.',
  },
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
  kindsSummary: 'Propose how to tell kinds of papers apart, from papers people checked',
  kindsProposed: (count: number) =>
    `Đã học từ ${count} giấy tờ đã soát. Người quản trị xem số liệu trước và sau ở “Nhận loại giấy tờ” rồi quyết định.`,
  proposed: (count: number) => `Đã tính từ ${count} lần soát. Người quản trị xem số liệu trước và sau rồi quyết định.`,
}

export const samplePageName = (name: string, page: number): string => `${name}, trang ${page}`
