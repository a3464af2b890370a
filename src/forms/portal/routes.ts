import { Refusal } from '../../platform/refusal.ts'
import type { Web } from '../../platform/web/web.ts'
import { CHECK_PATH } from '../browser/checked-layout.ts'
import { checkScript } from '../browser/check-module.ts'

/** Scripts that check a form while it is filled in; their names are made of their content. */
export async function formsPortalRoutes(web: Web): Promise<void> {
  web.get<{ Params: { name: string } }>(`${CHECK_PATH}:name`, async (request, reply) => {
    const script = await checkScript(request.params.name)
    if (script === undefined) throw new Refusal('platform.not-found')
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(script)
  })
}
