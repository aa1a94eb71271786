import { createStore } from './store'

// Translators and extensions change the page's nodes under React's hands: they put <font> elements in place of its text
// nodes, wrap them, or write a part of the page anew. React then removes a node that stands there no more, or inserts before
// one, the browser throws, and the whole screen is lost. Here such a node is taken for what stands in its place. What others
// do is seen from outside, by its effect on the document: extensions work in a world of their own.

/** What others put in the place of a node of React's, and what stood behind it. */
type StandIn = { instead: readonly Node[]; next: Node | null }

// An element that others take out again and again is left to them.
const MOST_RETURNS = 3

/** True once others have taken out parts of the page for good: what to switch off has to be said. */
export const foreignChanges = createStore(false)

const standIns = new WeakMap<Node, StandIn>()
const returns = new WeakMap<Node, number>()
const takenOutHere = new WeakSet<Node>()

// React notes on each of its nodes what it stands for, and on a root that it is one.
const isReacts = (node: Node) => Object.keys(node).some((key) => /^__react(Fiber|Container)\$/.test(key))

/** The child of `parent` in which a node stands, itself or within what others wrapped around it; null: elsewhere. */
function childAround(parent: Node, node: Node): Node | null {
  let at: Node | null = node
  while (at && at.parentNode !== parent) at = at.parentNode
  return at
}

/** Puts back what others took out together, in the place of what they put there. */
function putBack(parent: Node, { instead, next }: StandIn, nodes: readonly Node[]): void {
  const anchor = instead.find((node) => node.parentNode === parent) ?? (next?.parentNode === parent ? next : null)
  for (const node of nodes) parent.insertBefore(node, anchor)
  for (const node of instead) if (node.parentNode === parent && !isReacts(node)) parent.removeChild(node)
}

function onRemoval(record: MutationRecord, observer: MutationObserver): void {
  const removed = [...record.removedNodes].filter((node) => !takenOutHere.delete(node) && !node.isConnected)
  const standIn = { instead: [...record.addedNodes], next: record.nextSibling }
  for (const node of removed) {
    if (!(node instanceof Text) || !isReacts(node)) continue
    standIns.set(node, standIn)
    // New words for a text that was replaced take the place of the replacement.
    observer.observe(node, { characterData: true })
  }
  const elements = removed.filter((node) => node instanceof Element && isReacts(node))
  if (elements.length === 0 || !record.target.isConnected) return
  const often = Math.max(...elements.map((node) => returns.get(node) ?? 0))
  for (const node of elements) returns.set(node, often + 1)
  if (often < MOST_RETURNS) putBack(record.target, standIn, removed)
  else foreignChanges.set(true)
}

function onNewWords({ target }: MutationRecord): void {
  const standIn = standIns.get(target)
  const [first] = standIn?.instead.filter((node) => node.isConnected) ?? []
  if (!standIn || target.isConnected || !first?.parentNode) return
  standIns.delete(target)
  putBack(first.parentNode, standIn, [target])
}

/** A text that stands in the page again needs no stand-in. */
function onReturn(node: Node): void {
  const standIn = node.isConnected ? standIns.get(node) : undefined
  if (!standIn) return
  standIns.delete(node)
  for (const each of standIn.instead) each.parentNode?.removeChild(each)
}

/** Lets React go on working in a page that others change. Call once, before React draws. */
export function withstandForeignChanges(): void {
  const own = { removeChild: Node.prototype.removeChild, insertBefore: Node.prototype.insertBefore }
  const observer = new MutationObserver((records) => attend(records))
  const attend = (records: readonly MutationRecord[]) => {
    for (const record of records) {
      if (record.type === 'characterData') onNewWords(record)
      else if (record.removedNodes.length > 0) onRemoval(record, observer)
    }
    for (const { addedNodes } of records) for (const node of addedNodes) onReturn(node)
  }
  const takeOut = (node: Node) => {
    if (isReacts(node)) takenOutHere.add(node)
    if (node.parentNode) own.removeChild.call(node.parentNode, node)
  }
  /** Takes a node out of what others wrapped around it, and the wrapping too when nothing else is in it. */
  const unwrap = (parent: Node, node: Node) => {
    let around = node.parentNode
    takeOut(node)
    while (around && around !== parent && !around.hasChildNodes()) {
      const empty = around
      around = around.parentNode
      takeOut(empty)
    }
  }

  Node.prototype.removeChild = function removeChild<T extends Node>(child: T): T {
    if (!(child instanceof Node) || child.parentNode === this) {
      if (child instanceof Node && isReacts(child)) takenOutHere.add(child)
      own.removeChild.call(this, child)
      return child
    }
    attend(observer.takeRecords())
    if (this.contains(child)) unwrap(this, child)
    else for (const node of standIns.get(child)?.instead ?? []) if (node.parentNode === this) takeOut(node)
    standIns.delete(child)
    return child
  }

  Node.prototype.insertBefore = function insertBefore<T extends Node>(node: T, child: Node | null): T {
    let anchor = child
    if (child && child.parentNode !== this) {
      attend(observer.takeRecords())
      const standIn = standIns.get(child)
      const instead = standIn?.instead.find((each) => each.parentNode === this)
      const next = standIn?.next?.parentNode === this ? standIn.next : null
      anchor = childAround(this, child) ?? instead ?? next
    }
    own.insertBefore.call(this, node, anchor)
    return node
  }

  observer.observe(document, { childList: true, subtree: true })
}
