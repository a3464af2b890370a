import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { definePort } from '../platform/ports.ts'
import type { KeyRef } from './signer.ts'

/**
 * Keys the system may use with nobody typing a PIN, as their keeper has set up (Nghị định 30/2020/NĐ-CP, Điều 32–33: văn thư
 * giữ khoá bí mật của cơ quan). Holding a PIN gives no right to issue anything: that takes a recorded authority.
 */
export type AutomaticKeys = { pinOf(keyRef: KeyRef): Promise<string | undefined> }

export const automaticKeysPort = definePort<AutomaticKeys>('automatic-keys')

const FILE = 'automatic-pins.json'

/** A file beside the keys, readable by the service account alone: `{ "<key>": "<PIN>" }`. Without it no key is used so. */
export function automaticKeysInFolder(folder: string): AutomaticKeys {
  return {
    async pinOf(keyRef) {
      const text = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '{}'
        throw error
      })
      return (JSON.parse(text) as Record<KeyRef, string>)[keyRef]
    },
  }
}

/** Writes that file whole, as the keeper of a demonstration's keys. */
export async function keepAutomaticPins(folder: string, pins: Record<KeyRef, string>): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, FILE)
  await writeFile(`${path}.draft`, JSON.stringify(pins, null, 1), { mode: 0o600 })
  await chmod(`${path}.draft`, 0o600)
  await rename(`${path}.draft`, path)
}
