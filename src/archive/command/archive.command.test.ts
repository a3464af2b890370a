import { createHash } from 'node:crypto'
import { mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeBag, type PackedPaper } from '../bag.ts'
import { writeBag } from './bag-files.ts'
import { archiveCommand } from './archive.command.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n%%EOF\n')
const paper = {
  entry: {
    id: '019f0000-0000-7000-8000-000000000001',
    owner: { kind: 'personal-id', number: '022188000512' },
    title: 'Giấy khai sinh',
    about: null,
    number: '12/TP-2026',
    issuer: 'Ủy ban nhân dân phường Bãi Cháy',
    issuedOn: '2026-11-20',
    sourceCode: 'H49.136-261120-0001',
  } as PackedPaper['entry'],
  typeName: 'Giấy khai sinh',
  keep: 'permanent' as const,
  files: [{ file: { sha256: '', mediaType: 'application/pdf' as const }, bytes: PDF, report: { verdict: 'valid' } }],
}
const FACTS = { code: 'GNL-2027-0001', unitName: 'UBND phường', madeBy: 'Lan', madeAt: '2027-11-24T02:00:00Z' }

let zip: Uint8Array
let folder: string
let made = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-archive-'))
  const sha256 = createHash('sha256').update(PDF).digest('hex')
  zip = makeBag(FACTS, [{ ...paper, files: paper.files.map((one) => ({ ...one, file: { ...one.file, sha256 } })) }])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The package laid out anew. */
async function laidOut(): Promise<string> {
  made += 1
  const bag = join(folder, `bag-${made}`)
  expect(await writeBag(bag, zip)).toBe(true)
  return bag
}

async function run(...argv: string[]) {
  const said = { out: '', err: '' }
  const io = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) }
  const command = archiveCommand(() => Promise.reject(new Error('no installation')))
  const code = await command.run(argv, io, undefined)
  return { code, ...said }
}
const faults = async (bag: string) => {
  const { code, out } = await run('verify', bag, '--json')
  const { whole, faults: found } = JSON.parse(out) as { whole: boolean; faults: { file: string; fault: string }[] }
  expect([code, whole]).toEqual(found.length === 0 ? [0, true] : [1, false])
  return found.map(({ file, fault }) => `${file}: ${fault}`)
}

describe('a package', () => {
  test('as it was made is whole, as a folder and as a ZIP, and is never written over', async () => {
    const bag = await laidOut()
    expect(await faults(bag)).toEqual([])
    expect(await writeBag(bag, zip)).toBe(false)
    const file = join(folder, 'goi.zip')
    await writeFile(file, zip)
    expect(await run('verify', file)).toMatchObject({
      code: 0,
      out: `GNL-2027-0001: nguyên vẹn, 1 giấy tờ, ${Object.keys(unzipSync(zip)).length} tệp.`,
    })
  })

  const change = (name: string, content: string) => (bag: string) => writeFile(join(bag, name), content)
  const remove = (name: string) => (bag: string) => rm(join(bag, name))
  test.each<[string, (bag: string) => Promise<unknown>, string[]]>([
    ['a document that was changed', change('data/0001/1.pdf', `${PDF}x`), ['data/0001/1.pdf: changed']],
    ['a document that is gone', remove('data/0001/1.pdf'), ['data/0001/1.pdf: missing', 'data/0001/: no-document']],
    ['a file that was slipped in', change('data/0001/2.pdf', 'x'), ['data/0001/2.pdf: unlisted', 'not-a-pdf']],
    ['a description emptied', change('data/0001/mo-ta.xml', '<metadata/>'), ['mo-ta.xml: changed', 'no-description']],
    ['no reports of signatures', change('data/0001/chu-ky.json', '{'), ['chu-ky.json: changed', 'no-signature-report']],
    ['a manifest that was changed', change('manifest-sha256.txt', 'x'), ['changed', 'unreadable-manifest']],
    ['no list of tags', remove('tagmanifest-sha256.txt'), ['tagmanifest-sha256.txt: missing']],
    ['a list without the paper', change('data/danh-sach.csv', 'x'), ['danh-sach.csv: changed', 'not-in-list']],
  ])('with %s is not whole, and the file is named', async (_, spoil, expected) => {
    const bag = await laidOut()
    await spoil(bag)
    const found = await faults(bag)
    for (const one of expected) expect(found.join('\n')).toContain(one)
  })

  test('whose manifest leads elsewhere, or whose document is a link, misses a file', async () => {
    const bag = await laidOut()
    await rename(join(bag, 'data/0001/1.pdf'), join(folder, 'outside.pdf'))
    await symlink(join(folder, 'outside.pdf'), join(bag, 'data/0001/1.pdf'))
    expect(await faults(bag)).toContain('data/0001/1.pdf: missing')
    await writeFile(join(bag, 'manifest-sha256.txt'), `${'a'.repeat(64)}  ../outside.pdf\n`)
    expect(await faults(bag)).toContain('../outside.pdf: missing')
  })
})

test('wrong words are told with the help, and nothing is opened', async () => {
  expect(await run('verify', join(folder, 'none'))).toMatchObject({ code: 2, err: expect.stringContaining('không có') })
  for (const argv of [[], ['burn'], ['verify'], ['due'], ['make', '--as', 'a'], ['due', '--who', 'a']])
    expect(await run(...argv)).toMatchObject({ code: 2, err: expect.stringContaining('motcua archive due') })
  const receipt = ['receipt', 'GNL-1', '--as', 'a', '--archive', 'b', '--number', 'c', '--receiver', 'd', '--on', 'x']
  expect((await run(...receipt)).err).toContain('--on x is no day')
  expect(await run('--help')).toMatchObject({ code: 0, err: '' })
})
