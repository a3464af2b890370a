import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { KeyObject } from 'node:crypto'
import { inject } from 'vitest'
import { readCertificate } from '../../src/signing/index.ts'
import { PROJECT_ROOT } from '../../src/platform/root.ts'

const run = promisify(execFile)

/** Where Debian puts the library of its software token. */
export const SOFT_TOKEN_MODULE = '/usr/lib/softhsm/libsofthsm2.so'

export type SoftToken = {
  label: string
  pin: string
  /** Puts a key and its certificates on the token under this identity, in hex. */
  put(id: string, privateKey: KeyObject, chain: readonly Uint8Array[]): Promise<void>
  /** Takes it out of its slot; the answer puts it back. */
  takeOut(): Promise<() => Promise<void>>
}

/** The addon is compiled once on each machine, against the headers that come with our Node.js. */
export async function buildPkcs11(): Promise<void> {
  if (existsSync(join(PROJECT_ROOT, 'node_modules/pkcs11js/build/Release/pkcs11.node'))) return
  const headers = dirname(dirname(process.execPath))
  await run('npm', ['rebuild', 'pkcs11js', '--foreground-scripts', `--nodedir=${headers}`], { cwd: PROJECT_ROOT })
}

/** A token of SoftHSM2, which is a program of others, freshly initialised. */
export async function openSoftToken(label: string): Promise<SoftToken> {
  await buildPkcs11()
  const { PKCS11 } = await import('pkcs11js')
  const conf = inject('softTokenConf')
  const folder = join(dirname(conf), 'tokens')
  await mkdir(folder, { recursive: true })
  await writeFile(conf, `directories.tokendir = ${folder}\nobjectstore.backend = file\nlog.level = ERROR\n`)
  const env = { ...process.env, SOFTHSM2_CONF: conf }
  const [pin, officer] = ['246810', '1357913579']
  const before = new Set(await readdir(folder))
  const softhsm = (...words: string[]) => run('softhsm2-util', words, { env })
  await softhsm('--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', officer)
  const own = (await readdir(folder)).find((name) => !before.has(name))
  if (own === undefined) throw new Error('no token was made')

  return {
    label,
    pin,
    async put(id, privateKey, chain) {
      const scratch = await mkdtemp(join(dirname(conf), 'key-'))
      const pem = join(scratch, 'key.pem')
      await writeFile(pem, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
      await softhsm('--import', pem, '--token', label, '--label', id, '--id', id, '--pin', pin)
      await rm(scratch, { recursive: true })
      const module = new PKCS11()
      module.load(SOFT_TOKEN_MODULE)
      try {
        module.C_Initialize({ flags: 2 })
      } catch (error) {
        // Another thread of this process has it open.
        if (!String(error).includes('ALREADY_INITIALIZED')) throw error
      }
      const slot = module.C_GetSlotList(true).find((one) => module.C_GetTokenInfo(one).label.trim() === label)
      if (!slot) throw new Error(`no token ${label}`)
      const session = module.C_OpenSession(slot, 4 | 2)
      module.C_Login(session, 1, pin)
      for (const [index, der] of chain.entries()) {
        module.C_CreateObject(session, certificateObject(index === 0 ? id : `${id}ff`, der))
      }
      module.C_Logout(session)
      module.C_CloseSession(session)
    },
    async takeOut() {
      const away = join(dirname(conf), 'away')
      await rename(join(folder, own), away)
      return () => rename(away, join(folder, own))
    },
  }
}

const certificateObject = (id: string, der: Uint8Array) => [
  { type: 0, value: 1 },
  { type: 1, value: true },
  { type: 2, value: false },
  { type: 0x80, value: 0 },
  { type: 3, value: id },
  { type: 0x102, value: Buffer.from(id, 'hex') },
  { type: 0x101, value: readCertificate(der).subjectDer },
  { type: 0x11, value: Buffer.from(der) },
]
