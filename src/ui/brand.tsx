const gate =
  '<rect width="44" height="44" rx="9" fill="#A3161A"/><path d="M11 35V19.5a11 11 0 0 1 22 0V35" fill="none" stroke="#F3C865" stroke-width="2.6" stroke-linecap="round"/><path d="M16 35V20a6 6 0 0 1 12 0v15Z" fill="#FFF3D0"/><path d="M16 35V20a6 6 0 0 1 6-6v24.2Z" fill="#7A0F13"/><circle cx="19.6" cy="26.5" r="1.05" fill="#F3C865"/><path d="M7.5 35h29" stroke="#F3C865" stroke-width="2.6" stroke-linecap="round"/>'

type Props = { name: string; place: string; href: string; size?: number }

/** The mark with the name of the site and of the place it serves. */
export function Brand({ name, place, href, size = 44 }: Props) {
  return (
    <a class="hieu" href={href}>
      <svg
        viewBox="0 0 44 44"
        width={size}
        height={size}
        aria-hidden="true"
        focusable="false"
        dangerouslySetInnerHTML={{ __html: gate }}
      />
      <span>
        <b>{name}</b>
        <span>{place}</span>
      </span>
    </a>
  )
}
