import { useSyncExternalStore } from 'react'

const KEPT_AS = 'nst.single-keys'
const listeners = new Set<() => void>()

const isOn = (): boolean => localStorage.getItem(KEPT_AS) !== 'off'

/** Whether single keys do something: kept in this browser, on until a person switches it off. */
export function useSingleKeys(): readonly [isOn: boolean, set: (on: boolean) => void] {
  return [useSyncExternalStore(listen, isOn), set]
}

function set(on: boolean): void {
  localStorage.setItem(KEPT_AS, on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
