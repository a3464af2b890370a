import { entries, entry, line, paperOf, type Paper, type Style } from '../paper.ts'
import { aCommune, anAddress, aPerson, between, digits, phoneNumber, pick, type Random } from '../people.ts'
import { aDay, aloud, area, bornOf, dayLine, dayWith, money } from '../words.ts'
import { agency, motto, signedBy } from './office.ts'

const PLACES = ['Quảng Ninh', 'Bắc Ninh', 'Đà Nẵng']

export function buildingApplication(random: Random, style: Style): Paper {
  const [owner, designer] = [aPerson(random), aPerson(random)]
  const [signed, storeys] = [aDay(random, 2025), between(random, 1, 5)]
  const ground = area(random)
  return paperOf(
    'building-permit-application',
    [
      { k: 'header', left: [], right: motto },
      { k: 'title', text: 'ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP XÂY DỰNG' },
      line('(Sử dụng cho công trình: Nhà ở riêng lẻ)', 'center'),
      entries(entry('Kính gửi', `Ủy ban nhân dân ${aCommune(random).split(',')[0]}`, 'addressee')),
      entries(entry('Tên chủ đầu tư (tên chủ hộ)', owner.fullName, 'ownerName')),
      entries(entry('Người đại diện', owner.fullName, 'representative')),
      entries(entry('Địa chỉ liên hệ', owner.address, 'address')),
      entries(
        entry('Số điện thoại', phoneNumber(random), 'phone'),
        entry('Mã số định danh', owner.personalId, 'personalId'),
      ),
      entries(
        entry('Lô đất số', `${pick(random, ['A', 'B', 'LK'])}${between(random, 1, 90)}`, 'lot'),
        entry('Diện tích', `${area(random)} m²`, 'landArea'),
      ),
      entries(entry('Tại', anAddress(random), 'site')),
      entries(
        entry('Thửa đất số', String(between(random, 1, 900)), 'parcel'),
        entry('Tờ bản đồ số', String(between(random, 1, 90)), 'mapSheet'),
        entry('Giấy chứng nhận số', `DD ${digits(random, 6)}`, 'landCertificate'),
      ),
      entries(
        entry(
          'Tên đơn vị thiết kế',
          pick(random, ['Công ty TNHH Tư vấn Hạ Long', 'Công ty CP Kiến trúc Bình Minh']),
          'designer',
        ),
      ),
      entries(entry('Mã số chứng chỉ năng lực', `QNI-${digits(random, 8)}`, 'designerCode')),
      entries(entry('Tên chủ nhiệm thiết kế', designer.fullName, 'chiefDesigner')),
      {
        k: 'table',
        headings: ['Chỉ tiêu', 'Thông số', 'Đơn vị'],
        rows: [
          ['Cấp công trình', pick(random, ['Cấp III', 'Cấp IV']), ''],
          ['Diện tích xây dựng tầng 1', ground, 'm²'],
          ['Tổng diện tích sàn', area(random), 'm²'],
          ['Chiều cao công trình', `${between(random, 4, 20)},${between(random, 0, 9)}`, 'm'],
          ['Số tầng', `0${storeys}`, 'tầng'],
        ],
        fields: ['grade', 'groundFloorArea', 'floorArea', 'height', 'storeys'],
      },
      line('Cam kết: Tôi xin cam đoan làm theo đúng giấy phép được cấp.'),
      line(dayLine(pick(random, PLACES), signed), 'right'),
      { k: 'sign', left: [], right: ['NGƯỜI LÀM ĐƠN', '(Ký, ghi rõ họ tên)', owner.fullName] },
    ],
    style,
    { issuedOn: dayWith('/', signed) },
  )
}

export function householdBusiness(random: Random, style: Style): Paper {
  const owner = aPerson(random)
  const [office, signed] = [agency(random), aDay(random, 2024)]
  return paperOf(
    'household-business',
    [
      { k: 'header', left: [`UBND ${office.lines[1]}`, 'PHÒNG KINH TẾ'], right: motto },
      { k: 'title', text: 'GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH' },
      entries(entry('Mã số hộ kinh doanh', owner.personalId, 'number')),
      line(`Đăng ký lần đầu, ngày ${signed[0]} tháng ${signed[1]} năm ${signed[2]}`, 'center'),
      entries(entry('Tên hộ kinh doanh', aloud(`Hộ kinh doanh ${owner.fullName}`), 'name')),
      entries(entry('Địa chỉ trụ sở hộ kinh doanh', anAddress(random), 'address')),
      entries(
        entry('Điện thoại', phoneNumber(random), 'phone'),
        entry('Thư điện tử', `hkd${digits(random, 3)}@example.vn`, 'email'),
      ),
      entries(
        entry(
          'Ngành, nghề kinh doanh',
          pick(random, ['Bán lẻ hàng tạp hóa', 'Dịch vụ ăn uống', 'Sửa chữa xe máy', 'May đo quần áo']),
          'trade',
        ),
      ),
      entries(entry('Vốn kinh doanh', money(random), 'capital')),
      entries(entry('Họ và tên', aloud(owner.fullName), 'ownerName'), entry('Giới tính', owner.sex, 'ownerSex')),
      entries(
        entry('Sinh ngày', bornOf(owner), 'ownerBornOn'),
        entry('Dân tộc', owner.ethnicity, 'ownerEthnicity'),
        entry('Quốc tịch', 'Việt Nam'),
      ),
      entries(entry('Số định danh cá nhân', owner.personalId, 'ownerId')),
      entries(entry('Địa chỉ thường trú', owner.address, 'ownerResidence')),
      entries(entry('Địa chỉ liên lạc', owner.address, 'ownerContact')),
      line(dayLine(pick(random, PLACES), signed), 'right'),
      signedBy(random, 'TRƯỞNG PHÒNG'),
    ],
    style,
    { issuedOn: dayWith('/', signed) },
  )
}

