import { ButtonLink } from '../../ui/index.ts'
import { hotline, searchTexts as words } from './texts.ts'

/** A person one step away, wherever somebody looks for something. */
export function HelpBox() {
  return (
    <div class="phong-bi">
      <h2>{words.helpTitle}</h2>
      <p>{words.helpBody}</p>
      <p>
        <ButtonLink kind="secondary" block icon="phone" href={hotline.href}>
          {words.call} {hotline.shown}
        </ButtonLink>
      </p>
      <p>
        <a href="/ho-tro">{words.nearestCentre}</a>
      </p>
    </div>
  )
}
