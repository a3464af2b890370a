export const ownRefusalsEn = {
  'signing.wrong-pin': 'The PIN is not right. {triesLeft} tries left.',
  'signing.key-locked': 'The key is locked after too many wrong PINs. Tell the administrator to unlock it.',
  'signing.pin-must-change':
    'The key has just been unlocked. Set a new PIN on the page "My certificate" (under "My account"), then sign.',
  'signing.key-unknown': 'The account has no certificate to sign with. Tell the administrator.',
  'signing.signer-unknown':
    'This server is not connected with the signing service "{name}" that holds your key. Tell the administrator.',
  'signing.signer-unavailable':
    'The signing device or service does not answer, so nothing was signed. The document is unchanged; try again in a minute.',
  'signing.must-be-confirmed':
    'This key signs only after you confirm on your phone; here a signature is needed at once.',
  'signing.pin-missing': 'Enter the PIN of the key.',
  'signing.certificate-of-another':
    'The certificate in the signing device is not the one registered for this signer. Tell the administrator to check the register of certificates.',
  'signing.other-key': 'This document is signed with another key than the others. Sign it on its own.',
  'signing.waits-already':
    'The document waits for {name} to confirm the signature on a device of their own until {until}. Wait until that is done or over, then try again.',
  'signing.awaits-another':
    'Signed, waiting for the main document to be issued. The system finishes by itself; nobody has to sign again.',
  'signing.content-changed':
    'The file kept on the server differs from the one that was to be signed, so it cannot be signed. Tell the administrator to check the file store.',
  'signing.not-believed':
    'It was signed but did not pass the check, so the signed copy was not kept. The document is unchanged; tell the administrator.',
  'signing.nobody-to-keep':
    'The signer may no longer sign here, so the signature just confirmed was not kept. The document is unchanged.',
  'signing.declined': 'You declined to sign on your phone. The document is unchanged.',
  'signing.expired':
    'The time to confirm on your phone is over. The document is unchanged; press sign again when you are ready.',
  'signing.certificate-expired':
    'The certificate expired on {until}, so it cannot be used to sign. Tell the administrator to register a new one.',
  'signing.timestamp-unavailable':
    'The time-stamp service does not answer, so nothing was signed. The document is unchanged; try again in a minute.',
  'signing.revocation-unavailable':
    'The authority does not answer about the state of the certificate. The document is unchanged; try again in a minute.',
  'signing.renewal-too-late':
    'The last archive time stamp of the file can no longer be checked, so it cannot be renewed. Tell the administrator; the file is unchanged.',
  'signing.renewal-gains-nothing':
    'A new time stamp would not make the file checkable for longer. Tell the administrator: the time-stamp service needs a new certificate; the file is unchanged.',
  'signing.certificate-revoked':
    'The certificate has been revoked, so it cannot be used to sign. Tell the administrator to get a new one.',
  'signing.level-awaited':
    'Signed, waiting for {missing}. The system finishes by itself when the service answers; you do not have to sign again.',
  'signing.raises-already':
    '{name} has signed this document; a time stamp or an answer about the certificate is awaited. The system finishes by itself; nobody has to sign again.',
  'signing.clock-off':
    'The clock of the server ({ours}) differs by {minutes} minutes from the time stamp ({theirs}), so nothing was signed. The document is unchanged. Tell the administrator to set the clock.',
  'signing.unreadable-pdf':
    'The PDF is damaged, so it cannot be signed. It is unchanged. Open it in the program that made it, save it as a new PDF and sign that.',
  'signing.encrypted-pdf':
    'The PDF has a password or restrictions, so it cannot be signed. It is unchanged. Remove the password and send the file again.',
  'signing.too-large-pdf':
    'The PDF is larger than {megabytes} MB or too complex, so it cannot be signed. It is unchanged. Make the pictures in it smaller or split it into several files.',
  'signing.dynamic-form':
    'The PDF is a dynamic form (XFA), which each program shows differently, so it cannot be signed. It is unchanged. Print it to a new PDF and sign that.',
  'signing.certified-final':
    'The signer before has closed the document to further signatures and entries. It is unchanged. If another signature is needed, make a new document.',
  'signing.unreadable-xml':
    'The XML message cannot be signed: it must be well-formed, in UTF-8, without comments, processing instructions or DOCTYPE. It is unchanged.',
  'signing.xml-signed-already':
    'The XML message has a digital signature already; another one inside would break it. Sign it apart, in a file of its own.',
  'signing.no-room':
    'Page {page} has no room of {width} × {height} mm for the picture of the signature without covering text. The document is unchanged. Choose another page or corner, or sign without a picture.',
  'signing.phrase-not-found':
    'The line "{phrase}" was not found in the document to place the signature. The document is unchanged. Choose a page and a corner.',
  'signing.field-unavailable': 'The field "{field}" does not exist or is already used.',
  'signing.signature-invalid':
    'The signing service gave a signature that does not fit the certificate. The document was not signed.',
}

