import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { signIn } from '@/lib/auth/commands/sign-in'
import { authSecret } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { anonymousCtx } from './actor'
import { clientAddress } from './client-address'
import { SESSION_MAX_AGE } from './session-cookie'

declare module 'next-auth' {
  interface User {
    epoch: number
  }
}

const SIGN_IN = '/sign-in'

/** next-auth beside our own sign-in form: the same check, the same token, none of its pages. */
export const authOptions = (): AuthOptions => ({
  secret: authSecret(),
  session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE },
  pages: { signIn: SIGN_IN, signOut: SIGN_IN, error: SIGN_IN, verifyRequest: SIGN_IN, newUser: SIGN_IN },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(typed) {
        const credentials = { email: typed?.email ?? '', password: typed?.password ?? '' }
        try {
          const { userId, epoch } = await signIn(anonymousCtx(), credentials, await clientAddress())
          return { id: userId, epoch }
        } catch (error) {
          if (error instanceof DomainError) return null
          throw error
        }
      },
    }),
  ],
  callbacks: {
    // The token says who and since when, nothing else: all that may change is read from the database at each request.
    jwt: ({ token, user }) => (user ? { sub: user.id, epoch: user.epoch } : token),
    session: ({ session }) => ({ expires: session.expires }),
  },
})
