import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import { defineEvent } from '../platform/events.ts'
import { defineJob } from '../platform/jobs.ts'
import { saveScan, filesNotScanned } from './store.ts'
import { virusScanPort } from './virus-scanner.ts'

/** A file that was kept before it could be scanned turned out to be infected. It can no longer be opened. */
export const fileFoundInfected = defineEvent<{ fileId: string }>('documents.found-infected')

const AT_ONCE = 200

export const recordScan = action({
  name: 'documents.record-scan',
  roles: ['system'],
  input: Type.Object({
    fileId: Type.String({ format: 'uuid' }),
    verdict: Type.Union([Type.Literal('clean'), Type.Literal('infected')]),
    by: Type.String(),
    found: Type.Optional(Type.String()),
  }),
  async run({ db, now, journal, emit }, _, { fileId, verdict, by, found }) {
    const isNews = await saveScan(db, fileId, verdict, by, now)
    journal({
      subject: `file:${fileId}`,
      what: 'documents.scanned',
      facts: { verdict, by, ...(found === undefined ? {} : { found }) },
    })
    if (isNews && verdict === 'infected') await emit(fileFoundInfected, { fileId })
  },
})

/** Scans what was received while no scanner answered. */
export const scanWaiting = defineJob<object>(
  'documents.scan-waiting',
  { schedule: '*/15 * * * *', retryLimit: 0 },
  async (app) => {
    const scanner = app.ports.get(virusScanPort)
    if (!(await scanner.ping())) return
    for (const { id, sha256 } of await filesNotScanned(app.db, AT_ONCE)) {
      const report = await scanner.scan(app.files.read(sha256))
      if (report.verdict === 'not-scanned') continue
      await runAction(
        app,
        recordScan,
        { kind: 'system', name: 'virus-scan' },
        { fileId: id, by: scanner.name, ...report },
      )
    }
  },
)
