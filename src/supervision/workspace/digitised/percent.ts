import { figureTexts as words } from './texts.ts'

export function percent(share: number | undefined): string {
  if (share === undefined) return words.noShare
  return `${(share * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}\u00A0%`
}
