import { refusalSentence as fill } from '../../platform/refusal.ts'
import type { DrawnPage } from '../../signing/index.ts'
import { texts } from './texts.ts'

/** What was done to the file, as pictures: words alone do not show what a forger painted over. */
export function ChangedPages({ pages, drawn }: { pages: readonly number[]; drawn: readonly DrawnPage[] }) {
  if (pages.length === 0) return null
  const rest = pages.filter((page) => !drawn.some((pair) => pair.page === page))
  return (
    <section aria-label={texts.changedTitle}>
      <h2>{texts.changedTitle}</h2>
      {drawn.length > 0 && <p class="nhe">{texts.changedLead}</p>}
      {drawn.map((pair) => (
        <div class="hai-cach hai-hinh" key={pair.page}>
          <Picture title={texts.asSigned} page={pair.page} png={pair.signed} />
          <Picture title={texts.asNow} page={pair.page} png={pair.now} />
        </div>
      ))}
      {rest.length > 0 && <p>{fill(texts.morePages, { pages: rest.join(', ') })}</p>}
    </section>
  )
}

function Picture({ title, page, png }: { title: string; page: number; png: Uint8Array | null }) {
  const name = `${fill(texts.changedPage, { page })}: ${title}`
  return (
    <figure class="phong-bi">
      <figcaption>{name}</figcaption>
      {png ? (
        <img src={`data:image/png;base64,${Buffer.from(png).toString('base64')}`} alt={name} />
      ) : (
        <p>{texts.pageGone}</p>
      )}
    </figure>
  )
}
