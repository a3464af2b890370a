import { randomBytes } from 'node:crypto'
import { open, rename } from 'node:fs/promises'

/** Whole or not at all, also when the machine stops in between; readable by the service account alone. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, path)
}
