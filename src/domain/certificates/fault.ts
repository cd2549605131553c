export type CertificateFault =
  | 'not-a-certificate'
  | 'changed'
  | 'bad-signature'
  | 'other-circle'
  | 'broken-admission'
  | 'not-by-a-member'
  | 'not-these-words'
  | 'not-everyone-consented'

/** Thrown and caught while a certificate is checked only: the first fault found. */
export class Fault extends Error {
  readonly why: CertificateFault
  constructor(why: CertificateFault) {
    super(why)
    this.why = why
  }
}
