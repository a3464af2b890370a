import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const KEPT_SECRETS = ['secret', 'identityClientSecret', 'remoteSigningSecret', 'remoteSigningNotices'] as const
export type KeptSecrets = Record<(typeof KEPT_SECRETS)[number], string>

export const noSecrets = () => Object.fromEntries(KEPT_SECRETS.map((name) => [name, ''])) as KeptSecrets

/** Secrets nobody gave are made on this machine and kept, so that sessions outlive a restart. */
export function keptSecrets(dataFolder: string): KeptSecrets {
  const path = join(dataFolder, 'secrets.json')
  const known: Partial<KeptSecrets> = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<KeptSecrets>)
    : {}
  if (KEPT_SECRETS.every((name) => known[name] !== undefined)) return known as KeptSecrets
  const fresh = KEPT_SECRETS.map((name) => [name, randomBytes(name === 'secret' ? 48 : 32).toString('base64url')])
  const kept = { ...(Object.fromEntries(fresh) as KeptSecrets), ...known }
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(path, JSON.stringify(kept), { mode: 0o600 })
  return kept
}
