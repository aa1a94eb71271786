import { answerHealth } from '@/app/_server/health'

export const dynamic = 'force-dynamic'

/** For load balancers, watchers and the launcher. */
export const GET = () => answerHealth()
