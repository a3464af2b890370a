import sharp from 'sharp'
import { expect } from 'vitest'
import { draw } from '../../papers/draw.ts'
import { entries, entry, line, paperOf, type Paper, type Style } from '../../papers/paper.ts'
import type { Visitor } from './visitor.ts'

const STYLE: Style = {
  font: 'Tinos',
  valueFont: 'Tinos',
  size: 13,
  leading: 0.9,
  margin: 20,
  leaders: false,
  numbering: 'none',
  bold: 'labels',
  grid: false,
  stamp: true,
}

/** The certificate of a woman's household business, as it was printed. */
export function businessCertificate(owner: { citizen: string; citizenName: string }, bornOn = '14/03/1988'): Paper {
  const name = owner.citizenName.toLocaleUpperCase('vi')
  return paperOf(
    'household-business',
    [
      { k: 'header', left: ['UBND PHƯỜNG BÃI CHÁY', 'PHÒNG KINH TẾ'], right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'] },
      { k: 'title', text: 'GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH' },
      entries(entry('Mã số hộ kinh doanh', owner.citizen, 'number')),
      entries(entry('Tên hộ kinh doanh', `HỘ KINH DOANH ${name}`, 'name')),
      entries(entry('Địa chỉ trụ sở hộ kinh doanh', 'Tổ 5, khu 2, phường Bãi Cháy, tỉnh Quảng Ninh', 'address')),
      entries(entry('Ngành, nghề kinh doanh', 'Dịch vụ ăn uống', 'trade')),
      entries(entry('Họ và tên', name, 'ownerName'), entry('Giới tính', 'Nữ', 'ownerSex')),
      entries(entry('Sinh ngày', bornOn, 'ownerBornOn'), entry('Dân tộc', 'Kinh', 'ownerEthnicity')),
      entries(entry('Số định danh cá nhân', owner.citizen, 'ownerId')),
      line('Quảng Ninh, ngày 12 tháng 5 năm 2025', 'right'),
      { k: 'sign', left: [], right: ['TRƯỞNG PHÒNG', 'Lương Văn Bình'] },
    ],
    STYLE,
  )
}

/** A paper as a scanner gives it. */
export async function scanOf(paper: Paper): Promise<Buffer> {
  const { png } = await draw(paper, 200, () => 0.5)
  return sharp(png).jpeg({ quality: 90 }).toBuffer()
}

/** Puts scans in at the desk; they go on to be read by themselves. */
export async function scanIn(desk: Visitor, files: Record<string, Buffer>, dossierCode = ''): Promise<void> {
  await desk.open('/so-hoa/quet')
  const { page } = desk
  await page
    .locator('input[name=tep]')
    .setInputFiles(Object.entries(files).map(([name, buffer]) => ({ name, mimeType: 'image/jpeg', buffer })))
  const received = () => page.locator('.gui-tep [data-state=received]').count()
  await expect.poll(received, { timeout: 60_000 }).toBe(Object.keys(files).length)
  await page.locator('[name=ho-so]').fill(dossierCode)
  await page.locator('[name=tu-chuyen]').check()
  await desk.press('Đưa vào')
}

/** Opens a page until it says so: the machine works meanwhile. */
export async function comes(visitor: Visitor, path: string, words: string | RegExp): Promise<void> {
  const seen = async () => {
    await visitor.open(path)
    return visitor.text()
  }
  await expect.poll(seen, { timeout: 90_000, interval: 700 }).toMatch(words)
}
