import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { chooseResultTemplate, type ResultTemplate } from './choose-template.ts'
import { renderResultPaper, subjectOf, type ResultPaper } from './result-paper.ts'

const aResultPaper = (more: Partial<ResultPaper> = {}): ResultPaper => ({
  title: 'Giấy chứng nhận đăng ký hộ kinh doanh',
  subject: null,
  draft: false,
  agency: { parent: 'Thành phố Quảng Ninh', name: 'Uỷ ban nhân dân phường Bãi Cháy', place: 'Bãi Cháy' },
  decidedBy: 'Chủ tịch Uỷ ban nhân dân phường Bãi Cháy',
  addressee: 'Đặng Thị Ngọc Ẩn',
  legalBases: ['Căn cứ Nghị định số 168/2025/NĐ-CP ngày 30 tháng 6 năm 2025;'],
  body: ['Thực hiện đúng nội dung đã đăng ký.', 'Có hiệu lực kể từ ngày ký.'],
  facts: [{ label: 'Địa điểm kinh doanh', value: 'số 12, đường Hạ Long' }],
  recipients: ['Như trên', 'Lưu: VT'],
  signature: { authority: ['KT. Chủ tịch'], position: 'Phó Chủ tịch', fullName: 'Vũ Đức Long' },
  procedure: { code: '1.001612', name: 'Đăng ký thành lập hộ kinh doanh' },
  dossierCode: 'H49.158-261120-0006',
  verification: { code: 'QN7K-4M2P-9XTD', address: 'example.vn/kiem-tra', link: 'https://example.vn/kiem-tra/QN7K' },
  draftedAt: new Date('2026-11-20T09:48:00+07:00'),
  ...more,
})

