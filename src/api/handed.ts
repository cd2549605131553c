import type { Backend, NodePort } from './node-port.ts'
import type { Outcome } from '../domain/refusal.ts'

/** Which windows were handed to somebody who has a key of their own on this device, by the window's id. */
export class Handed {
  readonly #windows = new Map<string, { readonly beside: string; readonly port: NodePort }>()

  /** Null: its owner's. */
  at(window: string): string | null {
    return this.#windows.get(window)?.beside ?? null
  }

  portOf(window: string | null): NodePort | undefined {
    return window === null ? undefined : this.#windows.get(window)?.port
  }

  async hand(window: string, beside: string | null, at: Backend['at']): Promise<Outcome<null>> {
    if (beside === null) {
      this.#windows.delete(window)
      return { ok: true, value: null }
    }
    const port = await at(beside)
    if (!port.ok) return port
    this.#windows.set(window, { beside, port: port.value })
    return { ok: true, value: null }
  }
}
