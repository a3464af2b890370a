import type { Certificate } from './certificate.ts'

/** The certificate and its authorities among those given, from the signer upwards; a root is left out where one is reached. */
export function chainOf(own: Certificate, others: readonly Certificate[]): Certificate[] {
  const chain = [own]
  for (let last = own; chain.length < 6;) {
    const issuer = others.find(
      (one) => one.subjectDer.equals(last.issuerDer) && !chain.includes(one) && last.x509.verify(one.x509.publicKey),
    )
    if (!issuer || issuer.subjectDer.equals(issuer.issuerDer)) return chain
    chain.push(issuer)
    last = issuer
  }
  return chain
}
