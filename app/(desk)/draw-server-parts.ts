import { isValidElement, type ReactNode } from 'react'

type ServerPart = (props: object) => unknown

const isClientPart = (type: ServerPart) => 'isClientPart' in type || 'extend' in type

/** What of an element's properties would be drawn by the server before a client part gets it. */
function partsIn(value: unknown): unknown[] {
  if (isValidElement(value)) return [value]
  if (Array.isArray(value)) return value.flatMap(partsIn)
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  return isPlain ? Object.values(value).flatMap(partsIn) : []
}

/**
 * Draws what the server draws of a page and sends nowhere: server parts are called, each once, and client parts are not. Throws what
 * they throw.
 */
export async function drawServerParts(node: ReactNode | Promise<unknown>): Promise<void> {
  const drawn: unknown = await node
  if (Array.isArray(drawn)) await Promise.all(drawn.map(drawServerParts))
  if (!isValidElement<object>(drawn)) return
  const { type, props } = drawn
  if (typeof type !== 'function' || isClientPart(type as ServerPart)) {
    await Promise.all(partsIn({ ...props }).map((part) => drawServerParts(part as ReactNode)))
  } else {
    // Neither of ours nor of the libraries that a server part draws is a class.
    await drawServerParts((type as ServerPart)(props) as ReactNode)
  }
}
