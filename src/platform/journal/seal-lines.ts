import { canonicalJson, sha256Hex } from './line.ts'
import { leafHash, merkleRoot } from './merkle.ts'

/** What of a line goes under a seal; its hash already covers content and order. */
export type SealedLine = { subject: string; seq: number; hash: string }

/** niêm nhật ký: one root over lines of all subjects, chained to the seal before. */
export type Seal = {
  sealNo: number
  sealedAt: Date
  lineCount: number
  root: string
  previousHash: string
  hash: string
}

export function lineLeaf({ subject, seq, hash }: SealedLine): Buffer {
  return leafHash(canonicalJson([subject, seq, hash]))
}

export function rootOf(lines: readonly SealedLine[]): string {
  return merkleRoot(lines.map(lineLeaf)).toString('hex')
}

/** The text whose SHA-256 is the hash of the seal; the time-stamp is made over that same hash. */
export function sealText({ sealNo, sealedAt, lineCount, root, previousHash }: Omit<Seal, 'hash'>): string {
  return canonicalJson(['motcua-journal-seal', sealNo, sealedAt.toISOString(), lineCount, root, previousHash])
}

/** The next seal after `previous`, over lines in the given order. */
export function makeSeal(
  previous: Pick<Seal, 'sealNo' | 'hash'> | undefined,
  lines: readonly SealedLine[],
  sealedAt: Date,
): Seal {
  const content = {
    sealNo: (previous?.sealNo ?? 0) + 1,
    sealedAt,
    lineCount: lines.length,
    root: rootOf(lines),
    previousHash: previous?.hash ?? '',
  }
  return { ...content, hash: sha256Hex(sealText(content)) }
}
