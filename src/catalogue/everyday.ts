import everyday from '../../data/everyday-procedures.json' with { type: 'json' }
import { inBothLanguages } from '../platform/wording.ts'

/** Việc thường làm: a procedure most people meet, in the words they use for it. Chosen by hand, not counted. */
export type EverydayProcedure = { readonly code: string; readonly title: string }

export const everydayProcedures: readonly EverydayProcedure[] = everyday.map(({ code, title, en }) =>
  inBothLanguages({ code, title }, { code, title: en }),
)

/** What people call a procedure, when it has such a name. */
export function everydayTitle(code: string): string | undefined {
  return everydayProcedures.find((one) => one.code === code)?.title
}
