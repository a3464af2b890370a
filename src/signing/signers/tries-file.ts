import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeDurably } from '../durable-file.ts'
import type { TriesStore } from './pin-tries.ts'

/** Wrong PINs in a row by name, in one file beside the keys; a restart forgets none. */
export function triesInFile(path: string): TriesStore {
  let known: Promise<Map<string, number>> | undefined
  let written: Promise<void> = Promise.resolve()
  return {
    read: async (name) => (await (known ??= readTries(path))).get(name) ?? 0,
    async write(name, failed) {
      const tries = await (known ??= readTries(path))
      if (failed === 0) tries.delete(name)
      else tries.set(name, failed)
      const save = async () => {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await writeDurably(path, JSON.stringify(Object.fromEntries(tries)))
      }
      written = written.then(save, save)
      await written
    },
  }
}

async function readTries(path: string): Promise<Map<string, number>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  return new Map(Object.entries(JSON.parse(text) as Record<string, number>))
}