export const verdictTextEn = {
  valid: 'The digital signature is valid; the document has not been changed',
  'valid-untrusted': 'The document has not been changed, but there is not enough to trust the digital signature',
  altered: 'The document was changed after signing',
  unsigned: 'The file has no digital signature',
  broken: 'The file or its digital signature is damaged and cannot be checked',
}

export const reasonTextEn = {
  unreadable: 'The file is not a PDF or is damaged',
  encrypted: 'The file has a password',
  'too-large': 'The file is too large or too complex',
  'too-many-signatures': 'The file has too many digital signatures',
  'active-content': 'The file has code that may change its content when opened',
  'signature-detached': 'The digital signature is no longer in its place in the document',
  'byte-range-wrong': 'The signed range is not as the rules demand',
  'contents-wrong': 'The digital signature leaves out a part of the document',
  'signature-format-unknown': 'This form of digital signature is not supported',
  'signature-unreadable': 'The digital signature cannot be read',
  'content-changed': 'Content was replaced after signing',
  'object-removed': 'A part was removed after signing',
  'hidden-object-activated': 'Hidden content was switched on after signing',
  'catalog-changed': 'The structure of the document was changed after signing',
  'form-changed': 'The form in the document was changed after signing',
  'page-changed': 'A page was changed after signing',
  'annotation-added': 'A note or a picture was inserted after signing',
  'field-changed': 'A field that was filled in or signed was changed',
  'fill-not-signed': 'A field was filled in that no digital signature confirms',
  'signature-covers-page': 'The picture of a later signature covers most of the page',
  'signature-covers-text': 'The picture of a later signature covers text on the page',
  'not-permitted-by-certification': 'The signer before did not permit this change',
  'signature-invalid': 'The digital signature does not match',
  'weak-algorithm': 'The signature algorithm is no longer safe',
  'wrong-signing-certificate': 'The digital signature is not bound to the certificate that comes with it',
  'wrong-content-type': 'The digital signature is not for this document',
  'digest-mismatch': 'The content does not match the content when it was signed',
  'no-trusted-root': 'The certificate was not issued by a trusted authority',
  'certificate-expired': 'The certificate had expired when it was signed',
  'certificate-not-yet-valid': 'The certificate was not yet valid when it was signed',
  'certificate-not-for-signing': 'The certificate is not for signing documents',
  'authority-not-allowed': 'The authority was not allowed to issue this certificate',
  'timestamp-invalid': 'The time stamp is damaged',
  'timestamp-not-for-this': 'The time stamp does not belong to this signature',
  'timestamp-untrusted': 'The time stamp was not issued by a trusted authority',
  'timestamp-in-future': 'The time stamp is in the future',
  'timestamp-expired': 'The time stamp expired without being renewed and no longer proves when the document was signed',
  'timestamp-authority-revoked': 'The certificate of the time-stamp authority has been revoked',
  'certificate-revoked':
    'The certificate was revoked before signing, or it cannot be proved that it was signed before the revocation',
  'no-timestamp': 'The signature has no time stamp',
}

export const signerAppsEn = {
  smartca: 'VNPT SmartCA',
  mysign: 'Viettel MySign',
  token: 'USB token',
  other: 'signing app of yours',
}
