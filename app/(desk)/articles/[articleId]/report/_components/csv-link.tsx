'use client'

import { NativeSelect } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { LinkButton } from '@/app/_ui/link-button'
import { CSV_SEPARATORS, separatorOf } from '@/lib/reports/csv-separator'
import classes from '../report.module.css'

/** The report as CSV, with the separator that spreadsheets in the reader's language open as columns, or another one. */
export function CsvLink({ href }: { href: string }) {
  const t = useTranslations('report')
  const [separator, setSeparator] = useState(separatorOf(useLocale()))
  return (
    <span className={classes.csv}>
      <NativeSelect
        aria-label={t('separator')}
        value={separator}
        data={CSV_SEPARATORS.map((value) => ({ value, label: t(`separatorName.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          setSeparator(CSV_SEPARATORS.find((each) => each === value) ?? separator)
        }
      />
      <LinkButton href={`${href}&separator=${separator}`} external>
        {t('csv')}
      </LinkButton>
    </span>
  )
}
