import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { Section } from '@/app/_ui/section'
import { previewMerge } from '@/lib/independence/queries/preview-merge'
import { CountChanges } from '../../_components/count-changes'

/** What the merge does to the counts of origins, and to what people decided: the reason to look before. */
export async function MergeOrigins({ keptId, droppedId }: { keptId: string; droppedId: string }) {
  const [preview, t] = await Promise.all([
    getCtx().then((ctx) => previewMerge(ctx, keptId, droppedId)),
    getTranslations('sources.merge'),
  ])
  return (
    <Section title={t('origins')} count={preview.total} look="card">
      <CountChanges {...preview} />
    </Section>
  )
}
