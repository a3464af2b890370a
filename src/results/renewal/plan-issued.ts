import type { App } from '../../platform/app.ts'
import { renewalDay, trustPort, verifyPdf } from '../../signing/index.ts'
import { insertPlan, unplanned } from './store.ts'

const AT_ONCE = 100

/** Plans for what was issued before there was a plan, the oldest first; a file that cannot be read holds up no other. */
export async function planUnplanned(app: App): Promise<number> {
  const failed: string[] = []
  let planned = 0
  for (;;) {
    const found = await unplanned(app.db, failed, AT_ONCE)
    if (found.length === 0) return planned
    for (const { firstSha256, sha256 } of found) {
      try {
        const now = app.clock.now()
        const pdf = await app.files.bytes(sha256)
        const report = verifyPdf(pdf, app.ports.get(trustPort), now)
        await insertPlan(app.db, firstSha256, renewalDay(pdf, report, now))
        planned += 1
      } catch (error) {
        failed.push(firstSha256)
        app.log.error({ err: error, sha256 }, 'an issued document could not be planned for')
      }
    }
  }
}
