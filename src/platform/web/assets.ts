import fastifyStatic from '@fastify/static'
import type { Web } from './web.ts'

const YEAR_MS = 365 * 86_400_000

/** Serves built style sheets, fonts and scripts; their names change with their content, so browsers keep them. */
export async function serveAssets(web: Web, folder: string): Promise<void> {
  await web.register(fastifyStatic, {
    root: folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: YEAR_MS,
    preCompressed: true,
    index: false,
  })
}
