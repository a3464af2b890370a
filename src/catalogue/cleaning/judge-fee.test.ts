import { describe, expect, test } from 'vitest'
import type { SourceFee } from '../source-procedure.ts'
import { judgeFee } from './judge-fee.ts'

type Row = [string, Partial<SourceFee>, string, bigint | null, boolean, string | undefined]

describe('judgeFee', () => {
  test.each<Row>([
    ['a plain amount', { value: 300000, currency: 'VND' }, '', 300000n, true, undefined],
    ['a plain amount without a currency', { value: 500000 }, '', 500000n, true, undefined],
    [
      'an amount its text repeats',
      { value: 450000, text: 'Kiểm tra điều kiện nhập khẩu: 450.000 đồng/lần' },
      '',
      450000n,
      true,
      undefined,
    ],
    ['an amount for each dossier', { value: 1000000, text: '/hồ sơ' }, '', 1000000n, true, undefined],
    [
      'an amount with its circular',
      { value: 100000, text: 'Phí công bố: 100.000 đồng/lần (Thông tư số 47/2019/TT-BTC)' },
      '',
      100000n,
      true,
      undefined,
    ],
    ['nothing to pay', { value: 0 }, '', 0n, true, undefined],
    ['nothing to pay, said in words', { value: 0, text: 'Không có.' }, '', 0n, true, undefined],
    [
      'marked as thousands',
      { value: 150, suspect: true, text: '150.000 đồng/lần/thẻ.' },
      '',
      null,
      false,
      'fee.in-thousands',
    ],
    ['thousands that nobody marked', { value: 20, text: '20.000 vnđ /tờ khai' }, '', null, false, 'fee.in-thousands'],
    ['an amount no fee has', { value: 3 }, '', null, false, 'fee.tiny-amount'],
    ['dollars by currency', { value: 10, currency: 'USD', text: '/bản' }, '', null, false, 'fee.foreign-currency'],
    ['dollars by text', { value: 50, text: 'Phí hải quan 50USD/chuyến bay' }, '', null, false, 'fee.foreign-currency'],
    [
      'left to the council',
      { value: 150000, text: 'Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định' },
      '',
      150000n,
      false,
      'fee.set-by-council',
    ],
    [
      'words only, the council',
      { value: 0, text: 'Theo quy định của HĐND tỉnh' },
      '',
      null,
      false,
      'fee.set-by-council',
    ],
    ['words only', { value: 0, text: 'Theo quy định của Bộ Tài chính' }, '', null, false, 'fee.text-only'],
    ['no amount and no words', {}, '', null, false, 'fee.text-only'],
    [
      'in force for a while',
      { value: 200000, text: 'Áp dụng đến hết ngày 31/12/2026' },
      '',
      200000n,
      false,
      'fee.time-limited',
    ],
    [
      'reduced for a while, said beside',
      { value: 4500000 },
      'Thu mức phí này theo Thông tư số 64/2025/TT-BTC',
      4500000n,
      false,
      'fee.time-limited',
    ],
    ['another amount in words', { value: 50000, text: '25.000 đồng/CCHN' }, '', 50000n, false, 'fee.text-differs'],
    [
      'a share of another fee',
      { value: 4000000, text: 'bằng 75% mức thu lần đầu' },
      '',
      4000000n,
      false,
      'fee.text-differs',
    ],
    ['for each page', { value: 2000, currency: 'VND', text: '/trang' }, '', 2000n, false, 'fee.per-unit'],
    ['only in one case', { value: 70000, text: 'Đối với cấp lại do mất' }, '', 70000n, false, 'fee.conditional'],
    ['a price, not a fee', { type: 'PRICE_LEVEL', value: 90000 }, '', 90000n, false, 'fee.price'],
  ])('%s', (_, fee, methodText, amountDong, chargeable, doubt) => {
    const judgement = judgeFee({ type: 'FEE', ...fee }, methodText)
    expect([judgement.amountDong, judgement.chargeable, judgement.doubt]).toEqual([amountDong, chargeable, doubt])
  })
})
