import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PROJECT_ROOT } from '../src/platform/root.ts'

type Named = { complaint: string; path: string; titles: string[] }

const text = (path: string) => readFileSync(join(PROJECT_ROOT, path), 'utf8')

/** Rows of the tables: a complaint, then its tests as `path` › group › title, several behind one another. */
function named(): Named[] {
  const rows = text('docs/complaints.md').matchAll(/^\| (.+?) \| (`.+) \|$/gm)
  return [...rows].flatMap(([, complaint = '', tests = '']) =>
    tests.split('<br>').map((one) => {
      const [path = '', ...titles] = one.split(' › ')
      return { complaint, path: path.replaceAll('`', ''), titles }
    }),
  )
}

/** Whether a file has a test, a group, or a row of a table with exactly this title. */
function holds(source: string, title: string): boolean {
  return [`'${title.replaceAll("'", "\\'")}'`, `"${title}"`, `\`${title}\``].some((quoted) => source.includes(quoted))
}

it('every complaint we know has its tests, by name', () => {
  const all = named()
  expect(new Set(all.map(({ complaint }) => complaint)).size).toBeGreaterThan(40)
  const gone = all.flatMap(({ path, titles }) => {
    const source = text(path)
    return titles.length === 0
      ? [path]
      : titles.filter((title) => !holds(source, title)).map((title) => `${path}: ${title}`)
  })
  expect(gone).toEqual([])
})
