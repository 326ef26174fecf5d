import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TrackedDossier } from '@/components/dossiers/tracked-dossier';
import { TrackForm } from '@/components/home/track-form';
import { Main } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/notice';
import { trackDossier } from '@/lib/dossiers/queries/public';
import { listUnitNames } from '@/lib/procedures/units/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('track'))('title') };
}

export default async function TrackPage({ searchParams }: PageProps<'/track'>) {
  const code = codeOf((await searchParams).code);
  const [t, pages, dossier, units] = await Promise.all([
    getTranslations('track'),
    getTranslations('pages'),
    code === '' ? null : trackDossier({ code }),
    listUnitNames(undefined),
  ]);
  return (
    <Main width="prose">
      <Breadcrumbs crumbs={[{ href: '/', label: pages('home') }, { label: t('title') }]} />
      <div className="mt-6">
        <TrackForm code={code} level={1} />
      </div>
      <section aria-label={t('answer')} aria-live="polite" className="mt-10">
        {dossier !== null && <TrackedDossier dossier={dossier} units={units} />}
        {dossier === null && code !== '' && (
          <EmptyState title={t('unknown', { code })}>{t('unknownHint')}</EmptyState>
        )}
      </section>
    </Main>
  );
}

/** Codes are copied from paper: spaces and small letters are no difference. */
function codeOf(given: string | string[] | undefined): string {
  const text = Array.isArray(given) ? given[0] : given;
  return (text ?? '').replace(/\s+/g, '').toUpperCase().slice(0, 40);
}
