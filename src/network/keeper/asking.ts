import type { KeeperAddress } from './keeper-address.ts'
import { Line, type KeeperCall } from './line.ts'
import { openMail, type Mail } from './mail.ts'

export type Request = { readonly invite: Uint8Array; readonly sealed: Uint8Array }
export type AskingParts = {
  readonly address: KeeperAddress
  readonly call: KeeperCall
  /** What is to lie at the keeper, by invitation. */
  readonly requests: () => readonly Request[]
  readonly onAnswer: (invite: Uint8Array, sealed: Uint8Array) => void
}

/** Asks in at a keeper: leaves what is to be asked there, and takes what is answered, whoever is there when. */
export class Asking {
  readonly #parts: AskingParts
  readonly #line: Line
  #mail: Mail | undefined

  constructor(parts: AskingParts) {
    this.#parts = parts
    const { address, call } = parts
    this.#line = new Line({
      address,
      call,
      onStream: (stream) => {
        this.#mail = openMail(stream, ({ kind, box, bytes }) => void (kind === 'answer' && parts.onAnswer(box, bytes)))
      },
      onHere: (stream) => {
        if (stream !== null) this.ask()
      },
    })
  }

  /** Leaves what there is to ask now. */
  ask(): void {
    if (!this.#line.isHere) return
    for (const { invite, sealed } of this.#parts.requests()) {
      this.#mail?.put({ kind: 'request', box: invite, bytes: sealed })
      this.#mail?.watch('answer', invite)
    }
  }

  async close(): Promise<void> {
    await this.#line.close()
  }
}
