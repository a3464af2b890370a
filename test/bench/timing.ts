/** Milliseconds of single calls. */
export type Spread = { p50: number; p95: number; most: number; count: number }

export function spreadOf(times: number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), most: at(1), count: sorted.length }
}

/** Runs numbered work, so many at once; answers how many were done in a second. */
export async function perSecond(
  count: number,
  atOnce: number,
  work: (no: number) => Promise<unknown>,
): Promise<number> {
  let next = 0
  const began = performance.now()
  const worker = async () => {
    while (next < count) {
      const no = next
      next += 1
      await work(no)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return (count * 1_000) / (performance.now() - began)
}
