import { expect, it } from 'vitest'
import { dayInZone } from '@/lib/verdicts/as-of'

it.each([
  ['2021-08-27T22:30:00Z', 'Europe/Paris', '2021-08-28'],
  ['2021-08-27T22:30:00Z', 'America/New_York', '2021-08-27'],
  ['2021-12-31T23:30:00Z', 'Asia/Kathmandu', '2022-01-01'],
  ['0099-01-05T12:00:00Z', 'UTC', '0099-01-05'],
])('%s in %s is %s', (now, zone, day) => expect(dayInZone(new Date(now), zone)).toBe(day))
