import { attempt, undertake, type WebRequest } from '../../platform/web/web.ts'
import type { StoredFile } from '../file.ts'
import { composePages } from './compose-pages.ts'
import { isPicture, type PageChoice } from './page.ts'

const LONGEST_NAME = 120

/** The photos among files as one PDF named after their paper; those that make no page stay files. */
export async function picturesAsPdf(
  request: WebRequest,
  name: string,
  files: readonly StoredFile[],
  wayOf: (file: StoredFile) => PageChoice['way'] = () => 'straightened',
): Promise<StoredFile[]> {
  const pages = files.filter(isPicture).map((file): PageChoice => ({ fileId: file.id, way: wayOf(file), turn: 0 }))
  if (pages.length === 0) return [...files]
  const outcome = await attempt(() => pagesAsPdf(request, name, pages))
  return outcome.ok ? [...files.filter((file) => !isPicture(file)), outcome.result] : [...files]
}

export function pagesAsPdf(request: WebRequest, name: string, pages: PageChoice[]): Promise<StoredFile> {
  return undertake(request, composePages, { name: name.slice(0, LONGEST_NAME), pages })
}
