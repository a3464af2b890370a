import { performance } from 'node:perf_hooks'

export type Progress = <T>(words: string, work: () => Promise<T>) => Promise<T>

/** Tells what is being done once it has taken two seconds, and how long each step took in the end. */
export function createProgress(say: (text: string) => void): Progress {
  return async (words, work) => {
    const began = performance.now()
    let told = false
    const timer = setTimeout(() => {
      told = true
      say(`… ${words}`)
    }, 2_000)
    try {
      return await work()
    } finally {
      clearTimeout(timer)
      const seconds = (performance.now() - began) / 1000
      if (told || seconds > 0.5) say(`✓ ${words} (${seconds.toFixed(1).replace('.', ',')} giây)`)
    }
  }
}
