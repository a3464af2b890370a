import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { fileOfDossier } from '../support/api-client.ts'
import type { System } from '../support/system.ts'
import type { FiledDossier } from './file-all.ts'

/** Downloads every acknowledged file through its dossier and compares its hash; counts what else is there. */
export async function checkFiles(pool: Pool, system: System, filed: FiledDossier[]): Promise<string[]> {
  const faults: string[] = []
  for (const { citizen, code, files } of filed) {
    for (const { id, sha256 } of files) {
      try {
        const content = await fileOfDossier(citizen, code, id)
        const found = createHash('sha256').update(content).digest('hex')
        if (found !== sha256) faults.push(`${code}: file ${id} has another content`)
      } catch (error) {
        faults.push(`${code}: file ${id} cannot be downloaded: ${String(error)}`)
      }
    }
  }
  const wanted = filed.reduce((sum, { files }) => sum + files.length, 0)
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from documents.file where origin = 'upload'`,
  )
  const recorded = rows[0]?.count ?? 0
  if (recorded !== wanted) faults.push(`${recorded} files are in the books, ${wanted} were acknowledged`)
  const left = await leftovers(system.folder)
  process.stdout.write(
    `${wanted} files downloaded and compared; ${left} half-received files wait to be swept, in no book\n`,
  )
  return faults
}

/** What a killed server was just receiving. */
async function leftovers(folder: string): Promise<number> {
  const names = await Promise.all(
    ['uploads', 'files/incoming'].map((part) => readdir(join(folder, part)).catch(() => [])),
  )
  return names.flat().length
}
