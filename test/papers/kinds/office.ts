import type { Block } from '../paper.ts'
import { aCommune, aPerson, type Random } from '../people.ts'
import { aloud } from '../words.ts'

export const motto = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']

/** A commune's committee, as it stands at the head of its papers. */
export function agency(random: Random): { commune: string; lines: string[] } {
  const commune = aCommune(random)
  return { commune, lines: ['ỦY BAN NHÂN DÂN', aloud(commune.split(',')[0] ?? '')] }
}

export const signedBy = (random: Random, post: string): Block => ({
  k: 'sign',
  left: [],
  right: [post, '(Ký, đóng dấu)', aPerson(random).fullName],
})
