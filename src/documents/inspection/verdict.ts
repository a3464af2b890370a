import type { Facts } from '../../platform/refusal.ts'
import type { MediaType } from '../file.ts'

/** Why a file cannot be taken; the sentence that says what to do is in `texts.ts`. */
export type Objection =
  | 'documents.empty'
  | 'documents.wrong-type'
  | 'documents.photo-unreadable'
  | 'documents.polyglot'
  | 'documents.too-complex'
  | 'documents.too-many-pages'
  | 'documents.pdf-broken'
  | 'documents.pdf-encrypted'
  | 'documents.pdf-javascript'
  | 'documents.pdf-attachment'
  | 'documents.pdf-active'
  | 'documents.image-broken'
  | 'documents.image-too-large'
  | 'documents.docx-broken'
  | 'documents.docx-active'

export type Verdict =
  | {
      ok: true
      mediaType: MediaType
      pages: number | null
      /** A PDF that seems to be signed. */
      isSigned?: true
    }
  | { ok: false; code: Objection; facts?: Facts }

/** Raised anywhere inside an inspection to end it. */
export class Objected extends Error {
  readonly code: Objection
  readonly facts: Facts

  constructor(code: Objection, facts: Facts = {}) {
    super(code)
    this.name = 'Objected'
    this.code = code
    this.facts = facts
  }
}
