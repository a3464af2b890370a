import { beforeAll, expect, test } from 'vitest'
import { placesOn, type PlaceBook } from '../../organisation/index.ts'
import { mendPrinted } from './mend-printed.ts'

let communes: PlaceBook
beforeAll(async () => void (communes = await placesOn('2026-11-30')))

test.each([
  [
    'places are written as in the list',
    'Chỗ ở',
    'Tố 3, khu 1, phường Cấm Phả, tỉnh Quảng Ninh',
    'Tổ 3, khu 1, phường Cẩm Phả, tỉnh Quảng Ninh',
  ],
  ['places nobody knows stay as they were read', 'Chỗ ở', 'Tố 3, Cấm Phả, nước Lào', 'Tố 3, Cấm Phả, nước Lào'],
  ['family names as families have them', 'Họ tên bên thuê', 'NGUYÊN QUANG DŨNG', 'NGUYỄN QUANG DŨNG'],
  ['where no name is expected nothing is made one', 'Loại đất', 'NGUYÊN QUANG DŨNG', 'NGUYÊN QUANG DŨNG'],
  ['square metres', 'Diện tích', '346,3 m?', '346,3 m²'],
  ['but nothing longer', 'Tên', 'Lô 3 m2a', 'Lô 3 m2a'],
])('%s', (_, label, value, mended) => expect(mendPrinted({ label, value }, communes)).toBe(mended))
