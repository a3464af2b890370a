import type { App } from '../platform/app.ts'
import { Refusal } from '../platform/refusal.ts'
import { fileById } from './store.ts'

/** The whole content of a file, for signing or showing it. Refuses with `platform.not-found`, `documents.infected`. */
export async function fileBytes(app: Pick<App, 'db' | 'files'>, fileId: string): Promise<Buffer> {
  const file = await fileById(app.db, fileId)
  if (!file) throw new Refusal('platform.not-found')
  if (file.scanVerdict === 'infected') throw new Refusal('documents.infected', { name: file.name })
  return app.files.bytes(file.sha256)
}
