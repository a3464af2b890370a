import { Button, Checkboxes, HiddenToken, Select } from '../../ui/index.ts'
import { formatSize, type StoredFile } from '../file.ts'
import { TURNS, type ComposedPage } from './page.ts'
import { pageTexts as words } from './texts.ts'

type Props = {
  file: StoredFile
  pages: readonly ComposedPage[]
  sources: ReadonlyMap<string, StoredFile>
  action: string
  token: string
}

/** The pages of a PDF made of photos, to look at, put in order, turn, take out, or have as the photo was. */
export function PageList({ file, pages, sources, action, token }: Props) {
  if (pages.length === 0) return null
  const places = pages.map(({ no }) => ({ value: String(no), label: words.place(no) }))
  return (
    <form method="post" action={action} class="trang-anh">
      <HiddenToken token={token} />
      <input type="hidden" name="tep" value={file.id} />
      <h3>{words.title(pages.length)}</h3>
      <p class="nhe">{words.lead}</p>
      <ol>
        {pages.map((page) => (
          <li key={page.no}>
            <img src={`/tep/${file.id}/trang/${page.no}`} alt={words.page(page.no)} loading="lazy" />
            <div>
              <p>
                <b>{words.page(page.no)}</b> <span class="nhe so">{words.size(formatSize(page.size), page.dpi)}</span>
              </p>
              <p class="nhe">
                {words.changed[page.changed]}. {words.from(sources.get(page.sourceFileId)?.name ?? '')}{' '}
                <span class="ma">{sources.get(page.sourceFileId)?.receiptCode}</span>
              </p>
              {pages.length > 1 && (
                <Select name={`thu-tu-${page.no}`} label={words.order} value={String(page.no)} options={places} />
              )}
              <Select
                name={`xoay-${page.no}`}
                label={words.turn}
                value={String(page.turn)}
                options={TURNS.map((turn) => ({ value: String(turn), label: words.turns[turn] }))}
              />
              {(page.changed !== 'nothing' || page.way === 'original') && (
                <Checkboxes
                  name={`goc-${page.no}`}
                  label={words.original}
                  labelHidden
                  values={page.way === 'original' ? ['co'] : []}
                  options={[{ value: 'co', label: words.original }]}
                />
              )}
              <Checkboxes
                name={`bo-${page.no}`}
                label={words.remove}
                labelHidden
                options={[{ value: 'co', label: words.remove }]}
              />
            </div>
          </li>
        ))}
      </ol>
      <Button kind="secondary">{words.save}</Button>
    </form>
  )
}
