import { beforeAll, describe, expect, test } from 'vitest'
import { placesOn, type PlaceBook } from '../../organisation/index.ts'
import { linesOf } from '../pairs/testing.ts'
import type { ReadField } from './extracted-field.ts'
import { fieldsOf, printedOn } from './understand-paper.ts'
import { mendAddress } from './mend-address.ts'
import { evidenceOn, kindBy } from './recognise-paper.ts'
import { templates } from './template.ts'
import kinds from '../../../data/digitisation/kinds.json' with { type: 'json' }

const TODAY = '2026-11-30'
let communes: PlaceBook
beforeAll(async () => void (communes = await placesOn(TODAY)))

const page = (...lines: string[]) => printedOn(1, { lines: linesOf(...lines), width: 2_000, height: 3_000 })
const kindOn = (...lines: string[]) => kindBy(evidenceOn(page(...lines), templates), kinds)

function fieldsOn(type: string, ...lines: string[]): Map<string, ReadField> {
  const template = templates.find((one) => one.type === type)
  if (!template) throw new Error(`no template ${type}`)
  const fields = fieldsOf(template, [page(...lines)], { today: TODAY, communes })
  return new Map(fields.map((field) => [field.name, field]))
}

const BIRTH = [
  'GIẤY KHAI SINH',
  'Họ, chữ đệm, tên: PHẠM THÙY NGUYỆT',
  'Ngày, tháng, năm sinh: 13/08/2017',
  'Giới tính: Nữ  Dân tộc: Tày  Quốc tịch: Việt Nam',
  'Nơi sinh: Trung tâm Y tế khu vực, tỉnh Quảng Ninh',
  'Quê quán: phường Mạo Khê, tỉnh Quảng Ninh',
  'Số định danh cá nhân: 022317061637',
  'Họ, chữ đệm, tên người mẹ: TRIỆU THỊ HƯỜNG',
  'Năm sinh: 1987  Dân tộc: Sán Chay  Quốc tịch: Việt Nam',
  'Nơi cư trú: Tố 3, khu 1, phường Cấm Phả, tỉnh Quảng Ninh',
  'Họ, chữ đệm, tên người cha: PHẠM NGỌC NGHĨA',
  'Năm sinh: 1975  Dân tộc: Kinh',
  'Nơi đăng ký khai sinh: UBND phường Cẩm Phả, tỉnh Quảng Ninh',
  '',
  '                Quảng Ninh, ngày 3 tháng 4 năm 2026',
]

describe('what kind of paper it is', () => {
  test('is told by its title and its labels', () => {
    expect(kindOn(...BIRTH)).toMatchObject({ type: 'birth-certificate', certainty: 'sure' })
  })

  test('also where the title was read with a mistake, or goes on in the next row', () => {
    expect(kindOn('GIẤV KHAI SINN', ...BIRTH.slice(1))).toMatchObject({
      type: 'birth-certificate',
      certainty: 'unsure',
    })
    expect(
      kindOn('ĐƠN ĐỀ NGHỊ CẤP', 'GIẤY PHÉP XÂY DỰNG', 'Kính gửi: UBND', 'Tên chủ đầu tư: A B', 'Người đại diện: A B'),
    ).toMatchObject({ type: 'building-permit-application', certainty: 'unsure' })
  })

  test('is not guessed: a paper of another title is unknown, whatever labels it bears', () => {
    expect(kindOn('BẢN KHAI NHÂN KHẨU', ...BIRTH.slice(1))).toBeUndefined()
    expect(kindOn('GIẤY KHAI SINH', 'Kèm theo công văn này.')).toBeUndefined()
  })
})

