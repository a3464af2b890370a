import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { FileStore } from '../platform/file-store.ts'
import { newId } from '../platform/id.ts'
import { defineJob } from '../platform/jobs.ts'
import { spoolFolder } from './receive-upload.ts'
import { sweepSpool } from './spool.ts'
import { filesAfter, insertIntegrityRun, type IntegrityFinding } from './store.ts'

const PAGE = 500
const SPOOL_KEPT_MS = 24 * 3_600_000

const recordIntegrity = action({
  name: 'documents.record-integrity',
  roles: ['system'],
  input: Type.Object({
    startedAt: Type.String(),
    filesChecked: Type.Integer(),
    findings: Type.Array(
      Type.Object({ fileId: Type.String(), finding: Type.Union([Type.Literal('missing'), Type.Literal('changed')]) }),
    ),
  }),
  async run({ db, now, journal }, _, { startedAt, filesChecked, findings }) {
    const run = { id: newId(), startedAt: new Date(startedAt), finishedAt: now, filesChecked }
    await insertIntegrityRun(db, run, findings)
    journal({
      subject: 'files:integrity',
      what: 'documents.integrity-checked',
      facts: { filesChecked, damaged: findings.length },
    })
    for (const { fileId, finding } of findings) {
      journal({ subject: `file:${fileId}`, what: 'documents.integrity-broken', facts: { finding } })
    }
  },
})

/** Hashes every stored file anew each night and writes down what is missing or changed. */
export const checkIntegrity = defineJob<object>(
  'documents.integrity',
  { schedule: '30 2 * * *', retryLimit: 1 },
  async (app) => {
    const started = app.clock.now()
    const yesterday = new Date(started.getTime() - SPOOL_KEPT_MS)
    await sweepSpool(spoolFolder(app), yesterday)
    await app.files.sweep(yesterday)
    const findings: IntegrityFinding[] = []
    let filesChecked = 0
    for (let after: string | null = null; ;) {
      const files = await filesAfter(app.db, after, PAGE)
      for (const { id, sha256 } of files) {
        const finding = await findingFor(app.files, sha256)
        if (finding) findings.push({ fileId: id, finding })
      }
      filesChecked += files.length
      const last = files.at(-1)
      if (!last) break
      after = last.id
    }
    if (findings.length > 0) app.log.error({ damaged: findings.length }, 'stored files are missing or changed')
    const input = { startedAt: started.toISOString(), filesChecked, findings }
    await runAction(app, recordIntegrity, { kind: 'system', name: 'integrity' }, input)
  },
)

async function findingFor(store: FileStore, sha256: string): Promise<IntegrityFinding['finding'] | undefined> {
  if (!(await store.has(sha256))) return 'missing'
  const hash = createHash('sha256')
  await pipeline(store.read(sha256), hash)
  return hash.digest('hex') === sha256 ? undefined : 'changed'
}
