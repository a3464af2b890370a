import { pageRefs } from '../pdf/form.ts'
import { dict, isRef, name, withEntries } from '../pdf/objects.ts'
import type { PdfDict, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import type { Increment } from '../pdf/increment.ts'
import { saving, type Change } from './appending.ts'
import { contentOf, pageOf, painting } from './attack.ts'
import type { Attack } from './attack.ts'

const changePage =
  (number: number, entries: (page: PdfDict, increment: Increment) => Record<string, PdfValue>): Change =>
  (increment, file) => {
    const { ref, page } = pageOf(file, number)
    increment.set(ref, withEntries(page, entries(page, increment)))
  }

/** What a page shows, and which pages there are. */
export const pageAttacks: Attack[] = [
  saving(
    'isa-paint-over',
    'Page 1 gets a second content stream that paints a white box',
    'page-changed',
    [1],
    changePage(1, (page, increment) => ({
      Contents: [page.entries.get('Contents') ?? null, increment.add(painting('1 1 1 rg 0 0 600 800 re f'))],
    })),
  ),
  saving(
    'isa-content-replaced',
    'The content stream of page 2 is written anew',
    'content-changed',
    [2],
    (increment, file) => increment.set(contentOf(file, 2), painting('BT ET')),
  ),
  saving(
    'font-replaced',
    'The font file of the text is exchanged: same codes, other glyphs',
    'content-changed',
    [1, 2],
    (increment, file) => changeFonts(increment, file, 'FontFile2', painting('not the same glyphs')),
  ),
  saving(
    'glyph-widths-replaced',
    'The descendant font gets other widths, letters fall on each other',
    'content-changed',
    [1, 2],
    (increment, file) => changeFonts(increment, file, 'W', [0, 500, 0]),
  ),
  saving(
    'page-removed',
    'The page tree lists one page less',
    'page-changed',
    [1, 2],
    changePageTree((pages) => pages.slice(1)),
  ),
  saving(
    'pages-reordered',
    'The page tree lists the pages the other way round',
    'page-changed',
    [1, 2],
    changePageTree((pages) => pages.toReversed()),
  ),
  saving('page-inserted', 'The page tree lists a new page at the end', 'page-changed', [3], (increment, file) => {
    const page = increment.add(
      dict({
        Type: name('Page'),
        Parent: file.dict(file.rootRef)?.entries.get('Pages') ?? null,
        MediaBox: [0, 0, 595, 842],
      }),
    )
    changePageTree((pages) => [...pages, page])(increment, file)
  }),
  saving(
    'page-cropped',
    'Page 1 gets a crop box that leaves the conditions out',
    'page-changed',
    [1],
    changePage(1, () => ({ CropBox: [0, 700, 595, 842] })),
  ),
  saving(
    'resources-swapped',
    'Page 1 gets other resources: the same operators draw something else',
    'page-changed',
    [1],
    changePage(1, () => ({ Resources: dict({}) })),
  ),
]

function changePageTree(change: (pages: PdfValue[]) => PdfValue[]): Change {
  return (increment, file) => {
    const pages = file.dict(file.rootRef)?.entries.get('Pages')
    const tree = file.dict(pages)
    const kids = change(pageRefs(file))
    if (isRef(pages) && tree) increment.set(pages, withEntries(tree, { Kids: kids, Count: kids.length }))
  }
}

function changeFonts(increment: Increment, file: PdfFile, key: string, value: PdfValue): void {
  for (const [num, entry] of file.xref) {
    if (entry.kind !== 'offset') continue
    const ref = { kind: 'ref', num, gen: entry.gen } as const
    const found = file.dict(ref)
    const at = found?.entries.get(key)
    if (!found || at === undefined) continue
    if (isRef(at)) increment.set(at, value)
    else increment.set(ref, withEntries(found, { [key]: value }))
  }
}
