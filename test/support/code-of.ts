import { Refusal } from '../../src/platform/refusal.ts'

/** The code of the refusal some work ends in; `done` when it ends well. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )
}
