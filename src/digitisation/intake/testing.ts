import sharp from 'sharp'
import { seededRandom } from '../../../test/support/seeded-random.ts'
import { limitedPdfium } from '../../platform/limited-pdfium.ts'
import { renderTypst } from '../../platform/pdf.ts'
import type { GreyPage } from '../reading/marks.ts'

const LINES = [
  'Họ, chữ đệm, tên người được khai sinh: Nguyễn Thị Hoài Thương',
  'Ngày, tháng, năm sinh: 14/09/1994, ghi bằng chữ: ngày mười bốn tháng chín',
  'Nơi sinh: Trung tâm Y tế khu vực Bình Liêu, tỉnh Quảng Ninh',
  'Quê quán: thôn Khe Tiền, xã Hoành Mô, tỉnh Quảng Ninh',
  'Họ, chữ đệm, tên người mẹ: Tằng Thị Cắm, sinh năm 1971, dân tộc Dao',
  'Họ, chữ đệm, tên người cha: Hoàng Văn Sình, sinh năm 1968, dân tộc Dao',
  'Nơi cư trú của cha, mẹ: thôn Đồng Mộc, xã Hoành Mô, tỉnh Quảng Ninh',
  'Đăng ký tại Ủy ban nhân dân xã, ngày 20 tháng 9 năm 1994, quyển số 01',
]

type Drawn = { sheets: string[]; width?: number; height?: number; size?: number; lines?: number }

/** A PDF of written sheets, one for each title. */
export function aPaper({ sheets, width = 210, height = 297, size = 12, lines = 14 }: Drawn): Promise<Buffer> {
  const text = Array.from({ length: lines }, (_, at) => LINES[at % LINES.length] ?? '')
  return renderTypst({
    template: 'src/digitisation/intake/drawn-paper.typ',
    data: { width, height, size, title: sheets[0] ?? '', sheets: sheets.map((title) => ({ title, lines: text })) },
    title: sheets[0] ?? '',
    date: new Date('2026-11-20T02:00:00Z'),
  })
}

/** The first page of a PDF as a scanner sees it: grey, with the grain of paper and sensor. */
export async function scanned(pdf: Uint8Array, { dpi = 200, seed = 1, grain = 6 } = {}): Promise<GreyPage> {
  const document = await (await limitedPdfium()).loadDocument(pdf)
  const { data, width, height } = await document.getPage(0).render({ scale: dpi / 72, render: 'bitmap' })
  document.destroy()
  const random = seededRandom(seed)
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at += 1) {
    const ink = ((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3
    grey[at] = Math.max(0, Math.min(255, 30 + ink * 0.83 + (random() + random() - 1) * grain))
  }
  return { data: grey, width, height, dpi }
}

export const jpegOf = ({ data, width, height, dpi }: GreyPage): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 1 } })
    .withMetadata({ density: dpi })
    .jpeg({ quality: 85 })
    .toBuffer()

/** The same page with each point made anew. */
export function remade(page: GreyPage, point: (value: number, x: number, y: number) => number): GreyPage {
  const { width } = page
  const data = page.data.map((value, at) =>
    Math.max(0, Math.min(255, point(value, at % width, Math.floor(at / width)))),
  )
  return { ...page, data }
}

export async function blurred(page: GreyPage, sigma: number): Promise<GreyPage> {
  const { data, width, height } = page
  const soft = await sharp(data, { raw: { width, height, channels: 1 } })
    .blur(sigma)
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return { ...page, data: soft }
}
