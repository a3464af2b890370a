import { describe, expect, test } from 'vitest'
import { renderAppointmentSlip, type AppointmentSlip } from './appointment-slip.ts'
import type { DossierPaper } from './dossier-paper.ts'
import { renderRejectionNotice } from './rejection-notice.ts'
import { renderSupplementRequest } from './supplement-request.ts'
import { textOf } from './testing.ts'

const aPaper: DossierPaper = {
  size: 'a4',
  agency: { parent: 'UBND xã Hoành Mô', name: 'Trung tâm Phục vụ hành chính công', place: 'Hoành Mô', phone: null },
  number: '118/TNHS',
  issuedOn: '2026-11-20',
  dossierCode: 'H49.158-261120-0006',
  trackingAddress: 'https://example.vn/tra-cuu/H49.158-261120-0006',
  applicant: {
    fullName: 'Chíu Sám Múi',
    personalId: '022 151 ••• 387',
    address: 'thôn Khe Tiền, xã Hoành Mô',
    phone: '0900 000 553',
    email: null,
  },
  procedure: { code: '1.014027', name: 'Trợ cấp hưu trí xã hội hằng tháng' },
  officer: { fullName: 'Lục Văn Thắng', position: null },
  copyNote: 'Liên 2, giao người nộp',
  printedAt: new Date('2026-11-20T09:48:00+07:00'),
}

const aSlip: AppointmentSlip = {
  ...aPaper,
  submitterName: 'Trần Văn Bình',
  actsAs: null,
  together: [],
  supplied: null,
  components: [{ name: 'Tờ khai đề nghị', form: 'original', quantity: 1 }],
  sets: 1,
  fees: 'không',
  term: '10 ngày làm việc',
  promisedTerm: '07 ngày làm việc',
  receivedAt: new Date('2026-11-20T09:48:00+07:00'),
  dueAt: new Date('2026-12-02T16:30:00+07:00'),
  provisional: false,
  pickUpAt: 'nhà văn hoá thôn Khe Tiền',
  delivery: 'tại nhà văn hoá thôn',
  register: { book: '04', line: '118' },
  hotline: '1900 558 826',
}

