import type { RefusalTexts } from '../../platform/refusal.ts'
import type { RowFault } from './digitised-list.ts'

export const digitisedRefusals = {
  'catalogue.list-no-headings': {
    status: 422,
    title:
      'Bảng chưa có dòng tiêu đề nhận ra được. Cần cột “Mã thủ tục” và cột “Mã thành phần” hoặc “Tên thành phần hồ sơ”. Tải mẫu về để điền.',
  },
  'catalogue.list-faulty': {
    status: 409,
    title: 'Bảng còn {count} dòng có lỗi. Sửa bảng rồi gửi lại, hoặc đánh dấu bỏ các dòng đó ra.',
  },
  'catalogue.list-empty': { status: 409, title: 'Bảng không có dòng nào dùng được. Sửa các lỗi rồi gửi lại.' },
  'catalogue.list-before-decision': {
    status: 422,
    title: 'Ngày áp dụng ({validFrom}) trước ngày ký quyết định ({decidedOn}). Xem lại hai ngày.',
  },
  'catalogue.list-not-after': {
    status: 409,
    title:
      'Lĩnh vực {sector} đã có danh mục áp dụng từ ngày {validFrom}. Danh mục mới phải áp dụng từ một ngày sau đó.',
  },
} satisfies RefusalTexts

export const listTexts = {
  sheet: 'Danh mục số hóa',
  /** The first is written into our sheets; the others are read too. */
  headings: {
    procedureCode: ['Mã thủ tục', 'Mã TTHC', 'Mã thủ tục hành chính'],
    componentCode: ['Mã thành phần', 'Mã thành phần hồ sơ', 'Mã giấy tờ'],
    componentName: ['Tên thành phần hồ sơ', 'Thành phần hồ sơ', 'Tên giấy tờ', 'Tên thành phần'],
    sectorCode: ['Mã lĩnh vực', 'Lĩnh vực'],
  },
  faults: {
    formula: 'Ô có công thức hoặc lỗi tính: gõ giá trị vào ô.',
    'no-procedure': 'Chưa ghi mã thủ tục.',
    'unknown-procedure': 'Không có thủ tục mã này đang áp dụng vào ngày danh mục có hiệu lực.',
    'no-component': 'Chưa ghi mã hay tên thành phần hồ sơ.',
    'unknown-component': 'Thủ tục không có thành phần hồ sơ này. Ghi đúng mã hoặc đúng tên như đã công bố.',
    'several-components': 'Thủ tục có nhiều thành phần cùng tên này. Ghi mã thành phần.',
    declaration: 'Đây là tờ khai điền trên màn hình, không có giấy để số hóa.',
    'other-sector': 'Thủ tục không thuộc lĩnh vực ghi ở dòng này.',
    'no-sector': 'Thủ tục chưa được xếp lĩnh vực nào nên không lập danh mục được.',
    twice: 'Thành phần này đã có ở dòng trên.',
  } satisfies Record<RowFault, string>,
}
