import { Component, type ReactNode } from 'react'
import { Failure } from './states.tsx'

/** Draws a fault in a page instead of leaving it white or, worse, half right. */
export class Crash extends Component<
  { readonly children: ReactNode },
  { readonly error: unknown; readonly failed: boolean }
> {
  override state: { readonly error: unknown; readonly failed: boolean } = { error: undefined, failed: false }
  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true }
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return <Failure error={this.state.error} onRetry={() => this.setState({ error: undefined, failed: false })} />
  }
}
