import type { Desk } from '@/seeds/scenarios'

/** `attack`: the event that both texts are about. */
export type DemoDesks = { first: Desk; second: Desk; day: (after: number) => string; attack: string }
