import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { StoredContent } from '../../platform/file-store.ts'
import type { ScannedPage } from './pages/make-page.ts'
import { savePrepared, setPageFailed } from './store.ts'
import { separatorCodeOf } from './split.ts'

const PageId = Type.String({ format: 'uuid' })

/** Writes down a page that was made. */
export const keepPage = action({
  name: 'digitisation.keep-page',
  roles: ['system'],
  input: Type.Object({
    pageId: PageId,
    page: Type.Unsafe<Omit<ScannedPage, 'jpeg'>>(Type.Object({})),
    picture: Type.Unsafe<StoredContent>(Type.Object({})),
  }),
  unjournalled: 'a picture made of a file that is kept; made again it is the same',
  async run({ db }, _, { pageId, page: { isBlank, ...page }, picture }): Promise<void> {
    const role = separatorCodeOf(page) !== undefined ? 'separator' : isBlank ? 'blank' : 'page'
    await savePrepared(db, pageId, { ...page, pictureSha256: picture.sha256, pictureSize: picture.size, role })
  },
})

/** Writes down why there is no picture of a page; its neighbours go on. */
export const failPage = action({
  name: 'digitisation.fail-page',
  roles: ['system'],
  input: Type.Object({ pageId: PageId, failure: Type.Unsafe<Reason>(Type.Object({ code: Type.String() })) }),
  unjournalled: 'told with the page; the file itself is kept',
  run: ({ db }, _, { pageId, failure }): Promise<void> => setPageFailed(db, pageId, failure),
})
