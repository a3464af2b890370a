import { unzipSync } from 'fflate'
import { Refusal } from '../refusal.ts'

/** One file of a ZIP, still packed. */
export type Packed = { name: string; /** Unpacked, as the ZIP says. */ size: number; read(): Uint8Array }

/**
 * The files of a ZIP, each unpacked when it is read. What the ZIP says about sizes is all it gets: a file that unpacks to more is cut
 * off there, and one that says it unpacks to more than `mostBytes`, alone or with the others, is refused before anything is unpacked.
 */
export function packedFiles(
  zip: Uint8Array,
  { mostBytes, mostFiles }: { mostBytes: number; mostFiles: number },
): Packed[] {
  const listed: { name: string; size: number }[] = []
  let total = 0
  unzipped(zip, ({ name, originalSize }) => {
    if (name.endsWith('/')) return false
    total += originalSize
    if (total > mostBytes || listed.length >= mostFiles) throw new Refusal('platform.archive-too-large')
    listed.push({ name, size: originalSize })
    return false
  })
  return listed.map(({ name, size }) => ({
    name,
    size,
    read: () => unzipped(zip, (file) => file.name === name)[name] ?? new Uint8Array(),
  }))
}

function unzipped(zip: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(zip, { filter })
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('platform.archive-broken')
  }
}

/** Whether bytes begin as a ZIP does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}
