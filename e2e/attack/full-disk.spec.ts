import pg from 'pg'
import { importText, ownWord } from '../desk'
import { expect, expectAccessible, test } from '../fixtures'
import { claimPanel, markClaim, openTab, texts } from '../workbench'

// PostgreSQL finds no room for a row: what it says then is made by a trigger. The real thing is in full-disk.test.ts.

test.use({ allowed: [/status of 503/] })

for (const locale of ['fr', 'en'])
  test(`a full disk (${locale}): nothing was saved, and that is said; what was typed stays, and goes through later`, {
    tag: '@alone',
  }, async ({ as }) => {
    const editor = await as('editor', { locale })
    const t = texts(locale)
    const own = ownWord()
    await importText(editor, `Le pont de ${own} est tombé.`)
    await markClaim(editor, `Le pont de ${own}`, 'OTHER', `Le pont de ${own} est tombé.`)
    await openTab(editor, 'activity')
    const panel = await claimPanel(editor)
    const field = panel.getByRole('textbox', { name: t('activity.yourComment') })
    const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL })
    await owner.connect()
    try {
      await owner.query(`
        CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device' USING ERRCODE = 'disk_full';
        END $$;
        CREATE TRIGGER no_room BEFORE INSERT ON "Comment" FOR EACH ROW WHEN (NEW."body" LIKE '%${own}%') EXECUTE FUNCTION no_room()`)
      await field.fill(`À relire (${own}).`)
      await panel.getByRole('button', { name: t('activity.add') }).click()
      await expect(panel.getByRole('alert')).toHaveText(t('reason.database.full'))
      await expect(field).toHaveValue(`À relire (${own}).`)
      await expectAccessible(editor)
      const health = await editor.request.get('/api/health')
      expect(health.status()).toBe(503)
      expect(await health.json()).toMatchObject({ status: 'unavailable', database: 'ok', disk: 'full' })
    } finally {
      await owner.query('DROP TRIGGER IF EXISTS no_room ON "Comment"; DROP FUNCTION IF EXISTS no_room()')
      await owner.end()
    }
    await panel.getByRole('button', { name: t('activity.add') }).click()
    await expect(panel.getByRole('listitem').filter({ hasText: `À relire (${own}).` })).toHaveCount(1)
    await expect(panel.getByRole('alert')).toHaveCount(0)
    await expect(field).toHaveValue('')
  })
