import { expect, test } from 'vitest'
import { soughtIn, type Sought } from './sought.ts'

test.each<[string, Sought | undefined]>([
  ['H49.136.1-261120-0001', { code: 'H49.136.1-261120-0001' }],
  [' h49.136.1-261120-0001 ', { code: 'H49.136.1-261120-0001' }],
  ['https://dichvucong.example/tra-cuu?ma=H49.136.1-261120-0001', { code: 'H49.136.1-261120-0001' }],
  ['https://dichvucong.example/tra-cuu?ma=000.00.12.H49%2D261120%2D00012', { code: '000.00.12.H49-261120-00012' }],
  ['H49.136.1-261399-0001', undefined],
  [
    '022188000512|100912345|Nguyễn Thu Hạnh|14031988|Nữ|Tổ 5, khu 2, Bãi Cháy, Hạ Long|02072021',
    { personalId: '022188000512' },
  ],
  ['022188000512', { personalId: '022188000512' }],
  ['100 912 345', { personalId: '100912345' }],
  ['0912 000 512', { phone: '0912000512' }],
  ['+84 912 000 512', { phone: '0912000512' }],
  ['(0203) 3825-888', { phone: '02033825888' }],
  ['Nguyễn Thu Hạnh', undefined],
  ['', undefined],
])('%j is sought as %j', (text, sought) => {
  expect(soughtIn(text)).toEqual(sought)
})
