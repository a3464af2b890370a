import type { App } from '../platform/app.ts'
import { Refusal } from '../platform/refusal.ts'
import type { StoredFile } from './file.ts'
import { fileById } from './store.ts'

/** A file whose content nobody gets: it is harmful, or was let go. */
export function refuseNoContent({ name, scanVerdict, letGo }: StoredFile): void {
  if (scanVerdict === 'infected') throw new Refusal('documents.infected', { name })
  if (letGo) throw new Refusal('documents.let-go', { name, ...letGo })
}

/** The whole content of a file, for signing or showing it. Refuses with `platform.not-found`, `documents.infected`, `documents.let-go`. */
export async function fileBytes(app: Pick<App, 'db' | 'files'>, fileId: string): Promise<Buffer> {
  const file = await fileById(app.db, fileId)
  if (!file) throw new Refusal('platform.not-found')
  refuseNoContent(file)
  return app.files.bytes(file.sha256)
}
