import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { KeyDatabaseTable } from '@/components/registers/key-database-table';
import { RegisterFacts } from '@/components/registers/register-facts';
import { ConnectionTable, CourseTable } from '@/components/registers/register-parts';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { Block } from '@/components/ui/figure';
import { Tag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { definitionOf } from '@/lib/indicators/measures/catalogue';
import { orNotFound } from '@/lib/kernel/or-not-found';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import { getRegisterEntry } from '@/lib/registers/queries';
import { isTechnical } from '@/lib/registers/rules';
import type { RegisterView } from '@/lib/registers/schema';
import { requireStaffWith } from '@/lib/session/staff';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('title') };
}

/** One entry: who answers for it, how safe it is, what it holds, what it is connected to. */
export default async function RegisterEntryPage({ params }: PageProps<'/registers/[id]'>) {
  const [actor, { id }, locale, t] = await Promise.all([
    requireStaffWith('register.read'),
    params,
    getLocale(),
    getTranslations('registers'),
  ]);
  const entry = await orNotFound(getRegisterEntry(actor, { id }));
  return (
    <Main width="wide">
      <Breadcrumbs crumbs={[{ href: '/registers', label: t('crumb') }, { label: entry.id }]} />
      <div className="mt-3">
        <PageTitle lead={`${t('column.tracks')}: ${entry.tracks[locale]}`}>{entry.name[locale]}</PageTitle>
      </div>
      <p className="mb-8 flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <Tag>{t(`kind.${entry.kind}`)}</Tag>
        <ConfidenceMark {...entry} />
      </p>
      <div className="flex flex-col gap-10">
        <RegisterFacts entry={entry} />
        {isTechnical(entry) && <ConnectionTable connections={entry.connections} />}
        {entry.databases.length > 0 && (
          <Block title={t('view.quality')} note={t('keyDatabases.working')}>
            <KeyDatabaseTable databases={entry.databases} />
          </Block>
        )}
        <CourseTable courses={entry.courses} />
        <Indicators entry={entry} actor={actor} />
      </div>
    </Main>
  );
}

async function Indicators({ entry, actor }: { entry: RegisterView; actor: Actor }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('registers.view')]);
  const opens = reachOf(actor, 'indicator.read').length > 0;
  return (
    <Block title={t('indicators')}>
      {entry.indicatorIds.length === 0 && <p className="text-muted">{t('noIndicators')}</p>}
      <ul className="flex flex-col gap-1">
        {entry.indicatorIds.map((id) => {
          const name = `${id} ${definitionOf(id)?.title[locale] ?? ''}`.trim();
          return <li key={id}>{opens ? <TextLink href={`/indicators/${id}`}>{name}</TextLink> : name}</li>;
        })}
      </ul>
    </Block>
  );
}
