import { formatSize, SENT_BEFORE, type UnderWay } from '../../../documents/index.ts'
import { Button, Notice } from '../../../ui/index.ts'
import { filingTexts as words } from '../texts.ts'
import { FILE_BOX } from './parts.ts'

/** What was left half sent, here or on a page that was closed: whole files are taken at once, others go on when chosen again. */
export function UnfinishedFiles({ files, action }: { files: UnderWay[]; action: string }) {
  if (files.length === 0) return null
  return (
    <Notice title={words.unfinished}>
      <ul class="gach">
        {files.map(({ id, name, size, percent }) => (
          <li key={id}>
            {words.unfinishedFile(name, formatSize(size), percent)}
            {percent === 100 && (
              <form method="post" enctype="multipart/form-data" action={action}>
                <input type="hidden" name={SENT_BEFORE} value={`${FILE_BOX}:${id}`} />
                <Button kind="quiet">
                  {words.unfinishedTake}
                  <span class="an"> {name}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
