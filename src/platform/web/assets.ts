import fastifyStatic from '@fastify/static'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
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

/** Serves the worker of citizens' pages at the root: one stands before the pages below its own address. It is asked for anew. */
export async function serveWorker(web: Web, folder: string, asset: string | undefined): Promise<void> {
  const script = await readFile(join(folder, basename(asset ?? '')))
  web.get('/sw.js', { schema: { hide: true } }, async (_, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(script),
  )
}
