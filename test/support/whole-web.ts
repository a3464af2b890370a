import type { AddressInfo } from 'node:net'
import { openWeb, work } from '../../src/app.tsx'
import type { Web } from '../../src/platform/web/web.ts'
import { refusals } from '../../src/refusals.ts'
import { seatPorts } from '../../src/seat-ports.ts'
import { buildAssets } from '../../src/ui/build-assets.ts'
import { openTestApp, type TestApp } from './test-app.ts'

export type WholeWeb = { world: TestApp; web: Web; address: string; close(): Promise<void> }

/** All doors of the system on the whole province, listening; the clock stands still and jobs wait. */
export async function openWholeWeb(): Promise<WholeWeb> {
  const world = await openTestApp({ province: true, work, refusals })
  await seatPorts(world.app)
  const folder = `${world.folder}/assets`
  const web = await openWeb(world.app, { folder, manifest: await buildAssets(folder) })
  await web.listen({ port: 0, host: '127.0.0.1' })
  const { port } = web.server.address() as AddressInfo
  return {
    world,
    web,
    address: `http://localhost:${port}`,
    async close() {
      await web.close()
      await world.close()
    },
  }
}
