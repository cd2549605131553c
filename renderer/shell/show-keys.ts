import { createContext } from 'react'

/** Lays the sheet of keys over the page. */
export const ShowKeysContext = createContext<() => void>(() => undefined)
