import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { unzipSync } from 'fflate'
import type { Bag } from './check-bag.ts'

/** The bag at this place, a folder or a ZIP; undefined when there is neither. */
export async function openBag(path: string): Promise<Bag | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) return bagInFolder(path)
  return found?.isFile() ? bagInZip(await readFile(path)) : undefined
}

async function bagInFolder(folder: string): Promise<Bag> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  // Links are left out, so a manifest that names one misses it: what they point to is not in the bag.
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [relative(folder, file).split(sep).join('/'), () => readFile(file)]))
}

function bagInZip(bytes: Uint8Array): Bag | undefined {
  try {
    const files = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'))
    return new Map(files.map(([name, content]) => [name, async () => content]))
  } catch {
    return undefined
  }
}

/** Lays a package out in a new folder; what is there already is never written over. */
export async function writeBag(folder: string, zip: Uint8Array): Promise<boolean> {
  await mkdir(dirname(folder), { recursive: true })
  const isNew = await mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
  if (!isNew) return false
  for (const [name, content] of Object.entries(unzipSync(zip))) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content, { flag: 'wx' })
  }
  return true
}
