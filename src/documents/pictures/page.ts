import type { Reason } from '../../platform/refusal.ts'
import type { StoredFile } from '../file.ts'

/** How a page is made of its photo: laid flat where that can be done, or only held upright. */
export type Way = 'straightened' | 'original'
export const TURNS = [0, 90, 180, 270] as const
export type Turn = (typeof TURNS)[number]

/** Trang ghép từ ảnh: one page of a PDF made of photos. */
export type PageChoice = { fileId: string; way: Way; turn: Turn }

/** A page as it was made; `sha256` is the JPEG in the store. */
export type PicturePage = {
  sourceFileId: string
  way: Way
  sha256: string
  size: number
  width: number
  height: number
  dpi: number
  changed: 'flattened' | 'turned' | 'nothing'
}

/** A page as it stands in a PDF. */
export type ComposedPage = PicturePage & { fileId: string; no: number; turn: Turn }

const MOST_PICTURE_PAGES = 40

/** Photos must be the person's own, be photos, and carry no virus. A stranger's and none look alike. */
export function whyNotCompose(
  pages: readonly PageChoice[],
  files: readonly Pick<StoredFile, 'id' | 'mediaType' | 'uploadedBy' | 'scanVerdict' | 'name'>[],
  owner: string,
): Reason | undefined {
  if (pages.length > MOST_PICTURE_PAGES)
    return { code: 'documents.too-many-pictures', facts: { most: MOST_PICTURE_PAGES } }
  const byId = new Map(files.map((file) => [file.id, file]))
  for (const { fileId } of pages) {
    const file = byId.get(fileId)
    if (!file || file.uploadedBy !== owner) return { code: 'platform.not-found' }
    if (!isPicture(file)) return { code: 'documents.not-a-picture', facts: { name: file.name } }
    if (file.scanVerdict === 'infected') return { code: 'documents.infected', facts: { name: file.name } }
  }
  return undefined
}

export function isPicture({ mediaType }: Pick<StoredFile, 'mediaType'>): boolean {
  return mediaType.startsWith('image/')
}
