import type { FieldKind } from './form.ts'

type Look = {
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email'
  type?: 'tel' | 'email'
  width?: 'short' | 'medium'
  figures?: boolean
  spellCheck?: boolean
}

// No maxlength on the boxes: a pasted answer must not be cut without a word.
export const LOOKS: Partial<Record<FieldKind, Look>> = {
  'personal-name': { spellCheck: false },
  'personal-id': { inputMode: 'numeric', width: 'medium', figures: true },
  'old-id': { inputMode: 'numeric', width: 'medium', figures: true },
  passport: { width: 'medium', figures: true, spellCheck: false },
  // The decimal keyboard has no slash; spaces, dots and unbroken digits are all understood.
  date: { width: 'medium', figures: true },
  'birth-date': { width: 'medium', figures: true },
  year: { inputMode: 'numeric', width: 'short', figures: true },
  month: { width: 'short', figures: true },
  time: { width: 'short', figures: true },
  phone: { type: 'tel', inputMode: 'tel', width: 'medium', figures: true },
  email: { type: 'email', inputMode: 'email', spellCheck: false },
  number: { inputMode: 'decimal', width: 'short', figures: true },
  money: { inputMode: 'numeric', width: 'medium', figures: true },
  'business-code': { inputMode: 'numeric', width: 'medium', figures: true },
}
