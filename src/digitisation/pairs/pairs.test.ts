import { describe, expect, test } from 'vitest'
import { cellsOn } from './cells.ts'
import { pairsOn } from './pairs.ts'
import { rowsOf } from './segments.ts'
import { linesOf } from './testing.ts'

const pairs = (...rows: string[]) => pairsOn(rowsOf(linesOf(...rows))).map(({ label, value }) => [label, value])
const cells = (...rows: string[]) =>
  cellsOn(rowsOf(linesOf(...rows))).map(({ heading, row, value }) => [heading, row, value])

describe('label and value', () => {
  test('stand on either side of a colon, with or without a number before', () => {
    expect(pairs('Nơi sinh: Bệnh viện Sản Nhi', '2. Nơi thường trú: Tổ 24', '- Người đại diện: Vũ Văn Nghĩa')).toEqual([
      ['Nơi sinh', 'Bệnh viện Sản Nhi'],
      ['Nơi thường trú', 'Tổ 24'],
      ['Người đại diện', 'Vũ Văn Nghĩa'],
    ])
  })

  test('stand several in a row: what is known as a label begins one, else the widest gap does', () => {
    expect(pairs('Giới tính: Nữ Dân tộc: Sán Chay Quốc tịch: Việt Nam')).toEqual([
      ['Giới tính', 'Nữ'],
      ['Dân tộc', 'Sán Chay'],
      ['Quốc tịch', 'Việt Nam'],
    ])
    expect(pairs('Số sổ: Quyển Ba  Trang Số: 14')).toEqual([
      ['Số sổ', 'Quyển Ba'],
      ['Trang Số', '14'],
    ])
  })

  test('a colon read as a semicolon ends a label one knows, and a speck behind a comma ends none', () => {
    expect(pairs('Giấy tờ tùy thân; Căn cước số 022077277597')).toEqual([
      ['Giấy tờ tùy thân', 'Căn cước số 022077277597'],
    ])
    expect(pairs('Ghi chép khác; không có')).toEqual([])
    expect(pairs('Địa chỉ liên hệ: Tổ 3,: khu 5, xã Vân Đồn', 'Nơi cư trú: Tổ 3,:khu 5')).toEqual([
      ['Địa chỉ liên hệ', 'Tổ 3,: khu 5, xã Vân Đồn'],
      ['Nơi cư trú', 'Tổ 3,:khu 5'],
    ])
  })

  test('a number is no label: its semicolon was read as a colon', () => {
    expect(pairs('Thửa đất số: 30:')).toEqual([['Thửa đất số', '30']])
  })

  test('a label may begin behind a comma, in small letters', () => {
    expect(
      pairs('Ông: ĐẶNG QUANG VƯỢNG, số định danh: 099065338915', 'Tại: Tổ 8, xã Vân Đồn Điện thoại: 0900'),
    ).toEqual([
      ['Ông', 'ĐẶNG QUANG VƯỢNG'],
      ['số định danh', '099065338915'],
      ['Tại', 'Tổ 8, xã Vân Đồn'],
      ['Điện thoại', '0900'],
    ])
  })

  test('the value may stand in the row below, in its own column', () => {
    expect(pairs('Họ, tên vợ:          Họ, tên chồng:', 'TRỊNH THÙY DUYÊN     LÝ ĐỨC ĐẠT')).toEqual([
      ['Họ, tên vợ', 'TRỊNH THÙY DUYÊN'],
      ['Họ, tên chồng', 'LÝ ĐỨC ĐẠT'],
    ])
  })

  test('a value broken off at the edge goes on below', () => {
    expect(pairs('Nơi cư trú: Tổ 24, khu 8, xã Vân Đồn, tỉnh', 'Quảng Ninh', 'Dân tộc: Tày')).toEqual([
      ['Nơi cư trú', 'Tổ 24, khu 8, xã Vân Đồn, tỉnh Quảng Ninh'],
      ['Dân tộc', 'Tày'],
    ])
    expect(pairs('Tên hộ kinh doanh: HỘ KINH DOANH TRẦN', 'QUANG LỘC')).toEqual([
      ['Tên hộ kinh doanh', 'HỘ KINH DOANH TRẦN QUANG LỘC'],
    ])
  })

  test('what is whole does not: the next sentence is none of it', () => {
    expect(pairs('Quốc tịch: Việt Nam', 'Tôi cam đoan điều khai trên là đúng.')).toEqual([['Quốc tịch', 'Việt Nam']])
    expect(pairs('Tại: Cục Cảnh sát,', '2. Nơi tạm trú')).toEqual([['Tại', 'Cục Cảnh sát,']])
  })

  test('nor is a table under the title of a section', () => {
    expect(pairs('4. Nội dung đề nghị:', '   Chỉ tiêu          Thông số', 'Số tầng            02')).toEqual([
      ['Nội dung đề nghị', ''],
    ])
  })

  test('dirt that looks like a colon makes no label', () => {
    expect(pairs('Họ và tên: TRẦN QUANG LỘC: Giới tính: Nam')).toEqual([
      ['Họ và tên', 'TRẦN QUANG LỘC'],
      ['Giới tính', 'Nam'],
    ])
  })

  test('a time is no label; a label without a gap before its value is one', () => {
    expect(pairs('Trả kết quả: 17:00 ngày 05/03/2026')).toEqual([['Trả kết quả', '17:00 ngày 05/03/2026']])
    expect(pairs('Ngày sinh:02/02/1986')).toEqual([['Ngày sinh', '02/02/1986']])
  })

  test('is as sure as its least sure word; what has no value is not sure', () => {
    const found = pairsOn(rowsOf(linesOf('Năm sinh: 19?6 Dân tộc: Kinh', 'Cam kết:')))
    expect(found.map(({ confidence }) => confidence)).toEqual([0.4, 0.95, 0])
    expect(found[0]?.valueBox).toEqual({ left: 100, top: 0, right: 140, bottom: 20 })
    expect(found[2]?.valueBox).toBeUndefined()
  })
})

describe('tables', () => {
  test('each cell is told with its heading and its row', () => {
    expect(
      cells(
        '    Chỉ tiêu            Thông số      Đơn vị',
        'Cấp công trình        Cấp III',
        'Tổng diện tích sàn    208,0         m²',
      ),
    ).toEqual([
      ['Thông số', 'Cấp công trình', 'Cấp III'],
      ['Thông số', 'Tổng diện tích sàn', '208,0'],
      ['Đơn vị', 'Tổng diện tích sàn', 'm²'],
    ])
  })

  test('a cell whose heading was not seen has none, rather than its neighbour’s', () => {
    expect(
      cells(
        '  Chỉ tiêu             Thông số',
        'Chiều cao             3,6           m',
        'Số tầng               01            tầng',
      ),
    ).toEqual([
      ['Thông số', 'Chiều cao', '3,6'],
      ['', 'Chiều cao', 'm'],
      ['Thông số', 'Số tầng', '01'],
      ['', 'Số tầng', 'tầng'],
    ])
  })

  test('drawn lines are no cells, and two columns of labels are no table', () => {
    expect(
      cells('Tên             Số', '|  Đơn         |  1', '|  Bản vẽ      |  2').map(([, , value]) => value),
    ).toEqual(['1', '2'])
    expect(
      cells('Dân tộc: Thái         Dân tộc: Tày', 'Số: 1                 Số: 2', 'Nơi: A                Nơi: B'),
    ).toEqual([])
  })
})
