import { NextRequest, NextResponse } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '../../../_server/auth'

type Context = { params: Promise<{ nextauth: string[] }> }

// What programs use of next-auth; its pages are ours, and whatever else it would answer stumbles over what it is sent.
const READ = ['csrf', 'session', 'providers']
const WRITTEN = ['callback/credentials', 'signout']
const PAGES = ['signin', 'signout', 'error', 'verify-request', 'new-user']

const nothing = () => new NextResponse(null, { status: 404 })

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const path = (await context.params).nextauth.join('/')
  if (PAGES.includes(path)) return NextResponse.redirect(new URL('/sign-in', request.nextUrl))
  if (!READ.includes(path)) return nothing()
  const plain = request.nextUrl.clone()
  plain.search = ''
  return NextAuth(request.nextUrl.search ? new NextRequest(plain, request) : request, context, authOptions())
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!WRITTEN.includes((await context.params).nextauth.join('/'))) return nothing()
  return NextAuth(request, context, authOptions())
}
