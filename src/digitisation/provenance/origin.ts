import type { PaperValue } from '../bench/value.ts'

/** Xuất xứ: where a value of a paper comes from, and who answers for it. */
export type Origin =
  | { kind: 'read'; source: 'print' | 'code'; confidence: number } // máy đọc, chưa ai kiểm
  | { kind: 'under-way' } // người đầu đã kiểm, chờ người thứ hai
  | { kind: 'absent' } // máy không thấy trên giấy
  | { kind: 'verified'; how: 'as-read' | 'corrected'; by: string[]; at: Date }
  | { kind: 'unreadable'; by: string[]; at: Date }

type Known = Pick<PaperValue, 'state' | 'source' | 'confidence' | 'first' | 'second' | 'settled'>

export function originOf({ state, source, confidence, first, second, settled }: Known): Origin {
  if (state === 'settled' && settled) {
    const by = [...new Set([first, second, settled].flatMap((one) => one?.name ?? []))]
    const at = new Date(settled.at)
    if (settled.text === null) return { kind: 'unreadable', by, at }
    return { kind: 'verified', how: settled.verdict === 'accepted' ? 'as-read' : 'corrected', by, at }
  }
  if (state !== 'read') return { kind: 'under-way' }
  return source === 'none' ? { kind: 'absent' } : { kind: 'read', source, confidence }
}

/** A value a person answers for; nothing else goes into a decision, a vault or a form. */
export type VerifiedValue = { name: string; label: string; text: string; normalised: unknown; by: string[]; at: Date }

export function verifiedValues(values: readonly PaperValue[]): VerifiedValue[] {
  return values.flatMap((value) => {
    const origin = originOf(value)
    const text = value.settled?.text
    if (origin.kind !== 'verified' || typeof text !== 'string') return []
    const { name, label } = value
    return [{ name, label, text, normalised: value.settled?.normalised ?? null, by: origin.by, at: origin.at }]
  })
}

/** What stands for a value now, verified or not: shown only with its mark. */
export const shownText = ({ settled, readText }: Pick<PaperValue, 'settled' | 'readText'>): string =>
  settled ? (settled.text ?? '') : readText
