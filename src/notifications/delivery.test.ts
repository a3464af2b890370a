import { describe, expect, it } from 'vitest'
import { TEMPLATES, isAddress, recipientsOf } from './delivery.ts'
import { letterOf } from './mail/letter.tsx'
import { aTelling } from './testing.ts'
import { messageOf } from './texts.ts'

describe('recipients', () => {
  it('tells each person once a channel', () => {
    const lan = { citizenId: 'c1', email: 'Lan.Tran@example.vn ' }
    expect(recipientsOf([lan, { ...lan, email: 'lan.tran@example.vn' }])).toEqual([
      { channel: 'in-app', recipient: 'c1' },
      { channel: 'e-mail', recipient: 'lan.tran@example.vn' },
    ])
    expect(recipientsOf([{ citizenId: null, email: null }])).toEqual([])
    expect(
      recipientsOf([
        { citizenId: 'c1', email: null },
        { citizenId: 'c2', email: 'x' },
      ]),
    ).toEqual([
      { channel: 'in-app', recipient: 'c1' },
      { channel: 'in-app', recipient: 'c2' },
    ])
  })

  it.each([
    ['a@b.vn', true],
    ['phạm@ví-dụ.vn', true],
    ['a@b', false],
    ['a b@c.vn', false],
    ['a@b.vn\r\nBcc: all@c.vn', false],
    ['a@b.vn,c@d.vn', false],
    [`${'a'.repeat(250)}@b.vn`, false],
  ])('takes %s for an address: %s', (text, expected) => {
    expect(isAddress(text)).toBe(expected)
  })
})

describe('words', () => {
  const { facts } = aTelling()

  it('puts the promised day first', () => {
    expect(messageOf('received', facts)).toEqual({
      title: 'Hẹn trả Thứ Ba 24/11/2026: hồ sơ H49.1.12-261120-0007 đã được nhận',
      text: 'Trung tâm Phục vụ hành chính công phường Bãi Cháy đã nhận hồ sơ "Đăng ký khai sinh". Hẹn trả kết quả Thứ Ba 24/11/2026.',
      linkText: 'Theo dõi hồ sơ',
    })
    expect(messageOf('supplement-requested', { ...facts, replyBy: '2026-12-04' }).title).toBe(
      'Bổ sung trước hết Thứ Sáu 04/12/2026: hồ sơ H49.1.12-261120-0007',
    )
  })

  it.each(TEMPLATES)('leaves no hole in %s', (template) => {
    const { title, text, linkText } = messageOf(template, facts)
    for (const words of [title, text, linkText]) {
      expect(words).not.toMatch(/[{}]|undefined| {2}/)
      expect(words).toBe(words.normalize('NFC'))
      expect(words).not.toMatch(/vui lòng|quý công dân|!/i)
    }
  })

  it('makes a letter with a link, no more about the person than the address it goes to', () => {
    const letter = letterOf(
      {
        id: 'd1',
        recipient: 'lan.tran@example.vn',
        language: 'vi',
        template: 'received',
        facts: { ...facts, procedureName: 'Thủ tục <b>lạ</b> & khác' },
      },
      'https://motcua.example.vn',
    )
    expect(letter).toMatchObject({ to: 'lan.tran@example.vn', messageId: '<d1@motcua.example.vn>' })
    expect(letter.text).toContain('Theo dõi hồ sơ: https://motcua.example.vn/ho-so/H49.1.12-261120-0007')
    expect(letter.html).toContain('Thủ tục &lt;b>lạ&lt;/b> &amp; khác')
    expect(letter.html).toContain('href="https://motcua.example.vn/ho-so/H49.1.12-261120-0007"')
    expect(letter.html).toContain('<html lang="vi">')
  })

  it('writes to people in their language', () => {
    const letter = letterOf(
      { id: 'd1', recipient: 'lan.tran@example.vn', language: 'en', template: 'received', facts },
      'https://motcua.example.vn',
    )
    expect(letter.subject).toMatch(/^Due Tuesday 24\/11\/2026: application /)
    expect(letter.text).toContain('Track the application: https://motcua.example.vn/ho-so/')
    expect(letter.html).toContain('<html lang="en">')
  })
})
