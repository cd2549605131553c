/** What a person may choose of the shell; kept by main, shown and changed in the window, by way of the node's process. */
export type ShellSettings = {
  /** Closing the window leaves the circles in step; the tray leads back. */
  readonly keepsInStep: boolean
  readonly opensAtLogin: boolean
  readonly tells: 'nothing' | 'that-something' | 'what'
}

/** Until the person chose: whoever looks over a shoulder learns that something waits, and not what. */
export const FIRST_SETTINGS: ShellSettings = { keepsInStep: true, opensAtLogin: false, tells: 'that-something' }

/** Over the one wire of a plain Node's process: a message of one page's port, by its number. */
export type OfPort = { readonly port: number; readonly data?: unknown; readonly closed?: true }

/** Something that waits for the person and did not before. `title` is content: shown only where they chose so. */
export type Waiting = { readonly circle: string; readonly title: string }

/** From main to the node's process. A port comes with `connect`. */
export type ToNode =
  | { readonly type: 'connect' }
  | { readonly type: 'settings'; readonly settings: ShellSettings }
  | { readonly type: 'suspend' }
  | { readonly type: 'resume' }
  | { readonly type: 'stop' }

/** From the node's process to main. */
export type FromNode =
  /** It answers from now on, be it with what keeps it from opening the folder. */
  | { readonly type: 'ready' }
  | { readonly type: 'settings'; readonly settings: ShellSettings }
  | { readonly type: 'waiting'; readonly items: readonly Waiting[] }
  /** An installer in the data folder that was checked: the person wants it opened. */
  | { readonly type: 'install'; readonly file: string }
  /** The person ended the program in its window. */
  | { readonly type: 'quit' }

/** The other end may be an older or a broken program: anything that is not one of ours is passed over. */
export function isFromNode(message: unknown): message is FromNode {
  const type = (message as { type?: unknown } | null)?.type
  return type === 'ready' || type === 'settings' || type === 'waiting' || type === 'install' || type === 'quit'
}
