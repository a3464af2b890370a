import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { readCsv } from '../platform/csv.ts'
import { PROJECT_ROOT } from '../platform/root.ts'
import type { ProcessDefinition } from './processes/process.ts'
import { readProcess } from './processes/read-process.ts'
import type { SourceProcedure } from './source-procedure.ts'

export type CodeName = { code: string; name: string }

export type CatalogueSource = {
  procedures: SourceProcedure[]
  sectors: CodeName[]
  results: CodeName[]
  legalDocuments: CodeName[]
  processes: ProcessDefinition[]
}

const DATA = join(PROJECT_ROOT, 'data')
const FILES = {
  procedures: 'procedures/procedures.jsonl.gz',
  sectors: 'codes/sectors.csv',
  results: 'codes/results.csv',
  legalDocuments: 'codes/legal-documents.csv',
  departments: 'organisation/sector-departments.json',
}

/** One fingerprint of all files the catalogue is made from. */
export async function sourceFingerprint(folder = DATA): Promise<string> {
  const hash = createHash('sha256')
  for (const file of [...Object.values(FILES), ...(await processFiles(folder))])
    hash.update(await readFile(join(folder, file)))
  return hash.digest('hex')
}

export async function readCatalogueSource(folder = DATA): Promise<CatalogueSource> {
  const packed = await readFile(join(folder, FILES.procedures))
  const lines = (await promisify(gunzip)(packed)).toString('utf8').split('\n')
  const codes = async (file: string): Promise<CodeName[]> =>
    (await readCsv<'code' | 'name'>(join(folder, file))).map(({ code, name }) => ({ code, name }))
  return {
    procedures: lines.filter((line) => line !== '').map((line) => JSON.parse(line) as SourceProcedure),
    sectors: await codes(FILES.sectors),
    results: await codes(FILES.results),
    legalDocuments: await codes(FILES.legalDocuments),
    processes: await readProcesses(folder),
  }
}

/** Definitions lie one version a file: `five-steps.json`, `five-steps-2.json`. */
async function processFiles(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'processes'))
  return names
    .filter((name) => /^five-steps(-\d+)?\.json$/.test(name))
    .toSorted()
    .map((name) => `processes/${name}`)
}

/** The versions of the files, the oldest first. */
export async function readProcesses(folder = DATA): Promise<ProcessDefinition[]> {
  const files = await processFiles(folder)
  const read = files.map(async (file) => readProcess(JSON.parse(await readFile(join(folder, file), 'utf8'))))
  return (await Promise.all(read)).toSorted((a, b) => a.version - b.version)
}
