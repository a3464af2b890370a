import { createHash, randomBytes } from 'node:crypto'
import type { App } from '../app.ts'
import { oneRow, sql } from '../db.ts'
import { journalTimestampPort } from '../journal/seal.ts'
import { definePortCheck, type PortCheck } from './checks.ts'

/** Jobs that wait longer than this mean that nobody works the queue off. */
const LATE_MINUTES = 15

/** Checks of what the platform itself leans on; modules add their own ports. */
export function defaultChecks(app: App): PortCheck[] {
  const { embedded, timestampAuthority, identityProvider, databaseUrl, fileFolder } = app.settings
  return [
    definePortCheck('database', embedded.database ? 'embedded' : 'real', () => checkDatabase(app), {
      servedBy: databaseUrl === null ? 'PostgreSQL' : hostOf(databaseUrl),
      isNeeded: true,
      freshSeconds: 2,
    }),
    definePortCheck('file-store', 'embedded', () => checkFileStore(app), { servedBy: fileFolder, isNeeded: true }),
    definePortCheck('job-queue', 'embedded', () => checkJobQueue(app), { servedBy: 'pg-boss', isNeeded: true }),
    definePortCheck(
      'timestamp-authority',
      embedded.timestampAuthority ? 'embedded' : 'real',
      () => checkTimestamp(app),
      {
        servedBy: timestampAuthority.url,
        freshSeconds: embedded.timestampAuthority ? 60 : 900,
      },
    ),
    ...(identityProvider.kind === 'openid' ? [issuerCheck(app)] : []),
  ]
}

function issuerCheck({ settings: { embedded, identityProvider } }: App): PortCheck {
  const side = embedded.identityProvider ? 'embedded' : 'real'
  const { issuer } = identityProvider
  return definePortCheck('identity-provider', side, () => checkIssuer(issuer), { servedBy: issuer, freshSeconds: 60 })
}

async function checkDatabase(app: App): Promise<void> {
  const { writable } = await oneRow(app.db, sql<{ writable: boolean }>`select not pg_is_in_recovery() as writable`)
  if (!writable) throw new Error('the database only reads')
}

/** Writes, flushes and reads back; the same content each time, so that it takes one place. */
async function checkFileStore(app: App): Promise<void> {
  const content = Buffer.from('motcua writes here\n')
  const { sha256 } = await app.files.put(content)
  if (!(await app.files.bytes(sha256)).equals(content)) throw new Error('what was written is not what was read')
}

async function checkJobQueue(app: App): Promise<void> {
  const { late } = await oneRow(
    app.db,
    sql<{ late: bigint }>`
      select count(*) as late from pgboss.job
      where state < 'active' and start_after < now() - make_interval(mins => ${LATE_MINUTES})`,
  )
  if (late > 0n) throw new Error(`${late} jobs have waited over ${LATE_MINUTES} minutes`)
}

async function checkTimestamp(app: App): Promise<void> {
  const token = await app.ports.get(journalTimestampPort).stamp(createHash('sha256').update(randomBytes(32)).digest())
  if (token.length === 0) throw new Error('the token is empty')
}

/** OpenID Connect Discovery 1.0, section 4: the document must name the issuer it was asked for. */
async function checkIssuer(issuer: string): Promise<void> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(4_000),
  })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  const document = (await response.json()) as { issuer?: string }
  if (document.issuer !== issuer) throw new Error(`the document is of ${document.issuer ?? 'nobody'}`)
}

function hostOf(address: string): string {
  const { hostname, port, pathname } = new URL(address)
  return `${hostname}${port ? `:${port}` : ''}${pathname}`
}
