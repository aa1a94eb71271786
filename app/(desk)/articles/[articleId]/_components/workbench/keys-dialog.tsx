'use client'

import { Modal } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Kbd } from '@/app/_ui/key-hint'
import { CATEGORIES, CATEGORY_KEYS } from '@/lib/claims/category-keys'
import classes from './keys-dialog.module.css'

/** Each line of the help: its keys, and the name of its text. */
const READING = [
  ['←  →', 'character'],
  ['Ctrl ←  →', 'word'],
  ['Alt ←  →', 'sentence'],
  ['Ctrl ↑  ↓', 'paragraph'],
  ['⇧', 'extend'],
  ['↵', 'menu'],
  ['Esc', 'back'],
] as const
const ANYWHERE = [
  ['J', 'next'],
  ['K', 'previous'],
  ['F', 'figure'],
  ['A', 'attribution'],
  ['E', 'evidence'],
  ['V', 'verdict'],
  ['Ctrl Z', 'undo'],
  ['Ctrl ⇧ Z', 'redo'],
  ['? F1', 'help'],
] as const
const CHAINS = [
  ['H', 'hop'],
  ['A', 'accept'],
  ['.', 'goesOn'],
  ['Y', 'copy'],
  ['P', 'paste'],
  ['G', 'give'],
  ['S', 'source'],
  ['C', 'cue'],
  ['Alt ↑  ↓', 'move'],
  ['Ctrl ↵', 'save'],
] as const

/** All keys of the workbench. */
export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('workbench.keys')
  const category = useTranslations('category')
  return (
    <Modal opened={opened} onClose={onClose} title={t('title')} size="lg">
      <div className={classes.columns}>
        <section>
          <h3 className={classes.heading}>{t('reading')}</h3>
          <dl className={classes.list}>
            {READING.map(([keys, name]) => (
              <div key={name} className={classes.line}>
                <dt>
                  <Kbd keys={keys} />
                </dt>
                <dd>{t(name)}</dd>
              </div>
            ))}
          </dl>
          <h3 className={classes.heading}>{t('anywhere')}</h3>
          <dl className={classes.list}>
            {ANYWHERE.map(([keys, name]) => (
              <div key={name} className={classes.line}>
                <dt>
                  <Kbd keys={keys} />
                </dt>
                <dd>{t(name)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3 className={classes.heading}>{t('marking')}</h3>
          <dl className={classes.list}>
            {CATEGORIES.map((each) => (
              <div key={each} className={classes.line}>
                <dt>
                  <Kbd keys={CATEGORY_KEYS[each].toUpperCase()} />
                </dt>
                <dd>{category(each)}</dd>
              </div>
            ))}
          </dl>
          <h3 className={classes.heading}>{t('chains')}</h3>
          <dl className={classes.list}>
            {CHAINS.map(([keys, name]) => (
              <div key={name} className={classes.line}>
                <dt>
                  <Kbd keys={keys} />
                </dt>
                <dd>{t(`chain.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <p className={classes.note}>
        {t.rich('single', { link: (words) => <Link href="/account#single-keys">{words}</Link> })}
      </p>
    </Modal>
  )
}