describe('form 01', () => {
  test.each(['a4', 'a5'] as const)('fits one %s page with every field of the form', async (size) => {
    const { pdf, pages, anchors } = await renderAppointmentSlip({ ...aSlip, size })
    const text = textOf(pdf)
    expect(pages).toBe(1)
    expect(anchors.sign?.page).toBe(1)
    for (const words of [
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: H49.158-261120-0006',
      'Số: 118/TNHS',
      'Hoành Mô, ngày 20 tháng 11 năm 2026',
      'Trước 16 giờ 30, Thứ Tư, ngày 02/12/2026',
      'CHÍU SÁM MÚI',
      'Số định danh: 022 151 ••• 387. Địa chỉ: thôn Khe Tiền, xã Hoành Mô',
      'Số điện thoại: 0900 000 553',
      'Trợ cấp hưu trí xã hội hằng tháng (mã thủ tục 1.014027)',
      'Tờ khai đề nghị: 01 bản chính.',
      'Số lượng hồ sơ: 01 bộ. Phí, lệ phí: không.',
      '10 ngày làm việc. Cơ quan cam kết: 07 ngày làm việc.',
      '09 giờ 48 phút, ngày 20 tháng 11 năm 2026',
      'quyển số 04, số thứ tự 118',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'đọc sáu số cuối 20-0006',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('dự kiến')
  })

  test('days and months below ten are written as Decree 30/2020 asks', async () => {
    const { pdf } = await renderAppointmentSlip({ ...aSlip, issuedOn: '2027-02-05' })
    expect(textOf(pdf)).toContain('ngày 05 tháng 02 năm 2027')
    const march = await renderAppointmentSlip({
      ...aSlip,
      issuedOn: '2027-03-05',
      dueAt: new Date('2027-03-12T17:00:00+07:00'),
    })
    expect(textOf(march.pdf)).toContain('ngày 05 tháng 3 năm 2027')
    expect(textOf(march.pdf)).toContain('Trước 17 giờ, Thứ Sáu')
  })

  test('a date that crosses undecided holidays is printed as expected', async () => {
    expect(textOf((await renderAppointmentSlip({ ...aSlip, provisional: true })).pdf)).toContain('(dự kiến)')
  })

  test('forty components flow over pages, the signature stays with the stub', async () => {
    const components = Array.from({ length: 60 }, (_, index) => ({
      name: `Giấy tờ ${index + 1} ${'dài '.repeat(30)}`,
      form: 'copy' as const,
      quantity: 2,
    }))
    const { pdf, pages, anchors } = await renderAppointmentSlip({ ...aSlip, components })
    expect(pages).toBeGreaterThan(2)
    expect(anchors.sign?.page).toBe(pages)
    expect(textOf(pdf)).toContain('60. Giấy tờ 60')
  })
})

test('form 02 lists what to complete, why, by when and whom to ask', async () => {
  const { pdf, anchors } = await renderSupplementRequest({
    ...aPaper,
    items: [
      { what: 'Bản sao hợp đồng thuê', how: 'Chụp đủ 4 góc' },
      { what: 'Giấy uỷ quyền', how: null },
    ],
    reason: 'Thiếu giấy tờ chứng minh quyền sử dụng địa điểm.',
    stage: 'thẩm định',
    legalBasis: 'Nghị định 61/2018/NĐ-CP, Điều 19',
    supplyBy: '2026-12-04',
    approvedBy: null,
    contact: { fullName: 'Lục Văn Thắng', phone: '0203 000 158' },
  })
  const text = textOf(pdf)
  for (const words of [
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    '1. Bản sao hợp đồng thuê Chụp đủ 4 góc',
    '2. Giấy uỷ quyền',
    'Lý do: Thiếu giấy tờ',
    'Căn cứ: Nghị định 61/2018',
    'chậm nhất ngày 04/12/2026',
    'điện thoại 0203 000 158',
  ])
    expect(text).toContain(words)
  expect(anchors.sign).toBeDefined()
})

test('form 02 given at the desk before anything is received carries the code to go on with', async () => {
  const { pdf } = await renderSupplementRequest({
    ...aPaper,
    dossierCode: null,
    guidanceCode: '7KQ-402',
    items: [{ what: 'Giấy chứng sinh', how: '01 bản chính' }],
    reason: 'Hồ sơ chưa đủ giấy tờ.',
    stage: 'tiếp nhận tại quầy',
    legalBasis: null,
    supplyBy: null,
    approvedBy: null,
    contact: { fullName: 'Lục Văn Thắng', phone: '0203 000 158' },
  })
  const text = textOf(pdf)
  for (const words of ['Mã hướng dẫn: 7KQ-402', '1. Giấy chứng sinh 01 bản chính', 'chưa được tiếp nhận'])
    expect(text).toContain(words)
  expect(text).not.toContain('Mã hồ sơ')
})

test('form 03 gives reasons, grounds and the way on; without a number it leaves dots', async () => {
  const { pdf } = await renderRejectionNotice({
    ...aPaper,
    number: null,
    reasons: ['Không thuộc thẩm quyền của xã.'],
    legalBases: ['Nghị định 61/2018/NĐ-CP, Điều 17'],
    advice: 'Nộp tại Sở Tài chính.',
    contact: { fullName: 'Lục Văn Thắng', phone: '0203 000 158' },
  })
  const text = textOf(pdf)
  for (const words of [
    'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ',
    '1. Không thuộc thẩm quyền của xã.',
    '1. Nghị định 61/2018/NĐ-CP, Điều 17',
    'Hướng dẫn tiếp theo: Nộp tại Sở Tài chính.',
    'Số: .....',
  ])
    expect(text).toContain(words)
})
