'use client'

import { Component, type FormEvent, Fragment, type ReactNode } from 'react'
import { ForeignChangesRepaired } from './foreign-changes-repaired'
import { isForeignFailure } from './foreign-failure'
import classes from './remounting.module.css'

interface RemountingProps {
  children: ReactNode
}

interface RemountingState {
  error: unknown
  /** How often the part has been drawn anew. */
  round: number
  /** What had been typed into its fields, by their names. */
  typed: ReadonlyMap<string, string>
}

const MOST_ROUNDS = 3

type Field = HTMLInputElement | HTMLTextAreaElement

/** What a person calls a field. */
function nameOf(field: Field): string {
  const label = field.labels?.item(0)?.textContent ?? field.getAttribute('aria-label')
  return label?.trim() || field.name || field.id
}

/**
 * A part of the page that is drawn anew when others have changed it so that React cannot go on; what had been typed into it is
 * shown, so that it is not lost. Any other error goes on to the screen's own.
 */
export class Remounting extends Component<RemountingProps, RemountingState> {
  override state: RemountingState = { error: null, round: 0, typed: new Map() }
  private readonly fields = new Map<Field, string>()

  static getDerivedStateFromError(error: unknown): Partial<RemountingState> {
    return { error }
  }

  override componentDidCatch(error: unknown): void {
    if (!isForeignFailure(error) || this.state.round >= MOST_ROUNDS) return
    const typed = new Map(this.state.typed)
    for (const [field, value] of this.fields) typed.set(nameOf(field), value)
    this.fields.clear()
    this.setState(({ round }) => ({ error: null, round: round + 1, typed }))
  }

  // A form that has been saved or given up is gone, and what was typed into it is settled.
  private forgetGone(): void {
    for (const field of this.fields.keys()) if (!field.isConnected) this.fields.delete(field)
  }

  override componentDidUpdate(): void {
    if (!this.state.error) this.forgetGone()
  }

  private readonly remember = ({ target }: FormEvent) => {
    this.forgetGone()
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    if (isField && target.type !== 'password') this.fields.set(target, target.value)
  }

  override render(): ReactNode {
    const { error, round, typed } = this.state
    if (error && (!isForeignFailure(error) || round >= MOST_ROUNDS)) throw error
    return (
      <div className={classes.part} onInput={this.remember}>
        {round > 0 && (
          <ForeignChangesRepaired typed={typed} onClose={() => this.setState({ round: 0, typed: new Map() })} />
        )}
        {!error && <Fragment key={round}>{this.props.children}</Fragment>}
      </div>
    )
  }
}
