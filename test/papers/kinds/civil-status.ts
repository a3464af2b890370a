import { entries, entry, line, paperOf, type Paper, type Style } from '../paper.ts'
import { aCommune, anAddress, aPerson, between, pick, type Random } from '../people.ts'
import { aDay, aloud, bornOf, dayInWords, dayLine, dayWith, identityOf } from '../words.ts'
import { agency, motto, signedBy } from './office.ts'

const HOSPITALS = ['Bệnh viện Sản Nhi', 'Trung tâm Y tế khu vực', 'Bệnh viện Đa khoa khu vực', 'Trạm Y tế']

export function birthCertificate(random: Random, style: Style): Paper {
  const [child, mother, father] = family(random)
  const [office, province, signed] = [agency(random), placeName(random), aDay(random, 2024)]
  return paperOf(
    'birth-certificate',
    [
      { k: 'header', left: office.lines, right: [...motto, `Số: ${between(random, 1, 900)}/${signed[2]}`] },
      { k: 'title', text: 'GIẤY KHAI SINH' },
      entries(entry('Họ, chữ đệm, tên', aloud(child.fullName), 'fullName')),
      entries(entry('Ngày, tháng, năm sinh', bornOf(child), 'bornOn')),
      entries(entry('ghi bằng chữ', dayInWords(child.born), 'bornInWords')),
      entries(
        entry('Giới tính', child.sex, 'sex'),
        entry('Dân tộc', child.ethnicity, 'ethnicity'),
        entry('Quốc tịch', 'Việt Nam', 'nationality'),
      ),
      entries(entry('Nơi sinh', `${pick(random, HOSPITALS)}, ${aCommune(random)}`, 'birthPlace')),
      entries(entry('Quê quán', child.homeTown, 'homeTown')),
      entries(entry('Số định danh cá nhân', child.personalId, 'personalId')),
      ...parent('mẹ', 'mother', mother),
      ...parent('cha', 'father', father),
      entries(entry('Họ, chữ đệm, tên người đi khai sinh', father.fullName, 'declarantName')),
      entries(entry('Giấy tờ tùy thân', identityOf(random, father), 'declarantPaper')),
      entries(entry('Nơi đăng ký khai sinh', `UBND ${office.commune}`, 'registeredAt')),
      line(dayLine(province, signed), 'right'),
      signedBy(random, 'CHỦ TỊCH'),
    ],
    style,
    { issuedOn: dayWith('/', signed) },
  )
}

export function birthDeclaration(random: Random, style: Style): Paper {
  const [child, mother, father] = family(random)
  const office = agency(random)
  const signed = aDay(random, 2025)
  return paperOf(
    'birth-declaration',
    [
      { k: 'header', left: [], right: motto },
      { k: 'title', text: 'TỜ KHAI ĐĂNG KÝ KHAI SINH' },
      entries(entry('Kính gửi', `UBND ${office.commune.split(',')[0]}`, 'addressee')),
      entries(entry('Họ, chữ đệm, tên người yêu cầu', mother.fullName, 'declarantName')),
      entries(entry('Ngày, tháng, năm sinh', bornOf(mother), 'declarantBornOn')),
      entries(entry('Nơi cư trú', mother.address, 'declarantAddress')),
      entries(entry('Số định danh cá nhân', mother.personalId, 'declarantId')),
      entries(entry('Quan hệ với người được khai sinh', 'Mẹ đẻ', 'relation')),
      line('Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:'),
      entries(entry('Họ, chữ đệm, tên', child.fullName, 'fullName')),
      entries(entry('Ngày, tháng, năm sinh', bornOf(child), 'bornOn')),
      entries(entry('ghi bằng chữ', dayInWords(child.born), 'bornInWords')),
      entries(
        entry('Giới tính', child.sex, 'sex'),
        entry('Dân tộc', child.ethnicity, 'ethnicity'),
        entry('Quốc tịch', 'Việt Nam', 'nationality'),
      ),
      entries(entry('Nơi sinh', `${pick(random, HOSPITALS)}, ${aCommune(random)}`, 'birthPlace')),
      entries(entry('Quê quán', child.homeTown, 'homeTown')),
      ...parent('mẹ', 'mother', mother),
      ...parent('cha', 'father', father),
      line('Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật.'),
      entries(entry('Đề nghị cấp bản sao', 'Có'), entry('Số lượng', `0${between(random, 1, 9)} bản`, 'copies')),
      line(dayLine(placeName(random), signed), 'right'),
      { k: 'sign', left: [], right: ['Người yêu cầu', '(Ký, ghi rõ họ, chữ đệm, tên)', mother.fullName] },
    ],
    style,
    { issuedOn: dayWith('/', signed) },
  )
}

