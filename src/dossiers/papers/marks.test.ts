import { expect, test } from 'vitest'
import type { RenderedPaper } from '../../platform/pdf.ts'
import { renderAppointmentSlip } from './appointment-slip.ts'
import type { DossierPaper } from './dossier-paper.ts'
import { renderExtensionNotice } from './extension-notice.ts'
import { renderHandlingSheet, type HandlingSheetPaper } from './handling-sheet.ts'
import { renderRejectionNotice } from './rejection-notice.ts'
import { renderStopNotice } from './stop-notice.ts'
import { renderSupplementRequest } from './supplement-request.ts'
import { codesOn, paperOf, textOf } from './testing.ts'

const CODE = 'H49.136-261120-0118'
const ADDRESS = `https://motcua.example.vn/tra-cuu?ma=${CODE}`
// Every Vietnamese vowel with every mark, both cases, and đ: what copying must give back composed.
const DIACRITICS = 'Nguyễn Thị Ngọc Ẩn, thôn Khe Tiền, đường Đặng Ỷ Lữ Ỡm Ự Ằ ẵ ặ ệ ỗ ợ ữ ỵ'

const paper: DossierPaper = {
  size: 'a5',
  agency: { parent: 'UBND phường Bãi Cháy', name: 'Trung tâm Phục vụ hành chính công', place: 'Bãi Cháy', phone: null },
  number: '118/TNHS',
  issuedOn: '2026-11-20',
  dossierCode: CODE,
  trackingAddress: ADDRESS,
  applicant: {
    fullName: 'Nguyễn Thị Ngọc Ẩn',
    personalId: '022 188 ••• 512',
    address: DIACRITICS,
    phone: '0912 000 512',
    email: 'thu.hanh@nguoidan.example',
  },
  procedure: { code: '2.000815', name: 'Chứng thực bản sao từ bản chính' },
  officer: { fullName: 'Vũ Ngọc Ánh', position: null },
  copyNote: null,
  printedAt: new Date('2026-11-20T09:48:00+07:00'),
}
const contact = { fullName: 'Vũ Ngọc Ánh', phone: '1900 558 826' }
const at = new Date('2026-11-20T09:48:00+07:00')

const sheet: HandlingSheetPaper = {
  ...paper,
  size: 'a4',
  leadAgency: 'UBND phường Bãi Cháy',
  coordinating: ['Sở Công Thương', 'Sở Xây dựng'],
  receivedAt: at,
  dueAt: new Date('2026-11-23T16:30:00+07:00'),
  rows: [
    {
      giver: {
        person: 'Đỗ Minh Châu thay Ngô Thị Hoà Bình, theo Quyết định 12/QĐ-UBND',
        place: 'UBND phường Bãi Cháy',
      },
      taker: { person: 'Phạm Quang Huy', place: 'Người thụ lý, UBND phường Bãi Cháy' },
      at: new Date('2026-11-20T14:05:00+07:00'),
      outcome: 'Trước hạn',
      note: 'Đã phân công. Xem kỹ bản chính.',
    },
  ],
}

type Case = [form: string, make: () => Promise<RenderedPaper>, size: [number, number], words: string[]]

