import { entries, entry, line, paperOf, type Paper, type Style } from '../paper.ts'
import { anAddress, aPerson, between, digits, phoneNumber, pick, type Random } from '../people.ts'
import { aDay, aloud, area, bornOf, dayLine, dayWith, money } from '../words.ts'
import { agency, motto, signedBy } from './office.ts'

/** Papers no template knows: what is on them is only to be had as label and value. */
export function authorisation(random: Random, style: Style): Paper {
  const [from, to] = [aPerson(random), aPerson(random)]
  return paperOf(
    'authorisation',
    [
      { k: 'header', left: [], right: motto },
      { k: 'title', text: 'GIẤY ỦY QUYỀN' },
      line('I. BÊN ỦY QUYỀN'),
      entries(entry('Họ tên người ủy quyền', from.fullName, 'a')),
      entries(entry('Số điện thoại liên lạc', phoneNumber(random), 'b'), entry('Sinh năm', String(from.born[2]), 'c')),
      entries(entry('Chỗ ở hiện tại', from.address, 'd')),
      entries(entry('Thẻ căn cước', from.personalId, 'e')),
      line('II. BÊN NHẬN ỦY QUYỀN'),
      entries(entry('Họ tên người được ủy quyền', to.fullName, 'f')),
      entries(entry('Chỗ ở của người được ủy quyền', to.address, 'g')),
      entries(
        entry('Nội dung ủy quyền', pick(random, ['Nhận kết quả thủ tục hành chính', 'Nộp hồ sơ đăng ký xe']), 'h'),
      ),
      entries(entry('Thời hạn ủy quyền', `${between(random, 1, 12)} tháng`, 'i')),
      line(dayLine('Hạ Long', aDay(random)), 'right'),
      signedBy(random, 'XÁC NHẬN CỦA CƠ QUAN'),
    ],
    style,
  )
}

export function healthCertificate(random: Random, style: Style): Paper {
  const person = aPerson(random)
  return paperOf(
    'health-certificate',
    [
      { k: 'header', left: ['SỞ Y TẾ', 'BỆNH VIỆN ĐA KHOA'], right: motto },
      { k: 'title', text: 'GIẤY KHÁM SỨC KHỎE' },
      entries(entry('Người khám', aloud(person.fullName), 'a')),
      entries(entry('Giới', person.sex, 'b'), entry('Tuổi', String(2026 - person.born[2]), 'c')),
      entries(entry('Nơi làm việc', pick(random, ['Công ty Than Hà Lầm', 'Trường THPT Cẩm Phả']), 'd')),
      entries(entry('Lý do khám', pick(random, ['Xin việc làm', 'Thi giấy phép lái xe']), 'e')),
      {
        k: 'table',
        headings: ['Chỉ số', 'Kết quả', 'Đơn vị'],
        rows: [
          ['Chiều cao', String(between(random, 150, 185)), 'cm'],
          ['Cân nặng', String(between(random, 45, 85)), 'kg'],
          ['Mạch', String(between(random, 60, 90)), 'lần/phút'],
        ],
        fields: ['f', 'g', 'h'],
      },
      entries(entry('Phân loại sức khỏe', pick(random, ['Loại I', 'Loại II', 'Loại III']), 'i')),
      entries(entry('Bác sĩ kết luận', aPerson(random).fullName, 'j')),
      line(dayLine('Uông Bí', aDay(random)), 'right'),
      signedBy(random, 'NGƯỜI KẾT LUẬN'),
    ],
    style,
  )
}

export function rent(random: Random, style: Style): Paper {
  const [owner, tenant] = [aPerson(random), aPerson(random)]
  return paperOf(
    'rent',
    [
      { k: 'header', left: [], right: motto },
      { k: 'title', text: 'HỢP ĐỒNG THUÊ NHÀ Ở' },
      entries(entry('Số hợp đồng', `${between(random, 1, 90)}/2026/HĐTN`, 'a')),
      entries(entry('Bên cho thuê', owner.fullName, 'b'), entry('CCCD', owner.personalId, 'c')),
      entries(entry('Bên thuê', tenant.fullName, 'd'), entry('Hộ chiếu', `C${digits(random, 7)}`, 'e')),
      entries(entry('Địa chỉ nhà cho thuê', anAddress(random), 'f')),
      entries(entry('Diện tích sử dụng', `${area(random)} m²`, 'g')),
      entries(entry('Giá thuê mỗi tháng', money(random), 'h')),
      entries(entry('Ngày bắt đầu thuê', dayWith('/', aDay(random)), 'i')),
      entries(entry('Phương thức thanh toán', pick(random, ['Chuyển khoản', 'Tiền mặt']), 'j')),
      { k: 'sign', left: ['BÊN CHO THUÊ', owner.fullName], right: ['BÊN THUÊ', tenant.fullName] },
    ],
    style,
  )
}

export function disability(random: Random, style: Style): Paper {
  const person = aPerson(random)
  const office = agency(random)
  return paperOf(
    'disability',
    [
      { k: 'header', left: office.lines, right: motto },
      { k: 'title', text: 'GIẤY XÁC NHẬN KHUYẾT TẬT' },
      entries(entry('Số hiệu', digits(random, 9), 'a')),
      entries(entry('Tên người khuyết tật', aloud(person.fullName), 'b')),
      entries(entry('Sinh ngày', bornOf(person), 'c'), entry('Giới tính', person.sex, 'd')),
      entries(entry('Hộ khẩu thường trú', person.address, 'e')),
      entries(entry('Dạng khuyết tật', pick(random, ['Vận động', 'Nghe, nói', 'Nhìn']), 'f')),
      entries(entry('Mức độ khuyết tật', pick(random, ['Nặng', 'Đặc biệt nặng', 'Nhẹ']), 'g')),
      line(dayLine('Móng Cái', aDay(random)), 'right'),
      signedBy(random, 'CHỦ TỊCH HỘI ĐỒNG'),
    ],
    style,
  )
}
