import { describe, expect, test } from 'vitest'
import { readCardQr } from './identity-card.ts'
import { readMachineReadableZone } from './machine-readable-zone.ts'

const ON = '2026-11-30'
const QR = '099171763235|531565624|Triệu Thị Kim Lựu|26021971|Nữ|Tổ 14, khu 12, xã Vân Đồn, tỉnh Quảng Ninh|15072022'

describe('the QR of an identity card', () => {
  test('is read by position', () => {
    expect(readCardQr(QR)).toEqual({
      personalId: '099171763235',
      oldId: '531565624',
      fullName: 'Triệu Thị Kim Lựu',
      bornOn: '1971-02-26',
      sex: 'female',
      address: 'Tổ 14, khu 12, xã Vân Đồn, tỉnh Quảng Ninh',
      issuedOn: '2022-07-15',
    })
  })

  test('may have no old number, and more at the end', () => {
    const card = readCardQr(`${QR.replace('531565624', '')}||Triệu Văn Kim|Lý Thị Lựu`)
    expect(card).toMatchObject({ personalId: '099171763235', fullName: 'Triệu Thị Kim Lựu' })
    expect(card).not.toHaveProperty('oldId')
  })

  test.each([
    ['a web address', 'https://example.vn/099171763235'],
    ['eleven figures', QR.slice(1)],
    ['a day that does not exist', QR.replace('26021971', '30021971')],
    ['another sex than the two on cards', QR.replace('Nữ', 'X')],
    ['no name', QR.replace('Triệu Thị Kim Lựu', ' ')],
  ])('is none: %s', (_, text) => expect(readCardQr(text)).toBeUndefined())
})

describe('the machine readable zone', () => {
  const zone = ['IDVNM1817311592099181731159<<8', '8109079F4109071VNM<<<<<<<<<<<4', 'HOANG<<BICH<GAM<<<<<<<<<<<<<<<']
  const card = { personalId: '099181731159', fullName: 'HOANG BICH GAM', bornOn: '1981-09-07', sex: 'female' }

  test('is read when its check digits are right', () => {
    expect(readMachineReadableZone(zone, ON)).toEqual({
      card: { ...card, expiresOn: '2041-09-07', nationality: 'VNM' },
      lines: zone,
    })
  })

  test('letters where figures must stand are figures', () => {
    const seen = zone.map((line, at) =>
      at === 0 ? line.replace('1817311592099', 'I8I73ll592O99') : line.replace('07V', 'O7V'),
    )
    const read = readMachineReadableZone(seen, ON)
    expect(read?.card.personalId).toBe('099181731159')
    expect(read?.lines).toEqual(zone)
  })

  test('any one wrong figure is noticed', () => {
    const places = [
      ...Array.from({ length: 22 }, (_, at) => [0, at + 5] as const),
      ...[0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 29].map((at) => [1, at] as const),
    ]
    for (const [no, at] of places) {
      const wrong = zone.map((line, of) => {
        const figure = String((Number(line[at]) + 1) % 10)
        return of === no ? line.slice(0, at) + figure + line.slice(at + 1) : line
      })
      expect(readMachineReadableZone(wrong, ON), `line ${no + 1}, letter ${at + 1}`).toBeUndefined()
    }
  })

  test.each([
    ['VO0<<HUU<NGHI<<<<<<<<<<<<<<<<<<', 'one letter too many'],
    ['V0<<HUU<NGHI<<<<<<<<<<<<<<<<<<', 'a figure in it'],
    ['', 'not seen at all'],
  ])('a name that was not read whole is left out: %s (%s)', (third) => {
    const read = readMachineReadableZone([...zone.slice(0, 2), third], ON)?.card
    expect(read).toMatchObject({ personalId: '099181731159' })
    expect(read).not.toHaveProperty('fullName')
  })

  test('nobody is born tomorrow: the century is the one before', () => {
    const [first = '', , third = ''] = zone
    // 30.12.1926 and 30.12.2026 have the same six figures.
    const middle = '261230'
    const body = `${middle}${digit(middle)}F410907${digit('410907')}VNM<<<<<<<<<<<`
    const composite = digit(first.slice(5) + body.slice(0, 7) + body.slice(8, 15) + body.slice(18, 29))
    expect(readMachineReadableZone([first, body + composite, third], ON)?.card.bornOn).toBe('1926-12-30')
  })
})

/** Doc 9303 part 3, 4.9, written out. */
function digit(text: string): string {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  let sum = 0
  for (let at = 0; at < text.length; at += 1)
    sum += Math.max(0, letters.indexOf(text.charAt(at))) * ([7, 3, 1][at % 3] ?? 0)
  return String(sum % 10)
}