describe('fields', () => {
  test('stand behind their labels, and are what the forms of the system store', () => {
    const values = [...fieldsOn('birth-certificate', ...BIRTH)].map(([name, { normalised }]) => [name, normalised])
    expect(Object.fromEntries(values)).toMatchObject({
      fullName: 'PHẠM THÙY NGUYỆT',
      bornOn: '2017-08-13',
      sex: 'Nữ',
      ethnicity: 'Tày',
      birthPlace: 'Trung tâm Y tế khu vực, tỉnh Quảng Ninh',
      personalId: '022317061637',
      issuedOn: '2026-04-03',
    })
  })

  test('the same label under another name is another person’s', () => {
    const fields = fieldsOn('birth-certificate', ...BIRTH)
    expect(fields.get('motherBirthYear')?.normalised).toBe(1987)
    expect(fields.get('fatherBirthYear')?.normalised).toBe(1975)
    expect(fields.get('motherEthnicity')?.normalised).toBe('Sán Chay')
    expect(fields.get('fatherEthnicity')?.normalised).toBe('Kinh')
  })

  test('columns do not mix', () => {
    const fields = fieldsOn(
      'marriage-certificate',
      'Họ, chữ đệm, tên vợ:                  Họ, chữ đệm, tên chồng:',
      'TRỊNH THÙY DUYÊN                      LÝ ĐỨC ĐẠT',
      'Dân tộc: Sán Chay                     Dân tộc: Thái',
      'Giấy tờ tùy thân: Căn cước số 022199146254 Giấy tờ tùy thân: Căn cước số 022098045234'.replace(
        ' Giấy',
        '   Giấy',
      ),
    )
    expect(fields.get('wifeEthnicity')?.normalised).toBe('Sán Chay')
    expect(fields.get('husbandEthnicity')?.normalised).toBe('Thái')
    expect(fields.get('wifeName')?.normalised).toBe('TRỊNH THÙY DUYÊN')
  })

  test('a value that cannot be is told with why, and what was read stays', () => {
    const fields = fieldsOn(
      'birth-certificate',
      'Ngày, tháng, năm sinh: 30/02/2017',
      'Giới tính: Nu~ax',
      'Số định danh cá nhân: 02231706163',
      'Họ, chữ đệm, tên: PH4M THÙY',
    )
    expect(fields.get('bornOn')).toMatchObject({ text: '30/02/2017', normalised: undefined, faults: ['no-such-day'] })
    expect(fields.get('sex')).toMatchObject({ normalised: undefined, faults: ['not-an-option'] })
    expect(fields.get('personalId')).toMatchObject({ text: '02231706163', faults: ['wrong-length'] })
    expect(fields.get('fullName')).toMatchObject({ text: 'PH4M THÙY', faults: ['not-letters'] })
  })

  test('a number nobody can have is told, and is not called read', () => {
    const { faults } = fieldsOn('birth-certificate', 'Số định danh cá nhân: 099317061637').get('personalId') ?? {}
    expect(faults).toEqual(['unknown-province'])
  })

  test('words of one kind of value are written with their marks, and of a list what is like one of it', () => {
    const back = fieldsOn(
      'identity-card-back',
      'Đặc điểm nhận dạng / Personal identification:',
      'Nốt ruối cách 4 cm dưới sau đuôi mắt trái',
    )
    expect(back.get('marks')?.normalised).toBe('Nốt ruồi cách 4 cm dưới sau đuôi mắt trái')
    const declared = fieldsOn('birth-declaration', 'Quan hệ với người được khai sinh: Hẹ đẻ')
    expect(declared.get('relation')?.normalised).toBe('Mẹ đẻ')
  })

  test('an office is called after a commune there is, where its marks were lost', () => {
    const issuer = (name: string) =>
      fieldsOn('birth-certificate', `${name}              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`).get('issuer')?.normalised
    expect(issuer('UBND XÃ BA CHẾ')).toBe('XÃ BA CHẼ')
    expect(issuer('UBND XÃ XA LẠ')).toBe('XÃ XA LẠ')
    expect(issuer('SỞ NỘI VỤ')).toBe('SỞ NỘI VỤ')
  })

  test('a date whose first words lie under a seal is a date', () => {
    const copy = fieldsOn(
      'identity-card-copy',
      'CHỨNG THỰC BẢN SAO',
      'Số chứng thực: 631',
      '`Š_Ñgày 14 thắng 01 năm 2026',
    )
    expect(copy.get('certifiedOn')?.normalised).toBe('2026-01-14')
  })

  test('of a part of a page only the words that are the value are its place', () => {
    const record = fieldsOn(
      'criminal-record-1',
      ...Array.from({ length: 60 }, () => ''),
      'Hình phạt',
      'Không có án tích',
      'Không có',
    )
    expect(record.get('record')).toMatchObject({ text: 'Không có án tích' })
    const box = record.get('record')?.box
    expect((box?.bottom ?? 0) - (box?.top ?? 0)).toBeLessThan(100)
  })

  test('who handed in signed on the left, who took it in on the right', () => {
    const slip = fieldsOn(
      'intake-slip',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: H49.81-020326-1564',
      '',
      'NGƯỜI NỘP HỒ SƠ               NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Phạm Thùy Nguyệt              Triệu Văn Nghĩa',
    )
    expect(slip.get('handedInBy')?.text).toBe('Phạm Thùy Nguyệt')
    expect(slip.get('signedBy')?.text).toBe('Triệu Văn Nghĩa')
  })

  test('what is not on the page is not among them', () => {
    expect([...fieldsOn('birth-certificate', 'Quê quán: phường Mạo Khê').keys()]).toEqual(['homeTown'])
  })

  test('cells are found by their headings', () => {
    const fields = fieldsOn(
      'building-permit-application',
      '   Chỉ tiêu              Thông số       Đơn vị',
      'Tổng diện tích sàn       208,0          m²',
      'Số tầng                  02             tầng',
    )
    expect(fields.get('floorArea')?.normalised).toBe(208)
    expect(fields.get('storeys')?.normalised).toBe(2)
  })
})

