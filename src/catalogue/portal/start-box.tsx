import { ButtonLink, Icon } from '../../ui/index.ts'
import { guideHref } from './guide-address.ts'
import { guideTexts } from './guide.texts.ts'
import { hotline, procedureTexts as words } from './texts.ts'

type Props = {
  code: string
  /** Most questions of its guide, if it has one. */
  questions: number | undefined
  /** Why it cannot be filed from home, in words. */
  refusal: string | undefined
  /** The publication names other ways only. */
  isUnlisted: boolean
  byPost: boolean
}

/** Begin here, or in another way. */
export function StartBox({ code, questions, refusal, isUnlisted, byPost }: Props) {
  return (
    <div class="phong-bi bat-dau">
      {refusal === undefined ? (
        <div>
          <h2>{words.start}</h2>
          <p class="khong-cach">{isUnlisted ? words.startUnlisted : words.startBody}</p>
          <ButtonLink large href={`/thu-tuc/${code}/nop`} iconAfter="arrow-right">
            {words.file}
          </ButtonLink>
        </div>
      ) : (
        <div>
          <h2>{words.cannot}</h2>
          <p class="khong-cach">{refusal}</p>
        </div>
      )}
      {questions !== undefined && (
        <div class="hoi-nhanh">
          <h3>{guideTexts.invite}</h3>
          <p class="khong-cach">{guideTexts.inviteBody(questions)}</p>
          <ButtonLink kind="secondary" href={guideHref(code, {})}>
            {guideTexts.begin}
          </ButtonLink>
        </div>
      )}
      <div class="khac">
        <h3>{words.otherWays}</h3>
        <a href="/ho-tro">
          <Icon name="users" />
          {words.toCounter}
        </a>
        {byPost && (
          <a href="#o-dau">
            <Icon name="mail" />
            {words.byPost}
          </a>
        )}
        <a href={hotline.href}>
          <Icon name="phone" />
          {words.callUs(hotline.shown)}
        </a>
        <a href="/tra-cuu">
          <Icon name="folder-search" />
          {words.track}
        </a>
      </div>
    </div>
  )
}
