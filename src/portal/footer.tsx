import { ChoiceLinks, type ChoiceLinksProps } from './choice-links.tsx'
import { portalTexts } from './texts.ts'

export function PortalFooter({ choices, oneLanguage }: { choices: ChoiceLinksProps; oneLanguage?: boolean }) {
  return (
    <footer class="chan">
      <div class="khung">
        <ChoiceLinks {...choices} oneLanguage={oneLanguage} />
        <div>
          <h2>{portalTexts.helpTitle}</h2>
          <p>
            {portalTexts.call}{' '}
            <a href={portalTexts.hotlineHref}>
              <b class="so">{portalTexts.hotline}</b>
            </a>
            {portalTexts.callHours}
          </p>
          <p>
            {portalTexts.orComeTo} <a href="/ho-tro">{portalTexts.nearestCentre}</a>
            {portalTexts.helpedThere}
          </p>
        </div>
        <div>
          <h2>{portalTexts.about}</h2>
          <ul>
            <li>
              <a href="/tra-cuu">{portalTexts.aboutLinks.track}</a>
            </li>
            <li>
              <a href="/kiem-tra">{portalTexts.aboutLinks.verify}</a>
            </li>
            <li>
              <a href="/can-bo/dang-nhap">{portalTexts.aboutLinks.officers}</a>
            </li>
          </ul>
        </div>
        <div>
          <h2>{portalTexts.owner}</h2>
          <p class="nhe">{portalTexts.openSource}</p>
        </div>
      </div>
    </footer>
  )
}
