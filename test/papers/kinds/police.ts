import { qrSvg } from '../../../src/platform/qr.ts'
import { entries, entry, line, paperOf, type Block, type Paper, type Style } from '../paper.ts'
import { aPerson, between, digits, type Person, type Random } from '../people.ts'
import { aDay, aloud, bornOf, dayLine, dayWith, two, withoutMarks, type Day } from '../words.ts'
import { motto, signedBy } from './office.ts'

export function criminalRecord(random: Random, style: Style): Paper {
  const person = aPerson(random)
  const [signed, cardOn] = [aDay(random, 2025), aDay(random, 2021, 2024)]
  return paperOf(
    'criminal-record-1',
    [
      { k: 'header', left: ['BỘ CÔNG AN', 'CÔNG AN TỈNH', `Số: ${digits(random, 4)}/LLTP-CAT`], right: motto },
      { k: 'title', text: 'PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1' },
      line('Căn cứ Luật Lý lịch tư pháp và các văn bản hướng dẫn thi hành;'),
      entries(entry('Họ và tên', aloud(person.fullName), 'fullName')),
      entries(entry('Giới tính', person.sex, 'sex')),
      entries(entry('Ngày, tháng, năm sinh', bornOf(person), 'bornOn')),
      entries(entry('Nơi sinh', person.homeTown, 'birthPlace')),
      entries(entry('Quốc tịch', 'Việt Nam', 'nationality')),
      entries(entry('Nơi thường trú', person.address, 'residence')),
      entries(entry('Nơi tạm trú', 'Không', 'temporary')),
      entries(entry('Giấy CMND/Căn cước/Hộ chiếu số', person.personalId, 'personalId')),
      entries(
        entry('Cấp ngày', dayWith('/', cardOn), 'idIssuedOn'),
        entry('Tại', 'Cục Cảnh sát quản lý hành chính về trật tự xã hội', 'idIssuer'),
      ),
      entries(entry('Tình trạng án tích', 'Không có án tích')),
      line(dayLine('Quảng Ninh', signed), 'right'),
      signedBy(random, 'PHÓ GIÁM ĐỐC'),
    ],
    style,
    { issuedOn: dayWith('/', signed) },
  )
}

export async function cardFront(random: Random, style: Style): Promise<Paper> {
  const person = aPerson(random)
  return paperOf('identity-card', await front(random, person, 26), { ...style, leaders: false, numbering: 'none' })
}

export function cardBack(random: Random, style: Style): Paper {
  return paperOf('identity-card-back', back(random, aPerson(random)), { ...style, leaders: false, numbering: 'none' })
}

export async function cardCopy(random: Random, style: Style): Promise<Paper> {
  const person = aPerson(random)
  const certified = between(random, 100, 9000)
  return paperOf(
    'identity-card-copy',
    [
      { k: 'title', text: 'BẢN SAO CĂN CƯỚC CÔNG DÂN' },
      ...(await front(random, person, 20)),
      ...back(random, person),
      line('CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH', 'center'),
      entries(entry('Số chứng thực', `${certified} quyển số 01/2026`)),
    ],
    { ...style, leaders: false, numbering: 'none' },
    { certifiedNumber: String(certified) },
  )
}

async function front(random: Random, person: Person, millimetres: number): Promise<Block[]> {
  const [expires, issued]: [Day, Day] = [[person.born[0], person.born[1], 2035], aDay(random, 2021, 2024)]
  const qr = [
    person.personalId,
    digits(random, 9),
    person.fullName,
    dayWith('', person.born),
    person.sex,
    person.address,
    dayWith('', issued),
  ]
  return [
    { k: 'code', svg: await qrSvg(qr.join('|')), millimetres },
    { k: 'header', left: [], right: [...motto, 'SOCIALIST REPUBLIC OF VIET NAM'] },
    { k: 'title', text: 'CĂN CƯỚC CÔNG DÂN' },
    line('Citizen Identity Card', 'center'),
    entries(entry('Số / No.', person.personalId, 'personalId')),
    entries(entry('Họ và tên / Full name', aloud(person.fullName), 'fullName')),
    entries(entry('Ngày sinh / Date of birth', bornOf(person), 'bornOn')),
    entries(entry('Giới tính / Sex', person.sex, 'sex'), entry('Quốc tịch / Nationality', 'Việt Nam', 'nationality')),
    entries(entry('Quê quán / Place of origin', person.homeTown, 'homeTown')),
    entries(entry('Nơi thường trú / Place of residence', person.address, 'residence')),
    entries(entry('Có giá trị đến', dayWith('/', expires), 'expiresOn')),
  ]
}

function back(random: Random, person: Person): Block[] {
  const issued = aDay(random, 2021, 2024)
  return [
    entries(
      entry(
        'Đặc điểm nhận dạng / Personal identification',
        `Nốt ruồi cách ${between(random, 1, 4)} cm dưới sau đuôi mắt trái`,
        'marks',
      ),
    ),
    entries(entry('Ngày, tháng, năm / Date, month, year', dayWith('/', issued), 'issuedOn')),
    line('CỤC TRƯỞNG CỤC CẢNH SÁT', 'center'),
    line('QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI', 'center'),
    { k: 'zone', lines: zoneOf(person) },
  ]
}

/** ICAO Doc 9303 part 5, TD1. */
function zoneOf({ personalId, born, sex, fullName }: Person): string[] {
  const upper = `${personalId.slice(3)}${checkDigit(personalId.slice(3))}${personalId}<<`
  const withCheck = (year: number) => {
    const day = `${two(year % 100)}${two(born[1])}${two(born[0])}`
    return day + checkDigit(day)
  }
  const first = `IDVNM${upper}${checkDigit(`VNM${upper}`.slice(3, 17))}`
  const [birth, expiry] = [withCheck(born[2]), withCheck(2035)]
  const composite = checkDigit(`${first.slice(5)}${birth}${expiry}${'<'.repeat(11)}`)
  const [family = '', ...others] = withoutMarks(aloud(fullName)).split(' ')
  return [
    first,
    `${birth}${sex === 'Nam' ? 'M' : 'F'}${expiry}VNM${'<'.repeat(11)}${composite}`,
    `${family}<<${others.join('<')}`.padEnd(30, '<'),
  ]
}

function checkDigit(text: string): string {
  const value = (letter: string) => (letter === '<' ? 0 : Number.parseInt(letter, 36))
  return String([...text].reduce((sum, letter, at) => sum + value(letter) * ([7, 3, 1][at % 3] ?? 0), 0) % 10)
}
