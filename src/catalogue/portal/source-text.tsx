import { Vietnamese, vietnamese } from '../../ui/index.ts'
import { wordingParts } from '../cleaning/old-wording.ts'
import { sourceBlocks } from './source-blocks.ts'
import { procedureTexts } from './texts.ts'

/** Words of a publication in a line, with the names that are no more marked and explained. */
export function SourceLine({ text }: { text: string }) {
  return (
    <Vietnamese>
      {wordingParts(text).map(({ text: words, isOld, now }, index) =>
        isOld ? (
          <span class="ten-cu" key={index}>
            {words} <small>({now === undefined ? procedureTexts.oldName.gone : procedureTexts.oldName.now(now)})</small>
          </span>
        ) : (
          words
        ),
      )}
    </Vietnamese>
  )
}

/** A longer text of a publication: paragraphs and lists as it stands there. */
export function SourceText({ text }: { text: string }) {
  return (
    <div class="cong-bo" lang={vietnamese()}>
      {sourceBlocks(text).map((block, index) =>
        block.kind === 'paragraph' ? (
          <p key={index}>
            <SourceLine text={block.text} />
          </p>
        ) : (
          <ul class="gach" key={index}>
            {block.items.map((item, order) => (
              <li key={order}>
                <SourceLine text={item} />
              </li>
            ))}
          </ul>
        ),
      )}
    </div>
  )
}