export function landUseRight(random: Random, style: Style): Paper {
  const [husband, wife] = [aPerson(random, 'Nam', 1975), aPerson(random, 'Nữ', 1979)]
  const signed = aDay(random, 2022)
  return paperOf(
    'land-use-right',
    [
      { k: 'header', left: [], right: motto },
      { k: 'title', text: 'GIẤY CHỨNG NHẬN' },
      { k: 'title', text: 'QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT' },
      line('1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:'),
      line(`Ông: ${aloud(husband.fullName)}, số định danh: ${husband.personalId}`),
      line(`Bà: ${aloud(wife.fullName)}, số định danh: ${wife.personalId}`),
      entries(entry('Địa chỉ thường trú', husband.address, 'ownerAddress')),
      line('2. Thông tin thửa đất:'),
      entries(
        entry('Thửa đất số', `${between(random, 1, 900)};`, 'parcel'),
        entry('Tờ bản đồ số', String(between(random, 1, 90)), 'mapSheet'),
      ),
      entries(entry('Địa chỉ', anAddress(random), 'landAddress')),
      entries(entry('Diện tích', `${area(random)} m²`, 'area')),
      entries(
        entry(
          'Loại đất',
          pick(random, ['Đất ở tại nông thôn', 'Đất ở tại đô thị', 'Đất trồng cây lâu năm']),
          'landUse',
        ),
      ),
      entries(entry('Thời hạn sử dụng đất', pick(random, ['Lâu dài', 'Đến ngày 15/10/2063']), 'term')),
      entries(entry('Hình thức sử dụng đất', pick(random, ['Sử dụng riêng', 'Sử dụng chung của vợ và chồng']), 'form')),
      entries(entry('Nguồn gốc sử dụng', 'Công nhận quyền sử dụng đất như giao đất có thu tiền sử dụng đất', 'origin')),
      entries(entry('Ghi chú', 'Không', 'notes')),
      entries(entry('Số vào sổ cấp Giấy chứng nhận', `CS ${digits(random, 5)}`, 'bookNumber')),
      line(dayLine(pick(random, PLACES), signed), 'right'),
      signedBy(random, 'GIÁM ĐỐC'),
    ],
    style,
    { issuedOn: dayWith('/', signed) },
  )
}

export function intakeSlip(random: Random, style: Style): Paper {
  const person = aPerson(random)
  const [office, taken, due] = [agency(random), aDay(random, 2026), aDay(random, 2026)]
  return paperOf(
    'intake-slip',
    [
      { k: 'header', left: [`UBND ${office.lines[1]}`, 'TRUNG TÂM PHỤC VỤ', 'HÀNH CHÍNH CÔNG'], right: motto },
      { k: 'title', text: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ' },
      entries(
        entry(
          'Mã hồ sơ',
          `H49.${between(random, 10, 99)}-${dayWith('', taken).slice(0, 4)}26-${digits(random, 4)}`,
          'dossierCode',
        ),
      ),
      entries(entry('Tiếp nhận hồ sơ của', person.fullName, 'applicantName')),
      entries(entry('Địa chỉ', person.address, 'address')),
      entries(
        entry('Số điện thoại', phoneNumber(random), 'phone'),
        entry('Số định danh', person.personalId, 'personalId'),
      ),
      entries(
        entry(
          'Nội dung yêu cầu giải quyết',
          pick(random, ['Đăng ký biến động quyền sử dụng đất', 'Đăng ký khai sinh', 'Cấp giấy phép xây dựng nhà ở']),
          'procedure',
        ),
      ),
      {
        k: 'table',
        headings: ['Tên giấy tờ', 'Bản chính', 'Bản sao'],
        rows: [
          ['Đơn đề nghị theo mẫu', '1', '0'],
          ['Giấy tờ chứng minh quyền sử dụng đất', '0', '1'],
        ],
      },
      entries(entry('Số lượng hồ sơ', '01 bộ', 'copies')),
      entries(entry('Thời gian giải quyết hồ sơ theo quy định', `${between(random, 3, 30)} ngày làm việc`, 'term')),
      entries(entry('Thời gian nhận hồ sơ', `08 giờ 30 phút, ngày ${dayWith('/', taken)}`, 'receivedAt')),
      entries(entry('Thời gian trả kết quả', `16 giờ 00 phút, ngày ${dayWith('/', due)}`, 'dueAt')),
      entries(entry('Phí, lệ phí', `${between(random, 5, 90)}.000 đồng`, 'fee')),
      entries(entry('Đăng ký nhận kết quả tại', 'Trung tâm Phục vụ hành chính công', 'collectAt')),
      {
        k: 'sign',
        left: ['NGƯỜI NỘP HỒ SƠ', person.fullName],
        right: ['NGƯỜI TIẾP NHẬN HỒ SƠ', aPerson(random).fullName],
      },
    ],
    style,
  )
}
