import { inBothLanguages } from '../../platform/wording.ts'
import { pageTextsEn } from './texts.en.ts'

const pageVi = {
  title: (count: number) => `${count} ảnh, ghép thành một tệp PDF`,
  lead: 'Ảnh gửi lên được giữ nguyên. Xem từng trang; trang nào sai thì sửa ở đây rồi bấm Lưu các trang.',
  page: (no: number) => `Trang ${no}`,
  size: (size: string, dpi: number) => `${size}, ${dpi} dpi`,
  changed: {
    flattened: 'Đã cắt theo bốn góc giấy và nắn thẳng',
    turned: 'Đã xoay cho dòng chữ nằm ngang',
    nothing: 'Để nguyên như ảnh',
  },
  from: (name: string) => `Từ ảnh ${name}, biên nhận`,
  order: 'Thứ tự',
  place: (no: number) => `Đặt làm trang ${no}`,
  turn: 'Xoay',
  turns: {
    0: 'Không xoay',
    90: 'Sang phải một phần tư vòng',
    180: 'Nửa vòng',
    270: 'Sang trái một phần tư vòng',
  },
  original: 'Dùng ảnh gốc',
  remove: 'Bỏ trang này',
  save: 'Lưu các trang',
}

/** Pages made of photos. */
export const pageTexts = inBothLanguages(pageVi, pageTextsEn)
