import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { kindFor } from './ink-image.ts'
import { IMAGE_ROLES, holderWithinReach, subjectOf } from './reach-images.ts'
import { readInkImage } from './read-image.ts'
import { insertImage, withdrawImage } from './store.ts'

const Holder = { unitId: Type.Optional(Type.String({ format: 'uuid' })) }

const noteImage = action({
  name: 'signing.note-image',
  roles: [...IMAGE_ROLES],
  input: Type.Object({
    ...Holder,
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    width: Type.Integer({ minimum: 1 }),
    height: Type.Integer({ minimum: 1 }),
  }),
  async run(ctx, actor, { unitId, ...drawn }) {
    const { officer, holder } = holderWithinReach(actor, unitId)
    await withdrawImage(ctx.db, holder, ctx.now)
    const own = { accountId: holder.accountId ?? null, unitId: holder.unitId ?? null }
    const image = { id: newId(), kind: kindFor(holder), ...own, ...drawn, keptAt: ctx.now }
    await insertImage(ctx.db, image, officer.accountId)
    ctx.journal({
      subject: subjectOf(holder),
      what: 'signing.image-kept',
      facts: { kind: image.kind, sha256: drawn.sha256 },
    })
  },
})

/**
 * An officer gives the picture of their hand signature, a clerk that of the agency's seal. What is signed from now on shows it.
 * Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13, Phụ lục I.
 */
export const keepImage = errand({
  name: 'signing.keep-image',
  roles: [...IMAGE_ROLES],
  input: Type.Object({ ...Holder, bytes: Type.Unsafe<Uint8Array>({}) }),
  async run(app, actor, { unitId, bytes }, meta) {
    const { holder } = holderWithinReach(actor, unitId)
    const { png, width, height } = await readInkImage(bytes, kindFor(holder))
    const { sha256 } = await app.files.put(png)
    await runAction(app, noteImage, actor, { ...(unitId === undefined ? {} : { unitId }), sha256, width, height }, meta)
  },
})

/** Takes the picture out of use; papers signed before keep it. */
export const dropImage = action({
  name: 'signing.drop-image',
  roles: [...IMAGE_ROLES],
  input: Type.Object(Holder),
  async run(ctx, actor, { unitId }) {
    const { holder } = holderWithinReach(actor, unitId)
    if (!(await withdrawImage(ctx.db, holder, ctx.now))) return
    ctx.journal({ subject: subjectOf(holder), what: 'signing.image-dropped', facts: { kind: kindFor(holder) } })
  },
})
