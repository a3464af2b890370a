import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPdf } from '../testing.ts'
import { inspect } from './inspector.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'motcua-inspector-'))))
afterAll(() => rm(folder, { recursive: true }))

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it('takes many files at once, each with its own verdict', async () => {
  const paths = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const path = join(folder, `${index}.pdf`)
      await writeFile(path, index % 4 === 0 ? 'not a PDF' : aPdf({ pages: index + 1 }))
      return path
    }),
  )
  const verdicts = await Promise.all(paths.map((path) => inspect(path)))
  verdicts.forEach((verdict, index) => {
    expect(verdict).toMatchObject(
      index % 4 === 0 ? { ok: false, code: 'documents.wrong-type' } : { ok: true, pages: index + 1 },
    )
  })
})

it('says that a file it cannot open is a fault of ours, not a bad file', async () => {
  await expect(inspect(join(folder, 'not-there.pdf'))).rejects.toThrow(/bounded work failed/)
})

it('does not keep the program from ending, and ends with it', async () => {
  const program = `
    import { inspect } from ${JSON.stringify(join(import.meta.dirname, 'inspector.ts'))}
    console.log(JSON.stringify(await inspect(${JSON.stringify(join(folder, '1.pdf'))})), process.pid)`
  const path = join(folder, 'program.mjs')
  await writeFile(path, program)
  expect(execFileSync(process.execPath, [path], { timeout: 20_000 }).toString()).toContain('"ok":true')
})

it('leaves no process behind when the one that asked is killed', async () => {
  const program = `
    import { inspect } from ${JSON.stringify(join(import.meta.dirname, 'inspector.ts'))}
    await inspect(${JSON.stringify(join(folder, '1.pdf'))})
    setInterval(() => undefined, 1000)`
  const path = join(folder, 'killed.mjs')
  await writeFile(path, program)
  const asking = execFile(process.execPath, [path])
  const inspectors = () => {
    const found = execFileSync('ps', ['-o', 'pid=', '--ppid', String(asking.pid)]).toString()
    return found.split('\n').filter(Boolean).map(Number)
  }
  let children: number[] = []
  for (let tries = 0; tries < 200 && children.length === 0; tries += 1) {
    await pause(50)
    try {
      children = inspectors()
    } catch {
      // `ps` fails while there is none.
    }
  }
  expect(children).toHaveLength(1)
  asking.kill('SIGKILL')
  for (let tries = 0; tries < 100 && children.some(isAlive); tries += 1) await pause(50)
  expect(children.some(isAlive)).toBe(false)
})
