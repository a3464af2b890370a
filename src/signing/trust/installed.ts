import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprint, readCertificate, type Certificate } from '../crypto/certificate.ts'
import { openKeyFolder } from '../key-folder.ts'
import type { InstalledAnchor } from './anchor.ts'

const CERTIFICATE_FILE = /\.(pem|crt|cer|der)$/i
const NOTES = 'sources.json'
const FOLDER = 'trust'

type Notes = Record<string, NonNullable<InstalledAnchor['note']>>

/** Every certificate the key folder has for believing others: the demonstration's authorities and those in the folder `trust`. */
export async function installedAnchors(keyFolder: string): Promise<InstalledAnchor[]> {
  const folder = join(keyFolder, FOLDER)
  const notes = await notesIn(folder)
  const own = (await demoAuthorities(keyFolder)).map(
    (certificate) => ({ certificate, from: 'demo', note: null }) as const,
  )
  const put = (await certificatesIn(folder)).map(
    (certificate) => ({ certificate, from: 'folder', note: notes[fingerprint(certificate)] ?? null }) as const,
  )
  return [...own, ...put]
}

/** Puts a certificate into the folder, with where it comes from. Again it changes the note alone. */
export async function installAnchorFile(
  keyFolder: string,
  certificate: Certificate,
  note: NonNullable<InstalledAnchor['note']>,
): Promise<void> {
  const folder = join(keyFolder, FOLDER)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const mark = fingerprint(certificate)
  const notes = { ...(await notesIn(folder)), [mark]: note }
  // The note first: a certificate that is believed always tells where it comes from.
  await writeWhole(join(folder, NOTES), `${JSON.stringify(notes, null, 2)}\n`)
  const isThere = (await certificatesIn(folder)).some((one) => one.der.equals(certificate.der))
  if (!isThere) await writeWhole(join(folder, `${mark}.pem`), certificate.x509.toString())
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.draft`, text, { mode: 0o600 })
  await rename(`${path}.draft`, path)
}

async function notesIn(folder: string): Promise<Notes> {
  const text = await readFile(join(folder, NOTES), 'utf8').catch(noneWhenAbsent('{}'))
  return JSON.parse(text) as Notes
}

async function demoAuthorities(keyFolder: string): Promise<Certificate[]> {
  const keys = openKeyFolder(keyFolder)
  const records = await Promise.all(['demo-root', 'demo-issuing'].map((keyRef) => keys.read(keyRef)))
  return records.flatMap((record) => record?.chain.slice(0, 1) ?? [])
}

async function certificatesIn(folder: string): Promise<Certificate[]> {
  const names = await readdir(folder).catch(noneWhenAbsent<string[]>([]))
  const files = await Promise.all(
    names
      .filter((name) => CERTIFICATE_FILE.test(name))
      .toSorted()
      .map((name) => readFile(join(folder, name))),
  )
  return files.flatMap(certificatesOf)
}

/** PEM, with as many certificates as it has, or DER. */
export function certificatesOf(bytes: Buffer): Certificate[] {
  const blocks = [...bytes.toString('latin1').matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)]
  if (blocks.length === 0) return [readCertificate(bytes)]
  return blocks.map(([, base64 = '']) => readCertificate(Buffer.from(base64, 'base64')))
}

function noneWhenAbsent<T>(none: T) {
  return (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return none
    throw error
  }
}
