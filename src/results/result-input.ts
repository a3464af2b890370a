import { Type, type Static } from 'typebox'

export { Authorised } from '../signing/index.ts'

export const DossierCode = Type.String({ minLength: 5, maxLength: 60, description: 'code of the dossier' })
/** Left out: the key that signs from here. */
export const KeyHeldBy = { signer: Type.Optional(Type.Literal('token')) }

/** The papers that grant; form 03 follows from the appraisal alone. */
export const GRANTS = ['licence', 'civil-status', 'certification', 'decision', 'reply'] as const

const Line = Type.String({ minLength: 1, maxLength: 500 })
const Paragraph = Type.String({ minLength: 1, maxLength: 4_000 })

/** What the specialist may write otherwise than the draft made from the dossier; left out, that stands. */
export const DraftChanges = Type.Object({
  template: Type.Optional(
    Type.Enum([...GRANTS], { description: 'the paper it is drawn on; left out, the one its title asks for' }),
  ),
  title: Type.Optional(Type.String({ minLength: 3, maxLength: 300 })),
  subject: Type.Optional(Type.Union([Type.Null(), Line])),
  addressee: Type.Optional(Line),
  legalBases: Type.Optional(Type.Array(Line, { maxItems: 20 })),
  body: Type.Optional(Type.Array(Paragraph, { minItems: 1, maxItems: 60 })),
  facts: Type.Optional(
    Type.Array(
      Type.Object({
        label: Type.String({ minLength: 1, maxLength: 200 }),
        value: Type.String({ minLength: 1, maxLength: 2_000 }),
      }),
      { maxItems: 80 },
    ),
  ),
  recipients: Type.Optional(Type.Array(Line, { maxItems: 20 })),
  signatoryAccountId: Type.Optional(Type.String({ format: 'uuid' })),
  attention: Type.Optional(
    Type.Union([
      Type.Null(),
      Type.String({ minLength: 1, maxLength: 500, description: 'what the signatory is to know' }),
    ]),
  ),
})
export type DraftChanges = Static<typeof DraftChanges>