describe('an address', () => {
  test.each([
    ['Tố 3, khu 1, phường Cấm Phả, tỉnh Quảng Ninh', 'Tổ 3, khu 1, phường Cẩm Phả, tỉnh Quảng Ninh'],
    ['UBND phường Cấm Phả, tỉnh Quảng Ninh', 'UBND phường Cẩm Phả, tỉnh Quảng Ninh'],
    ['Tổ 3, khu 1, phường Cẩm Phả, tỉnh Quảng Ninh', 'Tổ 3, khu 1, phường Cẩm Phả, tỉnh Quảng Ninh'],
    ['thôn Tố Nữ, xã Xa Lạ, tỉnh Quảng Ninh', 'thôn Tố Nữ, xã Xa Lạ, tỉnh Quảng Ninh'],
    ['số 5 phố Tố Hữu', 'số 5 phố Tố Hữu'],
  ])('%s is %s', (read, printed) => expect(mendAddress(read, communes)).toBe(printed))

  test('is read past specks behind its commas, and commas read as full stops', () => {
    const town = (read: string) =>
      fieldsOn('birth-certificate', `Nơi cư trú: ${read}`, `Quê quán: ${read}`).get('homeTown')?.normalised
    expect(town('Tổ 3,-khu 5, phường Mạo Khê, tỉnh Quảng Ninh')).toBe('Tổ 3, khu 5, phường Mạo Khê, tỉnh Quảng Ninh')
    expect(town('Thôn Trại. xà Ba Chẽ. tình Quảng Ninh')).toBe('Thôn Trại, xã Ba Chẽ, tỉnh Quảng Ninh')
    expect(town('TP. Hạ Long')).toBe('TP. Hạ Long')
  })
})

test('every template has what it needs to be found', () => {
  for (const { type, title, fields } of templates) {
    expect(title.length, type).toBeGreaterThan(0)
    for (const field of fields)
      expect(field.label ?? field.cell ?? field.find ?? field.area, `${type}.${field.name}`).toBeDefined()
    expect(new Set(fields.map(({ name }) => name)).size, type).toBe(fields.length)
  }
})
