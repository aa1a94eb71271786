'use client'

import { useEffect, useState } from 'react'
import { listAssignableAction } from '@/app/(desk)/_actions/review'
import type { ClaimView } from '@/lib/claims/queries'
import type { AssignablePerson } from '@/lib/review/queries/assignable'

type AssignableName = Pick<AssignablePerson, 'id' | 'name'> & Partial<Pick<AssignablePerson, 'inHand'>>

/** Who may check or review, asked for when it is needed: until then, and where nothing comes, those who do so now. */
export function useAssignable({ assignment }: Pick<ClaimView, 'assignment'>): {
  people: AssignableName[]
  hasFailed: boolean
} {
  const [people, setPeople] = useState<AssignableName[] | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    let isOpen = true
    listAssignableAction().then(
      (found) => isOpen && setPeople(found),
      () => isOpen && setHasFailed(true),
    )
    return () => {
      isOpen = false
    }
  }, [])
  const now = [assignment?.assignee, assignment?.reviewer].filter((person) => person != null)
  const known = [...new Map(now.map((person) => [person.id, person])).values()]
  return { people: people ?? known, hasFailed }
}
