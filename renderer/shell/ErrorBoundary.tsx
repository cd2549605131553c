import { Component, type ReactNode } from 'react'
import { Broken } from './states.tsx'

/** A page that breaks shows so in its own place; the way elsewhere stays. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}
