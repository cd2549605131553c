import { createContext, use } from 'react'

/** The few words the pieces themselves need; everything else comes in as props. */
export interface UiWords {
  /** The program's name, for the title of the browser's tab. */
  readonly program: string
  /** On the button that closes a dialog. */
  readonly close: string
  /** On the button that takes a thing back. */
  readonly undo: string
  readonly retry: string
  /** Said of a button while what it does is under way. */
  readonly busy: string
  /** Beside the label of a field that must be filled. */
  readonly required: string
  /** Names the place where short messages appear. */
  readonly messages: string
  readonly step: Readonly<Record<'done' | 'now' | 'later' | 'skipped', string>>
  /** Said before and after words that a comparison marks, for those who hear it: "removed", "added". */
  readonly removed: string
  readonly added: string
}

const NONE: UiWords = {
  program: '',
  close: '',
  undo: '',
  retry: '',
  busy: '',
  required: '',
  messages: '',
  step: { done: '', now: '', later: '', skipped: '' },
  removed: '',
  added: '',
}

export const UiWordsContext = createContext<UiWords>(NONE)

export function useUiWords(): UiWords {
  return use(UiWordsContext)
}
