import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { PROJECT_ROOT } from '../src/platform/root.ts'

/** The floors of the house: a module imports from floors below its own, through their `index.ts`. */
const FLOOR: Record<string, number> = {
  platform: 0,
  ui: 0,
  organisation: 1,
  identity: 2,
  forms: 2,
  catalogue: 3,
  deadlines: 3,
  signing: 3,
  documents: 3,
  dossiers: 4,
  digitisation: 5,
  results: 5,
  payments: 5,
  desk: 5,
  archive: 6,
  instant: 6,
  supervision: 6,
  notifications: 6,
  feedback: 6,
  assistant: 6,
  interop: 6,
  portal: 7,
  workspace: 7,
  kiosk: 7,
}
const BASE = new Set(['platform', 'ui'])
const DOORS = new Set(['portal', 'workspace', 'api', 'kiosk'])
const SITES = new Set(['portal', 'workspace', 'kiosk'])

const SRC = join(PROJECT_ROOT, 'src')

type Import = { from: string; to: string }

function sourceFiles(folder = SRC): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return /\.tsx?$/.test(entry.name) ? [relative(SRC, path)] : []
  })
}

const files = sourceFiles()
const production = files.filter((file) => !/\.(test|bench|contract)\.tsx?$|(^|\/)testing\.tsx?$/.test(file))
const text = (file: string) => readFileSync(join(SRC, file), 'utf8')
const moduleOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '')
const isDoor = (file: string) => SITES.has(moduleOf(file)) || DOORS.has(file.split('/')[1] ?? '')

const imports: Import[] = production.flatMap((file) =>
  ts
    .preProcessFile(text(file), true, true)
    .importedFiles.map((found) => found.fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ from: file, to: relative(SRC, resolve(SRC, dirname(file), name)) })),
)

describe('the house', () => {
  it('has a floor for every folder', () => {
    const folders = readdirSync(SRC, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    expect(folders.filter((name) => !(name in FLOOR))).toEqual([])
  })

  it('reads enough imports to mean something', () => {
    expect(imports.length).toBeGreaterThan(files.length)
  })

  it('imports lower floors only, through their index', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [here, there] = [moduleOf(from), moduleOf(to)]
      if (here === there || here === '' || to.startsWith('..')) return false
      if (there === '') return true
      if (BASE.has(there)) return BASE.has(here) && here === 'platform' && there === 'ui'
      if (SITES.has(here))
        return (FLOOR[there] ?? 9) >= (FLOOR[here] ?? 0) || !(to === `${there}/index.ts` || isDoor(to))
      return (FLOOR[there] ?? 9) >= (FLOOR[here] ?? 0) || to !== `${there}/index.ts`
    })
    expect(wrong.map(({ from, to }) => `${from} → ${to}: go through a lower floor's index.ts, or by an event`)).toEqual(
      [],
    )
  })

  it('keeps pages out of rules: only .tsx files, doors and sites import ui or doors', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (moduleOf(from) === '' || moduleOf(from) === 'ui') return false
      if (moduleOf(to) === 'ui') return !isDoor(from) && !from.endsWith('.tsx')
      return moduleOf(from) === moduleOf(to) && isDoor(to) && !isDoor(from)
    })
    expect(wrong.map(({ from, to }) => `${from} → ${to}: move the page into a door folder`)).toEqual([])
  })

  it('keeps modules to their own tables', () => {
    const schemas = Object.keys(FLOOR).filter((name) => !['ui', 'portal', 'workspace', 'kiosk'].includes(name))
    const wrong = production.flatMap((file) => {
      const found = text(file).matchAll(/\b(?:from|join|into|update)\s+([a-z]+)\.([a-z_]+)/g)
      return [...found]
        .map((match) => match[1] ?? '')
        .filter((schema) => schemas.includes(schema) && schema !== moduleOf(file) && moduleOf(file) !== '')
        .map((schema) => `${file} reads tables of ${schema}: ask its index.ts`)
    })
    expect(wrong).toEqual([])
  })

  it('reads the machine clock in one place', () => {
    const wrong = production.filter(
      (file) => !/platform\/clock\.ts$|ui\/islands\//.test(file) && /new Date\(\)|Date\.now\(\)/.test(text(file)),
    )
    expect(wrong).toEqual([])
  })

  it('keeps files short enough to read', () => {
    const long = production.filter(
      (file) => !/texts(\.en)?\.tsx?$|icons\.ts$/.test(file) && text(file).split('\n').length > 300,
    )
    expect(long).toEqual([])
  })
})
