import { maybeRow, sql, type Db } from '../db.ts'
import { sha256Hex } from './line.ts'
import { inclusionPath, rootFromPath } from './merkle.ts'
import { lineLeaf, sealText, type Seal, type SealedLine } from './seal-lines.ts'
import { leafOf, leavesOf, sealsAfter, type Place } from './verify-store.ts'

/** What someone without our database needs to see that a line stood under a seal: hashes alone, nobody else's data. */
export type InclusionProof = {
  line: SealedLine
  leafNo: number
  /** Sibling hashes, nearest first, lower-case hex. */
  path: string[]
  seal: Seal
  /** RFC 3161 token over the hash of the seal; null while it waits for its stamp. */
  token: Buffer | null
}

/** Proof for one line; undefined while no seal covers it. */
export async function proveLine(db: Db, { subject, seq }: Place): Promise<InclusionProof | undefined> {
  const leaf = await leafOf(db, { subject, seq })
  const line = await maybeRow(
    db,
    sql<SealedLine>`select subject, seq, hash from platform.journal_line where subject = ${subject} and seq = ${seq}`,
  )
  if (!leaf || !line) return undefined
  const [found] = await sealsAfter(db, leaf.sealNo - 1, 1)
  if (found?.sealNo !== leaf.sealNo) return undefined
  const { token, stampedAt: _, ...seal } = found
  const leaves = (await leavesOf(db, leaf.sealNo)).map(lineLeaf)
  const path = inclusionPath(leaves, leaf.leafNo).map((hash) => hash.toString('hex'))
  return { line, leafNo: leaf.leafNo, path, seal, token }
}

/** Whether the proof leads from the line to the root of its seal. The token is for `CheckToken`. */
export function isProven({ line, leafNo, path, seal }: InclusionProof): boolean {
  const root = rootFromPath(
    lineLeaf(line),
    leafNo,
    seal.lineCount,
    path.map((hash) => Buffer.from(hash, 'hex')),
  )
  return root?.toString('hex') === seal.root && sha256Hex(sealText(seal)) === seal.hash
}
