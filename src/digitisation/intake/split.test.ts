import { expect, it } from 'vitest'
import type { Page, SplitAt } from './scan.ts'
import { split } from './split.ts'

const [FIRST, SECOND] = ['MCPC-AB23CD45', 'MCPC-ZZ99YY88']

/** `p` a page, `b` a blank one, `1` and `2` separator sheets, `|` another file begins. */
function pile(drawn: string): Pick<Page, 'id' | 'fileId' | 'role' | 'codes'>[] {
  let file = 0
  return [...drawn].flatMap((kind, at) => {
    if (kind === '|') file += 1
    if (kind === '|') return []
    const text = { 1: FIRST, 2: SECOND }[kind]
    return [
      {
        id: String(at),
        fileId: `file ${file}`,
        role: text ? 'separator' : kind === 'b' ? 'blank' : 'page',
        codes: text ? [{ format: 'DataMatrix', text }] : [],
      },
    ]
  })
}

it.each<[string, SplitAt, string[]]>([
  ['ppp', 'separator', ['012']],
  ['pp|p', 'separator', ['013']],
  ['pp|p', 'file', ['01', '3']],
  ['ppp', 'page', ['0', '1', '2']],
  ['pbpb', 'separator', ['02']],
  ['pbpb', 'blank', ['0', '2']],
  ['bbb', 'blank', []],
  ['1pp2p', 'separator', ['MCPC-AB23CD45 12', 'MCPC-ZZ99YY88 4']],
  ['p1p|p', 'file', ['0', 'MCPC-AB23CD45 2', 'MCPC-AB23CD45 4']],
  ['12p', 'blank', ['MCPC-ZZ99YY88 2']],
  ['1bp', 'separator', ['MCPC-AB23CD45 2']],
  ['', 'page', []],
])('%s cut at %s', (drawn, at, papers) => {
  const found = split(pile(drawn), at).map(({ separatorCode, pageIds }) =>
    [separatorCode, pageIds.join('')].filter(Boolean).join(' '),
  )
  expect(found).toEqual(papers)
})