export function marriageCertificate(random: Random, style: Style): Paper {
  const [wife, husband] = [aPerson(random, 'Nữ', 1994), aPerson(random, 'Nam', 1991)]
  const [office, signed] = [agency(random), aDay(random, 2018)]
  const own = (who: 'wife' | 'husband', word: string, person: typeof wife) => [
    entry(`Họ, chữ đệm, tên ${word}`, aloud(person.fullName), `${who}Name`),
    entry('Ngày, tháng, năm sinh', bornOf(person), `${who}BornOn`),
    entry('Dân tộc', person.ethnicity, `${who}Ethnicity`),
    entry('Quốc tịch', 'Việt Nam', `${who}Nationality`),
    entry('Nơi cư trú', person.address, `${who}Address`),
    entry('Giấy tờ tùy thân', `Căn cước số ${person.personalId}`, `${who}Id`),
  ]
  return paperOf(
    'marriage-certificate',
    [
      { k: 'header', left: office.lines, right: motto },
      { k: 'title', text: 'GIẤY CHỨNG NHẬN KẾT HÔN' },
      entries(entry('Số', `${between(random, 1, 300)}/${signed[2]}`, 'number')),
      { k: 'columns', columns: [own('wife', 'vợ', wife), own('husband', 'chồng', husband)] },
      entries(entry('Nơi đăng ký kết hôn', `UBND ${office.commune}`, 'registeredAt')),
      entries(entry('Ngày, tháng, năm đăng ký', dayWith('/', signed), 'registeredOn')),
      line(dayLine(placeName(random), signed), 'right'),
      signedBy(random, 'NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN'),
    ],
    style,
    { issuedOn: dayWith('/', signed), wifeId: wife.personalId, husbandId: husband.personalId },
  )
}

export function maritalStatus(random: Random, style: Style): Paper {
  const person = aPerson(random)
  const [office, signed] = [agency(random), aDay(random, 2025)]
  return paperOf(
    'marital-status',
    [
      { k: 'header', left: [...office.lines, `Số: ${between(random, 1, 700)}/XNTTHN`], right: motto },
      { k: 'title', text: 'GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN' },
      line('XÁC NHẬN:', 'center'),
      entries(entry('Họ, chữ đệm, tên', person.fullName, 'fullName')),
      entries(entry('Ngày, tháng, năm sinh', bornOf(person), 'bornOn')),
      entries(
        entry('Giới tính', person.sex, 'sex'),
        entry('Dân tộc', person.ethnicity, 'ethnicity'),
        entry('Quốc tịch', 'Việt Nam', 'nationality'),
      ),
      entries(entry('Giấy tờ tùy thân', identityOf(random, person), 'identityPaper')),
      entries(entry('Nơi cư trú', person.address, 'address')),
      entries(
        entry(
          'Tình trạng hôn nhân',
          pick(random, ['Chưa đăng ký kết hôn với ai', 'Đã ly hôn, chưa đăng ký kết hôn với ai']),
          'status',
        ),
      ),
      entries(
        entry(
          'Giấy này được cấp để',
          pick(random, ['Đăng ký kết hôn', 'Vay vốn ngân hàng', 'Mua bán nhà đất']),
          'purpose',
        ),
      ),
      line('Giấy này có giá trị sử dụng trong thời hạn 06 tháng, kể từ ngày cấp.'),
      line(dayLine(placeName(random), signed), 'right'),
      signedBy(random, 'CHỦ TỊCH'),
    ],
    style,
    { issuedOn: dayWith('/', signed) },
  )
}

export function deathExtract(random: Random, style: Style): Paper {
  const person = aPerson(random, undefined, between(random, 1930, 1970))
  const [office, died, signed] = [agency(random), aDay(random, 2024, 2025), aDay(random, 2026)]
  return paperOf(
    'death-extract',
    [
      { k: 'header', left: [...office.lines, `Số: ${between(random, 1, 200)}/TLKT-BS`], right: motto },
      { k: 'title', text: 'TRÍCH LỤC KHAI TỬ' },
      entries(entry('Họ, chữ đệm, tên', aloud(person.fullName), 'fullName')),
      entries(entry('Ngày, tháng, năm sinh', bornOf(person), 'bornOn')),
      entries(
        entry('Giới tính', person.sex, 'sex'),
        entry('Dân tộc', person.ethnicity, 'ethnicity'),
        entry('Quốc tịch', 'Việt Nam', 'nationality'),
      ),
      entries(entry('Số định danh cá nhân', person.personalId, 'personalId')),
      entries(entry('Nơi cư trú cuối cùng', person.address, 'lastAddress')),
      entries(entry('Đã chết ngày', dayWith('/', died), 'diedOn')),
      entries(entry('Nơi chết', anAddress(random), 'deathPlace')),
      entries(entry('Nguyên nhân chết', pick(random, ['Bệnh già', 'Tai biến mạch máu não', 'Ung thư phổi']), 'cause')),
      entries(entry('Đăng ký khai tử tại', `UBND ${office.commune}`, 'registeredAt')),
      line(dayLine(placeName(random), signed), 'right'),
      signedBy(random, 'NGƯỜI KÝ TRÍCH LỤC'),
    ],
    style,
    { issuedOn: dayWith('/', signed) },
  )
}

function family(random: Random) {
  return [
    aPerson(random, undefined, between(random, 2008, 2026)),
    aPerson(random, 'Nữ', between(random, 1980, 1999)),
    aPerson(random, 'Nam', between(random, 1976, 1998)),
  ] as const
}

function parent(
  word: string,
  who: 'mother' | 'father',
  { fullName, born, ethnicity, address }: ReturnType<typeof aPerson>,
) {
  return [
    entries(entry(`Họ, chữ đệm, tên người ${word}`, fullName, `${who}Name`)),
    entries(
      entry('Năm sinh', String(born[2]), `${who}BirthYear`),
      entry('Dân tộc', ethnicity, `${who}Ethnicity`),
      entry('Quốc tịch', 'Việt Nam'),
    ),
    entries(entry('Nơi cư trú', address, `${who}Address`)),
  ]
}

const placeName = (random: Random): string => pick(random, ['Quảng Ninh', 'Hải Phòng', 'Lào Cai', 'Nghệ An'])
