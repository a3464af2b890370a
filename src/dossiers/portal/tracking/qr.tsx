type Props = { svg: string; label: string; caption: string }

/** A QR code with the white margin scanners need. The picture is drawn by us from a text of ours. */
export function Qr({ svg, label, caption }: Props) {
  return (
    <figure class="ma-qr">
      <span role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
