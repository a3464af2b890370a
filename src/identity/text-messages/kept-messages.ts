import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../platform/clock.ts'
import { newId } from '../../platform/id.ts'
import type { TextMessage, TextMessages } from './port.ts'

export type KeptMessage = TextMessage & { at: string }

/** Where messages of this machine are kept. */
export const textMessageFolder = (dataFolder: string): string => join(dataFolder, 'text-messages')

/** Keeps every message in a folder of this machine and sends none, for trying the system out. */
export function keepTextMessages({ folder, clock }: { folder: string; clock: Clock }): TextMessages {
  return {
    name: 'kept on this machine',
    canSend: true,
    async send(message) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const kept: KeptMessage = { ...message, at: clock.now().toISOString() }
      await writeFile(join(folder, `${newId()}.json`), JSON.stringify(kept), { mode: 0o600 })
    },
  }
}

/** The messages kept in a folder, the newest first. */
export async function keptTextMessages(folder: string): Promise<KeptMessage[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).toSorted()
  const kept = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as KeptMessage),
  )
  return kept.toReversed()
}
