import type { Db } from '../../platform/db.ts'
import { papersOf, shortPaperName } from '../../catalogue/index.ts'
import { isOneOff, paperTypeNames, typesNamed } from '../../documents/index.ts'
import { dossierById, procedureOf } from '../../dossiers/index.ts'
import type { Paper } from '../intake/scan.ts'

/** The paper of the procedure (thành phần hồ sơ) a scan was handed in as. */
export type AskedFor = {
  name: string
  /** Whether it is one; undefined where either side is not certain. */ isOne: boolean | undefined
}

type Kind = { code: string | null; name: string | null }

/** Sides and copies of a paper that have templates of their own. */
const PARTS: Readonly<Record<string, string>> = {
  'identity-card-back': 'identity-card',
  'identity-card-copy': 'identity-card',
}
const IN_VAULTS = new Set(paperTypeNames().map(({ code }) => code))

/** Whether a paper of this kind is what a component of this name asks for. Of a kind no list knows nothing is said. */
export function isAskedFor({ code, name }: Kind, component: string): boolean | undefined {
  const wanted = typesNamed(component)
  if (code === null || wanted.length === 0) return undefined
  const kind = PARTS[code] ?? code
  if (wanted.includes(kind)) return true
  const isKnown = IN_VAULTS.has(kind) || (name !== null && isOneOff({ name, eform: false }))
  return isKnown ? false : undefined
}

/** What the dossier wanted where this paper lies; nothing where it lies in none. */
export async function askedFor(
  db: Db,
  { dossierId, componentCode, typeCode }: Pick<Paper, 'dossierId' | 'componentCode' | 'typeCode'>,
  typeName: string | null,
): Promise<AskedFor | undefined> {
  const dossier = dossierId === null || componentCode === null ? undefined : await dossierById(db, dossierId)
  if (!dossier) return undefined
  const papers = papersOf(await procedureOf(db, dossier.procedureVersionId))
  const name = papers.find(({ code }) => code === componentCode)?.name
  const isOne = name === undefined ? undefined : isAskedFor({ code: typeCode, name: typeName }, name)
  return name === undefined ? undefined : { name: shortPaperName(name), isOne }
}
