import type { Page, SplitAt } from './scan.ts'

/** Pages that stand together, and the code of the sheet that stood before them. */
export type Group = { separatorCode: string | null; pageIds: string[] }

type Came = Pick<Page, 'id' | 'fileId' | 'role' | 'codes'>

/** What our separator sheets say; other codes on a sheet separate nothing. */
export const SEPARATOR_CODE = /^MCPC-[A-Z2-9]{8}$/

export function separatorCodeOf({ codes }: Pick<Page, 'codes'>): string | undefined {
  return codes.find(({ text }) => SEPARATOR_CODE.test(text))?.text
}

/**
 * Cuts what came in into papers. Separator sheets and blank pages are of no paper; a page that could not be made keeps its place
 * among its neighbours.
 */
export function split(pages: readonly Came[], at: SplitAt): Group[] {
  const groups: Group[] = []
  let group: Group | undefined
  let code: string | null = null
  let file: string | undefined
  for (const page of pages) {
    if (page.role === 'separator') {
      code = separatorCodeOf(page) ?? null
      group = undefined
      continue
    }
    if (page.role === 'blank') {
      if (at === 'blank') group = undefined
      continue
    }
    if (at === 'page' || (at === 'file' && page.fileId !== file)) group = undefined
    if (!group) {
      group = { separatorCode: code, pageIds: [] }
      groups.push(group)
    }
    group.pageIds.push(page.id)
    file = page.fileId
  }
  return groups
}
