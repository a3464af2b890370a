import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PROJECT_ROOT } from '../src/platform/root.ts'
import { refusals } from '../src/refusals.ts'

const SRC = join(PROJECT_ROOT, 'src')
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.test|testing)\.tsx?$/.test(file),
)
const text = new Map(sources.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]))

const modules = new Set(Object.keys(refusals).map((code) => code.split('.')[0]))
const used = new Set(
  [...text.values()].flatMap((source) =>
    [...source.matchAll(/(?:new Refusal\(|code: |\? |: |return )'([a-z]+\.[a-z][a-z0-9-]+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  ),
)

it('has words for every refusal the code can give', () => {
  const refused = [...used].filter((code) => modules.has(code.split('.')[0]))
  const thrown = [...text].flatMap(([, source]) =>
    [...source.matchAll(/new Refusal\('([^']+)'/g)].map((match) => match[1] ?? ''),
  )
  expect(thrown.length).toBeGreaterThan(20)
  expect(thrown.filter((code) => !(code in refusals))).toEqual([])
  expect(refused.length).toBeGreaterThan(0)
})

it('speaks Vietnamese in composed letters, one sentence or more, with a known status', () => {
  for (const [code, { title, status }] of Object.entries(refusals)) {
    expect(title, code).toBe(title.normalize('NFC'))
    expect(title.trim(), code).toMatch(/[.?)]$/)
    expect(status, code).toBeGreaterThanOrEqual(400)
  }
})

it('keeps sentences for people in texts files', () => {
  const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i
  const allowed = /texts(\.en)?\.tsx?$|testing|islands|\/cleaning\/|\.test\.|platform\/text\.ts$|platform\/dates\.ts$/
  // Proper names, marks on demo certificates and citations of law are data.
  const names =
    /Thành phố Quảng Ninh|KHÔNG CÓ GIÁ TRỊ PHÁP LÝ|trình diễn|TRÌNH DIỄN|QCVN 12|^\{"|^số 12, ngõ 5|^Sổ dân cư đi kèm|^Chứng thực bản sao/i
  const strings = /'((?:[^'\\\n]|\\.)*)'|>([^<>{}\n]+)</g
  const wrong: string[] = []
  for (const [file, source] of text) {
    if (allowed.test(file)) continue
    const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    for (const match of code.matchAll(strings)) {
      const words = match[1] ?? match[2] ?? ''
      if (VIETNAMESE.test(words) && words.trim().split(/\s+/).length >= 4 && !names.test(words))
        wrong.push(`${file}: ${words.trim().slice(0, 60)}`)
    }
  }
  expect(wrong).toEqual([])
})
