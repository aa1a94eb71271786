'use client'

import dynamic from 'next/dynamic'

/** The hops of a chain as cards in their order; loaded when the first form that holds them is opened. */
export const HopsEditor = dynamic(() => import('./hop-cards').then((module) => module.HopCards))
