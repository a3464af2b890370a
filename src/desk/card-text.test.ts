import { describe, expect, test } from 'vitest'
import { looksLikeCard, parseCardText, type CardText } from './card-text.ts'

const HANH = '022188000512|100912345|Nguyễn Thu Hạnh|14031988|Nữ|Tổ 5, khu 2, Bãi Cháy, Hạ Long, Quảng Ninh|02072021'

describe('the text of an identity card', () => {
  test('the seven fields of a CCCD', () => {
    expect(parseCardText(HANH)).toEqual({
      personalId: '022188000512',
      oldId: '100912345',
      fullName: 'Nguyễn Thu Hạnh',
      bornOn: '1988-03-14',
      birthYear: 1988,
      sex: 'female',
      address: 'Tổ 5, khu 2, Bãi Cháy, Hạ Long, Quảng Ninh',
      issuedOn: '2021-07-02',
    })
  })

  const rows: [what: string, text: string, expected: Partial<CardText>][] = [
    [
      'a căn cước with eleven fields',
      `${HANH}|Nguyễn Văn An|Trần Thị Bé||Việt Nam`,
      { fullName: 'Nguyễn Thu Hạnh', issuedOn: '2021-07-02' },
    ],
    [
      'no old number',
      '022188000512||Nguyễn Thu Hạnh|14031988|Nữ|Bãi Cháy|02072021',
      { oldId: null, fullName: 'Nguyễn Thu Hạnh' },
    ],
    [
      'an old number of twelve digits',
      '022188000512|022188000499|Nguyễn Thu Hạnh|14031988|Nữ|Bãi Cháy|02072021',
      { oldId: '022188000499' },
    ],
    ['born in a year', '022151000387||Chíu Sám Múi|1951|Nữ|Hoành Mô|02072021', { bornOn: null, birthYear: 1951 }],
    [
      'born in a year, day and month as zeros',
      '022151000387||Chíu Sám Múi|00001951|Nữ|Hoành Mô|02072021',
      { bornOn: null, birthYear: 1951 },
    ],
    [
      'dates with slashes',
      '022188000512||Nguyễn Thu Hạnh|14/03/1988|Nữ|Bãi Cháy|02/07/2021',
      { bornOn: '1988-03-14', issuedOn: '2021-07-02' },
    ],
    [
      'a day that does not exist',
      '022188000512||Nguyễn Thu Hạnh|31021988|Nữ|Bãi Cháy|02072021',
      { bornOn: null, birthYear: null },
    ],
    [
      '29 February of a leap year',
      '022188000512||Nguyễn Thu Hạnh|29021988|Nữ|Bãi Cháy|02072021',
      { bornOn: '1988-02-29' },
    ],
    ['decomposed letters', HANH.normalize('NFD'), { fullName: 'Nguyễn Thu Hạnh'.normalize('NFC'), sex: 'female' }],
    [
      'a scanner that ends with return and begins with a mark',
      `\uFEFF${HANH}\r\n`,
      { personalId: '022188000512', issuedOn: '2021-07-02' },
    ],
    [
      'a keyboard without Vietnamese letters',
      '022188000512||Nguy?n Thu H?nh|14031988|N?|T? 5, khu 2|02072021',
      { fullName: null, address: null, sex: 'female', bornOn: '1988-03-14' },
    ],
    ['a man', '022085000274||Lê Văn Đông|02111985|Nam|Bãi Cháy|02072021', { sex: 'male' }],
    [
      'an ethnic name with an apostrophe',
      "022085000274||H'Hen Niê|02111985|Nữ|Bãi Cháy|02072021",
      { fullName: "H'Hen Niê" },
    ],
  ]
  test.each(rows)('%s', (_, text, expected) => expect(parseCardText(text)).toMatchObject(expected))

  test.each([
    '',
    '022188000512',
    'xin chào',
    '022188000512|100912345|Nguyễn Thu Hạnh',
    `1${HANH}`,
    HANH.replace('022188000512', '100912345'),
    '||||||',
  ])('not a card: %s', (text) => expect(parseCardText(text)).toBeUndefined())

  test('a text that was meant to be one', () => {
    expect(looksLikeCard('022188000512|1009')).toBe(true)
    expect(looksLikeCard('022188000512')).toBe(false)
  })
})
