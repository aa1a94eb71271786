import { Button } from '@mantine/core'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { findCtx } from '../../../_server/actor'
import { loadLink } from '../../../_server/load-link'
import { BarePage } from '../../../_ui/bare-page'
import { LinkButton } from '../../../_ui/link-button'
import { joinProjectAction, signInAsAnotherAction } from '../../_actions/auth'
import { DeadLink } from '../../_components/dead-link'
import classes from '../../_components/link-page.module.css'
import { PlainForm } from '../../_components/plain-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('join.title') }
}

/** One more project for somebody who has an account: the project's link brings them here, their own sign-in lets them in. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const { refusals, person, made, hidden } = await loadLink('JOIN', token)
  if (refusals.length > 0 || !person || !made?.role) return <DeadLink refusals={refusals} />
  const [t, ctx] = await Promise.all([getTranslations('auth'), findCtx()])
  const { by, project, role } = made
  const signedInAs = ctx?.actor.userId ?? null
  return (
    <BarePage title={t('join.title')} description={t('join.description')} card>
      <p className={classes.made}>{t('join.madeBy', { by, project, role })}</p>
      {signedInAs === person.id && (
        <PlainForm action={joinProjectAction} submitLabel={t('join.submit')} hidden={hidden}>
          <p className={classes.made}>{t('join.asYou', { email: person.email })}</p>
        </PlainForm>
      )}
      {signedInAs === null && (
        <>
          <p className={classes.made}>{t('join.signInFirst', { email: person.email })}</p>
          <LinkButton href={`/sign-in?next=${encodeURIComponent(`/join/${token}`)}`} variant="filled">
            {t('join.toSignIn')}
          </LinkButton>
        </>
      )}
      {signedInAs !== null && signedInAs !== person.id && (
        <form action={signInAsAnotherAction}>
          <p className={classes.made}>{t('join.otherAccount', { email: person.email })}</p>
          <input type="hidden" name="token" value={token} />
          <Button type="submit">{t('join.switch')}</Button>
        </form>
      )}
    </BarePage>
  )
}
