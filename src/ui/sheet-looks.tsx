import { Button, ButtonLink } from './button.tsx'
import { SheetPart } from './sheet-part.tsx'
import { sheetTexts } from './sheet.texts.ts'
import { Tag } from './tag.tsx'

const { colours, type, buttons, tags } = sheetTexts

/** Colours, type, buttons, tags. */
export function LooksPart() {
  return (
    <>
      <SheetPart title={colours.title} lead={colours.lead}>
        <ul class="mau">
          {colours.swatches.map(([className, ratio, name, meaning]) => (
            <li key={name}>
              <div class={`o-m ${className}`}>{ratio}</div>
              <div>
                <b>{name}</b>
                {meaning}
              </div>
            </li>
          ))}
        </ul>
      </SheetPart>
      <SheetPart title={type.title} lead={type.lead}>
        <div class="luoi hai2 ch">
          <div>
            {type.samples.map((sample, index) => (
              <p class={`ch-${index + 1}`} key={sample}>
                {sample}
              </p>
            ))}
          </div>
          <div>
            <p>{type.text}</p>
            <p class="goi-y">{type.hint}</p>
            <p class="so">{type.figures}</p>
            <p class="ma">
              <b>{type.code}</b>
            </p>
          </div>
        </div>
      </SheetPart>
      <SheetPart title={buttons.title} lead={buttons.lead}>
        <div class="luoi">
          <div>
            <h3>{buttons.primary}</h3>
            <div class="hang">
              <Button type="button">{buttons.save}</Button>
              <ButtonLink href="#noi-dung" large iconAfter="arrow-right">
                {buttons.large}
              </ButtonLink>
            </div>
          </div>
          <div>
            <h3>{buttons.secondary}</h3>
            <div class="hang">
              <Button type="button" kind="secondary">
                {buttons.check}
              </Button>
              <Button type="button" kind="danger">
                {buttons.withdraw}
              </Button>
            </div>
          </div>
          <div>
            <h3>{buttons.quiet}</h3>
            <div class="hang">
              <Button type="button" kind="quiet">
                {buttons.later}
              </Button>
              <Button type="button" kind="secondary" shortcut="T">
                {buttons.forward}
              </Button>
              <Button type="button" disabled describedBy="nut-vi-sao">
                {buttons.send}
              </Button>
              <span class="nhe" id="nut-vi-sao">
                {buttons.why}
              </span>
            </div>
          </div>
        </div>
      </SheetPart>
      <SheetPart title={tags.title} lead={tags.lead}>
        <div class="hang">
          <Tag tone="outline">{tags.outline}</Tag>
          <Tag tone="soon">{tags.soon}</Tag>
          <Tag tone="today">{tags.today}</Tag>
          <Tag tone="late">{tags.late}</Tag>
          <Tag tone="late-soft">{tags.lateSoft}</Tag>
          <Tag tone="hold">{tags.hold}</Tag>
          <Tag tone="ok">{tags.ok}</Tag>
          <Tag tone="sea">{tags.todo}</Tag>
          <Tag icon="lock">{tags.locked}</Tag>
        </div>
      </SheetPart>
    </>
  )
}
