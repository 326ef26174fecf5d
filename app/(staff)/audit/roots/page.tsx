import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuditTabs } from '@/components/audit/audit-tabs';
import { Main, PageTitle } from '@/components/shell/main';
import { PlainTable } from '@/components/tables/plain-table';
import { EmptyState, InsetText } from '@/components/ui/notice';
import { StatusTag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { checkRoot, listRoots } from '@/lib/audit/roots/queries';
import { partnerSettings } from '@/lib/config/features';
import { formatDate, formatDateTime, formatNumber } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('roots.title') };
}

export default async function RootsPage({ searchParams }: PageProps<'/audit/roots'>) {
  const [actor, { check }, t, locale, roots] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations('audit'),
    getLocale(),
    listRoots(null),
  ]);
  const day = typeof check === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(check) ? check : null;
  const checked = day === null ? null : await orNotFound(checkRoot(actor, { day }));
  return (
    <Main width="wide">
      <PageTitle lead={t('roots.lead')}>{t('roots.title')}</PageTitle>
      <AuditTabs current="roots" />
      {day !== null && checked !== null && (
        <div role="status" className="mb-6">
          <InsetText tone={checked.holds ? 'plain' : 'danger'}>
            <StatusTag tone={checked.holds ? 'achieved' : 'overdue'}>
              {t(checked.holds ? 'roots.holds' : 'roots.differs', { day: formatDate(day, locale) })}
            </StatusTag>
          </InsetText>
        </div>
      )}
      <PlainTable
        caption={t('roots.caption')}
        captionHidden
        rows={roots}
        rowKey={(row) => row.day}
        empty={<EmptyState title={t('roots.none')}>{t('roots.noneHint')}</EmptyState>}
        columns={[
          {
            key: 'day',
            header: t('roots.day'),
            rowHeader: true,
            className: 'tabular whitespace-nowrap',
            cell: (row) => formatDate(row.day, locale),
          },
          {
            key: 'root',
            header: t('roots.root'),
            cell: ({ root }) => <code className="font-mono text-14 break-all">{root}</code>,
          },
          {
            key: 'chains',
            header: t('roots.chains'),
            numeric: true,
            cell: ({ chains }) => formatNumber(chains, locale),
          },
          {
            key: 'acts',
            header: t('roots.acts'),
            numeric: true,
            cell: ({ acts }) => formatNumber(acts, locale),
          },
          {
            key: 'stamp',
            header: t('roots.stamp'),
            className: 'tabular',
            cell: ({ stamp }) =>
              stamp === null ? (
                <span className="text-muted">{t('roots.noStamp')}</span>
              ) : (
                formatDateTime(new Date(stamp.at), locale)
              ),
          },
          {
            key: 'check',
            header: t('roots.check'),
            cell: (row) => (
              <TextLink href={`/audit/roots?check=${row.day}`}>
                {t('roots.check')}
                <span className="sr-only"> {formatDate(row.day, locale)}</span>
              </TextLink>
            ),
          },
        ]}
      />
      <p className="mt-6 text-small text-muted">
        {t('roots.public')} <TextLink href="/api/audit/roots">/api/audit/roots</TextLink>.
        {partnerSettings('timestamp') === null && ` ${t('roots.sampleStamp')}`}
      </p>
    </Main>
  );
}