const forms: Case[] = [
  [
    '01',
    () =>
      renderAppointmentSlip({
        ...paper,
        submitterName: 'Trần Văn Bình',
        actsAs: null,
        together: [],
        supplied: null,
        components: [{ name: 'Bản chính giấy tờ', form: 'original', quantity: 2 }],
        sets: 1,
        fees: '2.000 đồng',
        term: '01 ngày làm việc',
        promisedTerm: null,
        receivedAt: at,
        dueAt: new Date('2026-11-23T16:30:00+07:00'),
        provisional: false,
        pickUpAt: 'Trung tâm Phục vụ hành chính công phường Bãi Cháy',
        delivery: 'Nhận tại quầy',
        register: { book: '01/2026', line: '118' },
        hotline: '1900 558 826',
      }),
    [148, 210],
    ['Trần Văn Bình', '02 bản chính', '2.000 đồng', '23/11/2026', 'quyển số 01/2026, số thứ tự 118'],
  ],
  [
    '02',
    () =>
      renderSupplementRequest({
        ...paper,
        items: [{ what: 'Bản chính bằng tốt nghiệp', how: 'Mang tới quầy' }],
        reason: 'Bản chụp mờ.',
        stage: 'thẩm định',
        legalBasis: 'Nghị định 23/2015/NĐ-CP, Điều 20',
        supplyBy: '2026-12-04',
        approvedBy: null,
        contact,
      }),
    [148, 210],
    ['1. Bản chính bằng tốt nghiệp Mang tới quầy', 'Bản chụp mờ.', 'Giai đoạn: thẩm định', '04/12/2026'],
  ],
  [
    '03',
    () =>
      renderRejectionNotice({
        ...paper,
        reasons: ['Bản chính bị tẩy xoá.'],
        legalBases: ['Nghị định 23/2015/NĐ-CP, Điều 22'],
        advice: null,
        contact,
      }),
    [148, 210],
    ['1. Bản chính bị tẩy xoá.', '1. Nghị định 23/2015/NĐ-CP, Điều 22'],
  ],
  [
    '04',
    () =>
      renderExtensionNotice({
        ...paper,
        submitterName: 'Trần Văn Bình',
        receivedOn: '2026-11-20',
        promisedOn: '2026-11-23',
        reason: 'Chờ xác minh bản chính.',
        newDueOn: '2026-11-27',
        contact,
      }),
    [148, 210],
    ['Thứ Hai, ngày 23/11/2026', 'Chờ xác minh bản chính.', 'Thứ Sáu, ngày 27/11/2026', 'xin lỗi Ông/Bà'],
  ],
  [
    '05',
    () =>
      renderStopNotice({
        ...paper,
        submitterName: 'Trần Văn Bình',
        ground: 'Hồ sơ không được bổ sung đúng hạn',
        reason: 'Quá ngày 04/12/2026 chưa có bản chính.',
        legalBasis: 'Nghị định 118/2025/NĐ-CP',
        contact,
      }),
    [148, 210],
    ['Hồ sơ không được bổ sung đúng hạn. Quá ngày 04/12/2026', 'Căn cứ: Nghị định 118/2025/NĐ-CP'],
  ],
  [
    '06',
    () => renderHandlingSheet(sheet),
    [210, 297],
    [
      'Cơ quan chủ trì: UBND phường Bãi Cháy',
      'Cơ quan phối hợp: Sở Công Thương; Sở Xây dựng',
      'Tiếp nhận: 09:48, 20/11/2026. Hẹn trả: 16:30, 23/11/2026.',
      'Đỗ Minh Châu thay Ngô Thị Hoà Bình, theo Quyết định 12/QĐ-UBND',
      'Phạm Quang Huy',
      '14:05 20/11/2026',
      'Đã phân công. Xem kỹ bản chính.',
    ],
  ],
]

test.each(forms)(
  'form %s gives back its text, and a scanner reads both its codes',
  async (number, make, size, words) => {
    const { pdf } = await make()
    const text = textOf(pdf)
    expect(text).toBe(text.normalize('NFC'))
    const everywhere = [
      `Mẫu số ${number}, Thông tư 03/2025/TT-VPCP`,
      CODE,
      '2.000815',
      'Chứng thực bản sao từ bản chính',
    ]
    const person = number === '06' ? ['NGUYỄN THỊ NGỌC ẨN'] : ['NGUYỄN THỊ NGỌC ẨN', DIACRITICS, '022 188 ••• 512']
    for (const expected of [...everywhere, ...person, ...words]) expect(text).toContain(expected)
    expect(paperOf(pdf)).toEqual(size)
    expect(await codesOn(pdf)).toEqual({ QRCode: ADDRESS, Code128: CODE })
  },
)

test('before 2025-07-01 the handling sheet was form 05', async () => {
  const { pdf } = await renderHandlingSheet({ ...sheet, issuedOn: '2025-06-30' })
  expect(textOf(pdf)).toContain('Mẫu số 05, Thông tư 01/2018/TT-VPCP')
})

test('the same history gives the same bytes, another history another check code', async () => {
  const first = await renderHandlingSheet(sheet)
  expect(first.pdf.equals((await renderHandlingSheet(sheet)).pdf)).toBe(true)
  const mark = (pdf: Buffer) => /Mã kiểm tra: ([0-9a-f]{16})/.exec(textOf(pdf))?.[1]
  const changed = sheet.rows.map((row) => ({ ...row, outcome: 'Quá hạn' }))
  expect(mark(first.pdf)).toBeDefined()
  expect(mark((await renderHandlingSheet({ ...sheet, rows: changed })).pdf)).not.toBe(mark(first.pdf))
})

test('a long history flows over pages with its head repeated', async () => {
  const rows = Array.from({ length: 60 }, () => sheet.rows).flat()
  const { pdf, pages } = await renderHandlingSheet({ ...sheet, rows })
  expect(pages).toBeGreaterThan(2)
  expect(textOf(pdf).match(/Bên giao/g)).toHaveLength(pages)
})