const textOf = (pdf: Buffer, ...pages: string[]): string =>
  execFileSync('pdftotext', [...pages, '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, ' ')

/** Words of a page with their boxes, from its lower left corner. */
function wordsOf(pdf: Buffer, page: number) {
  const options = ['-bbox', '-f', String(page), '-l', String(page), '-', '-']
  const found = execFileSync('pdftotext', options, { input: pdf, encoding: 'utf8' })
  const height = Number(/<page [^>]*height="([\d.]+)"/.exec(found)?.[1])
  const words = found.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)
  return [...words].map(([, left, top, right, bottom, text = '']) => ({
    text,
    left: Number(left),
    right: Number(right),
    bottom: height - Number(bottom),
    top: height - Number(top),
  }))
}

describe('every template', () => {
  const templates: ResultTemplate[] = ['licence', 'decision', 'certification', 'civil-status', 'reply', 'rejection']

  test.each(templates)('%s carries the words, the code and the signatory', async (template) => {
    const { pdf, pages } = await renderResultPaper(aResultPaper(), template)
    const text = textOf(pdf)
    expect(pages).toBe(1)
    expect(text.replaceAll('\u00a0', ' ')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    for (const words of [
      'Bãi Cháy,',
      'PHÓ CHỦ TỊCH',
      'Vũ Đức Long',
      'QN7K-4M2P-9XTD',
      'Địa điểm kinh doanh',
      'Nơi nhận:',
    ])
      expect(text).toContain(words)
    // A decision names people in its articles, a civil-status paper in its entries.
    if (template !== 'decision' && template !== 'civil-status') expect(text.toLowerCase()).toContain('đặng thị ngọc ẩn')
    expect(text).toContain('Nghị định số 168/2025/NĐ-CP')
    expect(text).not.toContain('DỰ THẢO')
  })

  test.each(templates)('%s puts no word under the signature or the seal', async (template) => {
    const recipients = Array.from({ length: 9 }, () => 'Trung tâm Phục vụ hành chính công và các phòng chuyên môn')
    const { pdf, anchors } = await renderResultPaper(aResultPaper({ recipients }), template)
    const { sign, seal } = anchors
    for (const box of [sign, seal]) {
      const words = wordsOf(pdf, box.page)
      expect(words.length).toBeGreaterThan(50)
      const covered = words.filter(
        ({ left, right, bottom, top }) =>
          left < box.x + box.width && right > box.x && bottom < box.y + box.height && top > box.y,
      )
      expect(covered.map(({ text }) => text)).toEqual([])
    }
  })

  test.each(templates)('%s keeps room for number, date, signature and seal', async (template) => {
    const long = Array.from({ length: 60 }, (_, index) => ({ label: `Mục ${index}`, value: 'Nội dung dài '.repeat(8) }))
    const { anchors, pages } = await renderResultPaper(aResultPaper({ facts: long }), template)
    expect(pages).toBeGreaterThan(1)
    expect([anchors.number.page, anchors.date.page]).toEqual([1, 1])
    expect([anchors.sign.page, anchors.seal.page]).toEqual([pages, pages])
    const overlap = anchors.seal.x + anchors.seal.width - anchors.sign.x
    expect(overlap / anchors.sign.width).toBeCloseTo(1 / 3, 1)
    for (const { x, y, width, height } of Object.values(anchors)) {
      expect(x).toBeGreaterThan(28)
      expect(y).toBeGreaterThan(60)
      expect(x + width).toBeLessThan(595 - 28)
      expect(y + height).toBeLessThan(842 - 28)
    }
  })
})

test('a draft says so on every page', async () => {
  const body = Array.from({ length: 60 }, () => 'Một đoạn văn đủ dài để sang trang sau. '.repeat(3))
  const { pdf, pages } = await renderResultPaper(aResultPaper({ title: 'Quyết định hỗ trợ', draft: true, body }))
  for (let page = 1; page <= pages; page++)
    expect(textOf(pdf, '-f', `${page}`, '-l', `${page}`)).toMatch(/DỰ.*ẢO|ẢO.*DỰ/)
})

test('a name of 300 characters and text without spaces stay on the page', async () => {
  const addressee = 'Công ty trách nhiệm hữu hạn một thành viên thương mại dịch vụ '.repeat(5).trim()
  const facts = [{ label: 'Mã kiểm thử', value: 'A'.repeat(400) }]
  const { pdf, pages } = await renderResultPaper(aResultPaper({ addressee, facts }))
  expect(pages).toBe(2)
  expect(textOf(pdf).toLowerCase()).toContain(addressee.slice(0, 60).toLowerCase())
  // Every letter is still inside the page: poppler drops what lies outside the crop box asked for.
  const inside = execFileSync('pdftotext', ['-x', '0', '-y', '0', '-W', '595', '-H', '842', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
  })
  expect(inside.match(/A/g)?.length ?? 0).toBeGreaterThanOrEqual(400)
})

test('code typed into a form is printed, not run', async () => {
  const value = '#panic("hỏng") $1+1$ *đậm*'
  const { pdf } = await renderResultPaper(aResultPaper({ facts: [{ label: '#let', value }] }))
  expect(textOf(pdf)).toContain(value)
})

test.each<[string, ResultTemplate]>([
  ['Giấy chứng nhận đăng ký hộ kinh doanh', 'licence'],
  ['GIẤY PHÉP LẬP CƠ SỞ BÁN LẺ', 'licence'],
  ['- Giấy chứng nhận lưu hành tự do (CFS).', 'licence'],
  ['Giấy phép nhập khẩu hoặc văn bản thông báo không cấp giấy phép nhập khẩu', 'licence'],
  ['Chứng chỉ hành nghề dược', 'licence'],
  ['Quyết định hưởng chế độ trợ cấp một lần', 'decision'],
  ['Quyết định thu hồi Giấy phép', 'decision'],
  ['Bản sao được chứng thực từ bản chính', 'certification'],
  ['Giấy tờ, văn bản được chứng thực chữ ký/điểm chỉ', 'certification'],
  ['Giấy khai sinh', 'civil-status'],
  ['Trích lục khai tử', 'civil-status'],
  ['Giấy chứng nhận kết hôn', 'civil-status'],
  ['Bản sao Trích lục hộ tịch, bản sao giấy khai sinh', 'civil-status'],
  ['Văn bản đồng ý hoặc không đồng ý', 'reply'],
  ['Thông báo mã số thuế', 'reply'],
  ['Xác nhận thông quan', 'reply'],
  ['', 'reply'],
  ['Phiếu từ chối tiếp nhận, giải quyết hồ sơ (lĩnh vực cư trú)', 'rejection'],
  ['Văn bản nêu rõ lý do từ chối của Cơ quan đăng ký kinh doanh', 'rejection'],
])('%s is drawn as %s', (name, template) => expect(chooseResultTemplate(name)).toBe(template))

test.each([
  ['Quyết định hưởng chế độ trợ cấp một lần', 'decision', 'Về việc hưởng chế độ trợ cấp một lần'],
  ['Quyết định về việc giải quyết trợ cấp mai táng', 'decision', 'Về việc giải quyết trợ cấp mai táng'],
  ['Quyết định', 'decision', null],
  ['Thông báo mã số thuế', 'reply', 'Về việc mã số thuế'],
  ['Văn bản trả lời', 'reply', null],
  ['Bản sao được chứng thực từ bản chính', 'certification', 'Chứng thực bản sao đúng với bản chính'],
  ['Giấy khai sinh', 'civil-status', null],
] as const)('the subject of %s', (title, template, subject) => expect(subjectOf(title, template)).toBe(subject))
