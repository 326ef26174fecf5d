import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DossierLines } from '@/components/dossiers/dossier-lines';
import { Main } from '@/components/shell/main';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { EmptyState } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { listDossiers } from '@/lib/dossiers/queries/list';
import { ListDossiers } from '@/lib/dossiers/schema';
import { requireStaffWith } from '@/lib/session/staff';
import { firstOf, queueLines, type SearchParams } from '../dossiers/lines';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.search');
  return { title: t('title') };
}

export default async function SearchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireStaffWith('dossier.read');
  const { q: raw = '' } = firstOf(await searchParams);
  const q = raw.trim().slice(0, 200);
  const [t, locale] = await Promise.all([getTranslations('staff.search'), getLocale()]);
  const page =
    q === ''
      ? null
      : await listDossiers(actor, ListDossiers.parse({ view: 'all', q, sort: 'updated', order: 'desc' }));
  const lines = page === null ? [] : await queueLines(actor, page.rows, locale);
  return (
    <Main width="wide">
      <h1>{t('title')}</h1>
      <search>
        <form method="get" action="/search" className="mt-4 flex max-w-prose flex-wrap items-end gap-3">
          <div className="min-w-64 grow">
            <Field name="q" label={t('label')} hint={t('hint')}>
              {(wiring) => <input type="search" defaultValue={q} {...wiring} className="control" />}
            </Field>
          </div>
          <Button>{t('button')}</Button>
        </form>
      </search>
      {q !== '' && (
        <section className="mt-8" aria-live="polite">
          {lines.length === 0 ? (
            <EmptyState title={t('none', { text: q })}>{t('noneHint')}</EmptyState>
          ) : (
            <>
              <DossierLines caption={t('found', { text: q })} lines={lines} />
              {page?.next && (
                <p className="mt-4">
                  <TextLink href={`/dossiers?${new URLSearchParams({ view: 'all', q }).toString()}`}>
                    {t('more')}
                  </TextLink>
                </p>
              )}
            </>
          )}
        </section>
      )}
    </Main>
  );
}
