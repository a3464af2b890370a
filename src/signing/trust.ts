import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { definePort } from '../platform/ports.ts'
import { readCertificate, type Certificate } from './crypto/certificate.ts'
import { openKeyFolder } from './key-folder.ts'
import type { VerifyTrust } from './verification/believe.ts'

/** Authorities this installation believes: roots of signers and of time stamps, and authorities between. */
export const trustPort = definePort<VerifyTrust>('trust')

const CERTIFICATE_FILE = /\.(pem|crt|cer|der)$/i

/**
 * Trust as the key folder has it: the demonstration's own authorities where they were made, and every certificate in the
 * folder `trust` below it, PEM or DER. A certificate signed with its own key is a root.
 */
export async function trustInFolder(keyFolder: string): Promise<VerifyTrust> {
  const found = [...(await demoAuthorities(keyFolder)), ...(await certificatesIn(join(keyFolder, 'trust')))]
  const isRoot = (certificate: Certificate) => certificate.subjectDer.equals(certificate.issuerDer)
  return { anchors: found.filter(isRoot), intermediates: found.filter((certificate) => !isRoot(certificate)) }
}

async function demoAuthorities(keyFolder: string): Promise<Certificate[]> {
  const keys = openKeyFolder(keyFolder)
  const records = await Promise.all(['demo-root', 'demo-issuing'].map((keyRef) => keys.read(keyRef)))
  return records.flatMap((record) => record?.chain.slice(0, 1) ?? [])
}

async function certificatesIn(folder: string): Promise<Certificate[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = await Promise.all(
    names
      .filter((name) => CERTIFICATE_FILE.test(name))
      .toSorted()
      .map((name) => readFile(join(folder, name))),
  )
  return files.flatMap(certificatesOf)
}

function certificatesOf(bytes: Buffer): Certificate[] {
  const blocks = [...bytes.toString('latin1').matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)]
  if (blocks.length === 0) return [readCertificate(bytes)]
  return blocks.map(([, base64 = '']) => readCertificate(Buffer.from(base64, 'base64')))
}
