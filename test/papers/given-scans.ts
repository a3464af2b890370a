import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { MeasuredPaper } from './measure.ts'
import names from './names-of-scans.json' with { type: 'json' }

/** As `ground-truth.json` beside given scans says it: rows in columns, values by the names of those who made them. */
type Truth = {
  items: {
    file: string
    type: string
    level: string
    text: string
    lines: string[][]
    fields: Record<string, { value: string }>
  }[]
}
type Names = { type: string; fields: Record<string, string> }

const KINDS: Record<string, Names> = names
const LAST_DATE = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu
const DAY_IN_WORDS = /^(\d+) tháng (\d+) năm (\d{4})$/

/** Scans of a folder with their truth, its names translated into ours; all that is on a paper counts, also what no template asks for. */
export async function* givenScans(folder: string) {
  const { items } = JSON.parse(await readFile(join(folder, 'ground-truth.json'), 'utf8')) as Truth
  for (const { file, type, level, text, lines, fields } of items) {
    const kind = KINDS[type]
    if (!kind) continue
    const told = Object.entries(kind.fields).map(([theirs, ours]) => {
      return [ours, fields[theirs]?.value.replace(DAY_IN_WORDS, '$1/$2/$3') ?? ''] as const
    })
    const signedOn = 'ngay_ky' in fields ? [...text.matchAll(LAST_DATE)].at(-1)?.slice(1).join('/') : undefined
    const paper: MeasuredPaper = {
      type: kind.type,
      lines: lines.flat(),
      fields: { ...Object.fromEntries(told), ...(signedOn === undefined ? {} : { issuedOn: signedOn }) },
    }
    yield { name: basename(file, '.jpg'), level, paper, jpeg: await readFile(join(folder, file)) }
  }
}
