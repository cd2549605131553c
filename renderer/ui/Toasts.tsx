import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { Toast, type ToastContent } from './Toast.tsx'
import './Toasts.css'

type Shown = ToastContent & { readonly id: number }
/** `show` answers with what takes the message away again. */
type Toaster = { show(toast: ToastContent): () => void }

const Context = createContext<Toaster | null>(null)

/** `useToast().show({ text, undo })`: a short word that a thing is done, and for a while the way to take it back. */
export function useToast(): Toaster {
  const toaster = use(Context)
  if (toaster === null) throw new Error('no UiProvider around this component')
  return toaster
}

/**
 * What is said now, and what can be taken back of what was said before: more would pile up, and nobody reads a pile.
 */
const beside = (before: readonly Shown[], { undo }: ToastContent) =>
  undo === undefined ? before.filter((one) => one.undo !== undefined).slice(-1) : []

/** Holds the short messages; UiProvider puts it around the window. */
export function Toasts({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const last = useRef(0)
  const leave = useCallback((id: number) => setShown((before) => before.filter((toast) => toast.id !== id)), [])
  const show = useCallback(
    (toast: ToastContent) => {
      last.current += 1
      const id = last.current
      setShown((before) => [...beside(before, toast), { ...toast, id }])
      return () => leave(id)
    },
    [leave],
  )
  const toaster = useMemo(() => ({ show }), [show])
  return (
    <Context value={toaster}>
      {children}
      {/* Marked as lying over everything: a dialog that is open does not silence it. */}
      <section className="ui-toasts" aria-label={label} aria-live="polite" data-react-aria-top-layer="true">
        {shown.map(({ id, ...toast }) => (
          <Toast key={id} {...toast} onLeave={() => leave(id)} />
        ))}
      </section>
    </Context>
  )
}
