import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFolderStore, pathInStore } from './file-store.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'motcua-store-'))))
afterAll(() => rm(folder, { recursive: true }))

test('what a killed process was writing goes after a while, what is stored stays', async () => {
  const store = await openFolderStore(folder)
  const { sha256 } = await store.put(Buffer.from('Giấy chứng sinh'))
  const [old, fresh] = ['old', 'fresh'].map((name) => join(folder, 'incoming', name)) as [string, string]
  await writeFile(old, 'half')
  await writeFile(fresh, 'half')
  await utimes(old, new Date('2026-11-01'), new Date('2026-11-01'))
  expect(await store.sweep(new Date('2026-11-02'))).toBe(1)
  expect(await readdir(join(folder, 'incoming'))).toEqual(['fresh'])
  expect((await store.bytes(sha256)).toString()).toBe('Giấy chứng sinh')
  await store.close()
})

test('moves a file in without copying it, also when the same content is there already', async () => {
  const store = await openFolderStore(folder)
  const path = join(folder, 'spooled')
  const words = 'Giấy đề nghị'
  const content = { sha256: createHash('sha256').update(words).digest('hex'), size: Buffer.byteLength(words) }
  for (let times = 0; times < 2; times += 1) {
    await writeFile(path, words)
    await store.adopt(path, content)
    expect((await store.bytes(content.sha256)).toString()).toBe(words)
  }
  await expect(store.adopt(path, content)).rejects.toThrow('ENOENT')
  await store.close()
})

test('lets a content go that was not stored again meanwhile', async () => {
  const store = await openFolderStore(folder)
  const { sha256 } = await store.put(Buffer.from('Bản gốc'))
  const before = new Date(Date.now() - 86_400_000)
  expect(await store.remove(sha256, before)).toBe(false)
  expect((await store.bytes(sha256)).toString()).toBe('Bản gốc')
  await utimes(pathInStore(folder, sha256), new Date(0), new Date(0))
  expect(await store.remove(sha256, before)).toBe(true)
  expect(await store.has(sha256)).toBe(false)
  expect(await store.remove(sha256, before)).toBe(true)
  await store.close()
})
