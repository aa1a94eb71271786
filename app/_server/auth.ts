import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { endSessionByToken } from '@/lib/auth/commands/end-session'
import { findSession } from '@/lib/auth/queries/sessions'
import { SESSION_LIFETIME } from '@/lib/auth/session'
import { authSecret } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { anonymousCtx } from './anonymous'
import { beginSessionRow, checkCredentials, sessionCookie } from './session-cookie'

declare module 'next-auth' {
  interface User {
    sessionToken: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionToken?: string
    expiresAt?: string
  }
}

const SIGN_IN = '/sign-in'

/**
 * next-auth beside our own sign-in form: the same check, the same sessions, none of its pages. Its "token" is the secret of our session's
 * row and nothing else, so that nothing can be read from it, forged, or renewed after the session has ended.
 */
export const authOptions = (): AuthOptions => ({
  secret: authSecret(),
  session: { strategy: 'jwt', maxAge: SESSION_LIFETIME / 1000 },
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: SIGN_IN, signOut: SIGN_IN, error: SIGN_IN, verifyRequest: SIGN_IN, newUser: SIGN_IN },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(typed) {
        try {
          const proven = await checkCredentials({ email: typed?.email ?? '', password: typed?.password ?? '' })
          return { id: proven.userId, sessionToken: await beginSessionRow(proven) }
        } catch (error) {
          // Whatever went wrong, next-auth would put its message into an address.
          if (!(error instanceof DomainError)) console.error(error)
          return null
        }
      },
    }),
  ],
  jwt: {
    encode: async ({ token }) => token?.sessionToken ?? '',
    async decode({ token }) {
      const session = token ? await findSession(anonymousCtx(), token) : null
      return session && token ? { sessionToken: token, expiresAt: session.expiresAt.toISOString() } : null
    },
  },
  logger: {
    error(code, metadata) {
      // A session that has ended is nothing for the log.
      if (code !== 'JWT_SESSION_ERROR') console.error(code, metadata)
    },
  },
  callbacks: {
    jwt: ({ token, user }) => (user ? { sessionToken: user.sessionToken } : token),
    session: ({ session, token }) => ({ expires: token.expiresAt ?? session.expires }),
  },
  events: {
    async signOut({ token }) {
      if (token?.sessionToken) await endSessionByToken(anonymousCtx(), token.sessionToken, 'SIGNED_OUT')
    },
  },
})
