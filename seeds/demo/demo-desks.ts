import type { TwoPeople } from '@/seeds/scenarios'

/** `attack`: the event that both texts are about. */
export type DemoDesks = { first: TwoPeople; second: TwoPeople; day: (after: number) => string; attack: string }
