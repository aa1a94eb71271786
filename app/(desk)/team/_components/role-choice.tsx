'use client'

import { Radio, RadioGroup, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Role } from '@/prisma/generated/enums'

const ROLES = Object.values(Role)
const isRole = (text: string): text is Role => text in Role

/** The four roles, each with what it may do. */
export function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const t = useTranslations('team')
  return (
    <RadioGroup label={t('roleLabel')} value={value} onChange={(chosen) => isRole(chosen) && onChange(chosen)}>
      <Stack gap="xs" mt={6}>
        {ROLES.map((role) => (
          <Radio key={role} value={role} label={t(`role.${role}`)} description={t(`roleHelp.${role}`)} />
        ))}
      </Stack>
    </RadioGroup>
  )
}
