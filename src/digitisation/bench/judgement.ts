import type { Verdict } from './value.ts'

/** One line of the record of corrections: how the machine read, what a person made of it. Kept for ever, to measure by. */
export type Judgement = {
  id: string
  paperId: string
  /** About a value, or about what kind of paper it is. */
  kind: 'value' | 'type'
  typeCode: string | null
  name: string
  label: string
  turn: 'first' | 'second' | 'settling'
  verdict: Verdict
  readAs: string
  correctedTo: string | null
  confidence: number
  faults: string[]
  /** Looked at by itself, or confirmed together with others. */
  way: 'single' | 'batch'
  byAccountId: string
  byName: string
  at: Date
}
