import { USUAL_CHOICES, withChoice, type Choices } from '../platform/web/choices.ts'
import { Icon } from '../ui/index.ts'
import { portalTexts } from './texts.ts'

const SIZES = ['vua', 'lon', 'rat-lon'] as const satisfies readonly Choices['chu'][]

export type ChoiceLinksProps = { choices: Choices; /** Path and query of this page, to come back to. */ here: string }

/** Of a page drawn for nobody in particular. */
export const usualChoices: ChoiceLinksProps = { choices: USUAL_CHOICES, here: '/' }

/** Links, so that they work without script: the server keeps the choice in a cookie and answers with the same page. */
export function ChoiceLinks({ oneLanguage, ...props }: ChoiceLinksProps & { oneLanguage?: boolean }) {
  const isHigh = props.choices['tuong-phan'] === 'cao'
  return (
    <div class="lua-chon" role="group" aria-label={portalTexts.choices}>
      <TextSizeLinks {...props} />
      <a href={withChoice(props.here, 'tuong-phan', isHigh ? 'thuong' : 'cao')}>
        <Icon name="contrast" />
        {isHigh ? portalTexts.usualContrast : portalTexts.highContrast}
      </a>
      {!oneLanguage && <LanguageLink {...props} />}
    </div>
  )
}

export function TextSizeLinks({ choices, here }: ChoiceLinksProps) {
  return (
    <span class="co-chu" role="group" aria-label={portalTexts.textSize}>
      {SIZES.map((size) => (
        <a href={withChoice(here, 'chu', size)} aria-current={size === choices.chu ? 'true' : undefined} key={size}>
          A<span class="an"> {portalTexts.sizes[size]}</span>
        </a>
      ))}
    </span>
  )
}

/** Names the other language in that language: its readers look for it. */
export function LanguageLink({ choices, here }: ChoiceLinksProps) {
  const other = choices['ngon-ngu'] === 'en' ? 'vi' : 'en'
  return (
    <a class="ngon-ngu" href={withChoice(here, 'ngon-ngu', other)} lang={other} hreflang={other}>
      {portalTexts.otherLanguage}
    </a>
  )
}
