import { Refusal } from '../refusal.ts'
import type { SheetTable } from './cell.ts'
import { dateFormats, partTargets, sharedTexts, workbookParts } from './workbook-parts.ts'
import { sheetRows } from './sheet-rows.ts'
import { packedFiles, type Packed } from './unpack.ts'

/** Unpacked, and more than a sheet of a thousand full rows ever takes. */
const MOST_BYTES = 64 * 1024 * 1024
const MOST_PARTS = 2_000

/** The name under which a template of ours writes what it is for. */
export const MARK = 'MOTCUA_MAU'

type Wanted = { sheet: string; mostRows: number; /** No other sheet stands for one that is not there. */ byName?: true }

/** One sheet of a workbook (.xlsx): the one with this name, else the first that is not hidden. */
export function readWorkbook(bytes: Uint8Array, { sheet, mostRows, byName }: Wanted): SheetTable {
  const parts = new Map(
    packedFiles(bytes, { mostBytes: MOST_BYTES, mostFiles: MOST_PARTS }).map((part) => [part.name, part]),
  )
  if ([...parts.keys()].some((name) => /vbaProject\.bin$|macrosheets\//i.test(name)))
    throw new Refusal('platform.sheet-with-macros')
  const workbook = parts.get('xl/workbook.xml')
  if (!workbook) throw new Refusal('platform.sheet-not-a-sheet')
  try {
    const { sheets, marks, epoch } = workbookParts(xmlOf(workbook))
    const targets = partTargets(xmlOf(parts.get('xl/_rels/workbook.xml.rels')))
    const named = sheets.find(({ name }) => name === sheet)
    if (!named && byName) return { rows: [], mark: marks.get(MARK) }
    const chosen = named ?? sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]
    const part = parts.get(`xl/${(targets.get(chosen?.relation ?? '') ?? '').replace(/^\/?xl\//, '')}`)
    if (!part) throw new Refusal('platform.sheet-broken')
    const known = {
      texts: sharedTexts(xmlOf(parts.get('xl/sharedStrings.xml'))),
      dates: dateFormats(xmlOf(parts.get('xl/styles.xml'))),
    }
    return { rows: sheetRows(xmlOf(part), { ...known, epoch, mostRows }), mark: marks.get(MARK) }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('platform.sheet-broken')
  }
}

function xmlOf(part: Packed | undefined): string {
  if (!part) return ''
  const xml = new TextDecoder('utf-8').decode(part.read())
  // No spreadsheet program writes one; what it would bring in has no business here.
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new Refusal('platform.sheet-broken')
  return xml
}
