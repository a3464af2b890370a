import type { ComponentChildren } from 'preact'
import type { Actor } from '../../platform/actor.ts'
import { formatDateTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { Actions, Button, FileInput, HiddenToken, Notice, Panel } from '../../ui/index.ts'
import type { ImagesInHand } from '../images/get-images.ts'
import { MAX_IMAGE_BYTES, type InkImage, type InkKind } from '../images/ink-image.ts'
import { imagePageTexts as t } from './images.texts.ts'
import { OWN_IMAGES, OwnTabs } from './own-tabs.tsx'

const pictureOf = (unitId?: string) => `${OWN_IMAGES}/anh${unitId === undefined ? '' : `?con_dau=${unitId}`}`

/** A form that was refused: whose, and why. */
export type RefusedImage = { unitId: string | undefined; words: string }
type Props = {
  actor: Actor
  images: ImagesInHand
  token: string
  done: 'kept' | 'dropped' | undefined
  refused: RefusedImage | undefined
}

/** The pictures that an officer's signature and their agencies' seals show, as they will stand on paper. */
export function ImagesPage({ actor, images, token, done, refused }: Props) {
  const { fullName, own, seals, besideUnitId, isMadeUp } = images
  return (
    <div class="cuon-trang">
      <OwnTabs actor={actor} current={OWN_IMAGES} />
      <p class="dan">{t.lead}</p>
      {done && (
        <Notice tone="ok" role="status">
          {t[done]}
        </Notice>
      )}
      <Holder kind="hand-signature" title={t.own} {...{ image: own, isMadeUp, token, refused }}>
        <Preview
          fullName={fullName}
          sealOf={besideUnitId}
          isShown={isMadeUp || own !== undefined}
          isSealShown={isMadeUp}
        />
      </Holder>
      {seals.map(({ unitId, unitName, image }) => (
        <Holder kind="seal" title={fill(t.seal, { unit: unitName })} {...{ unitId, image, isMadeUp, token, refused }}>
          <Preview
            fullName={fullName}
            sealOf={unitId}
            isShown={isMadeUp || own !== undefined}
            isSealShown={isMadeUp || image !== undefined}
          />
        </Holder>
      ))}
    </div>
  )
}

type HolderProps = {
  kind: InkKind
  title: string
  unitId?: string
  image: InkImage | undefined
  isMadeUp: boolean
  token: string
  refused: RefusedImage | undefined
  children: ComponentChildren
}

function Holder({ kind, title, unitId, image, isMadeUp, token, refused, children }: HolderProps) {
  const hint = fill(kind === 'seal' ? t.sealHint : t.ownHint, { megabytes: MAX_IMAGE_BYTES / 1024 / 1024 })
  const error = refused?.unitId === unitId ? refused?.words : undefined
  const address = (path: string) =>
    `${OWN_IMAGES}${path}?${new URLSearchParams({ ...(unitId ? { con_dau: unitId } : {}), _csrf: token })}`
  return (
    <Panel title={title}>
      {children}
      <p>{image ? fill(t.inUse, { time: formatDateTime(image.keptAt) }) : isMadeUp ? t.madeUp : t.none}</p>
      <form method="post" action={address('')} encType="multipart/form-data">
        <FileInput
          name={`anh${unitId ?? ''}`}
          label={t.file}
          hint={hint}
          accept="image/png"
          maxBytes={MAX_IMAGE_BYTES}
          required
          {...(error === undefined ? {} : { error })}
        />
        <Actions>
          <Button icon="upload">{t.send}</Button>
        </Actions>
      </form>
      {image && (
        <form method="post" action={`${OWN_IMAGES}/thoi-dung`}>
          <HiddenToken token={token} />
          {unitId !== undefined && <input type="hidden" name="con_dau" value={unitId} />}
          <Button kind="secondary">{t.drop}</Button>
        </form>
      )}
    </Panel>
  )
}

type PreviewProps = { fullName: string; sealOf: string | undefined; isShown: boolean; isSealShown: boolean }

/** In the proportions of a result: signature 52 × 24 mm, seal 34 mm over its left third. */
function Preview({ fullName, sealOf, isShown, isSealShown }: PreviewProps) {
  return (
    <figure class="xem-chu-ky">
      <figcaption>{t.preview}</figcaption>
      <div class="xem-chu-ky-giay">
        {isShown && <img class="xem-chu-ky-tay" src={pictureOf()} alt={fill(t.ownAlt, { name: fullName })} />}
        {isSealShown && sealOf && <img class="xem-con-dau" src={pictureOf(sealOf)} alt={t.sealAlt} />}
        <strong>{fullName}</strong>
      </div>
    </figure>
  )
}
