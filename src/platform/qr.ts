import { toString } from 'qrcode'

/** A QR code as SVG without a quiet zone: the page around it must leave four modules white. */
export async function qrSvg(text: string): Promise<string> {
  return toString(text, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
}
