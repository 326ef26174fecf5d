import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { IndexDossiers } from '@/components/indicators/index766-dossiers';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Segments } from '@/components/ui/tabs';
import { formatPeriod } from '@/lib/i18n/format';
import { flagsShown, isDossierRow } from '@/lib/indicators/index766/define';
import { listIndex766Dossiers } from '@/lib/indicators/index766/queries/dossiers';
import { monthOf } from '@/lib/indicators/index766/rules';
import { sides } from '@/lib/indicators/index766/schema';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { listUnitNames } from '@/lib/procedures/units/queries';
import { requireStaffWith } from '@/lib/session/staff';
import { firstOf, type SearchParams } from '../../../dossiers/lines';
import { indexAddress, indexInputOf } from '../address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('index766'))('title') };
}

/** The dossiers one side of a row counts: what is counted can be read. */
export default async function IndexDossiersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireStaffWith('dossier.read');
  const raw = firstOf(await searchParams);
  const row = raw.row ?? '';
  if (!isDossierRow(row)) notFound();
  const side = sides.find((one) => one === raw.side) ?? 'denominator';
  const { period = monthOf(civilDateAt(now())), unit } = indexInputOf(raw);
  const [page, units, t, locale] = await Promise.all([
    listIndex766Dossiers(actor, { row, side, period, unit, after: raw.after }),
    listUnitNames(undefined),
    getTranslations('index766'),
    getLocale(),
  ]);
  const here = (change: Record<string, string | undefined>) =>
    indexAddress('/indicators/index766/dossiers', { row, side, period, unit, ...change });
  return (
    <Main width="wide">
      <BackLink href={indexAddress('/indicators/index766', { period, unit })}>{t('behind.back')}</BackLink>
      <PageTitle
        lead={
          <>
            {formatPeriod(period, locale)}
            {unit !== undefined && ` · ${units[unit]?.[locale] ?? unit}`}
            <span className="block">{t(`counts.${row.replace('.', '-')}` as 'counts.766-2-1')}</span>
            <span className="block">{t('behind.reach')}</span>
          </>
        }
      >
        {t('behind.title', { row })}
      </PageTitle>
      <div className="mb-5">
        <Segments
          label={t('behind.sides')}
          tabs={sides.map((one) => ({
            href: here({ side: one }),
            label: t(`behind.${one}`),
            current: one === side,
          }))}
        />
      </div>
      <IndexDossiers
        caption={t('behind.caption', { row })}
        rows={page.rows.map(({ procedureVi, procedureEn, unit: code, ...line }) => ({
          ...line,
          procedure: locale === 'vi' ? procedureVi : procedureEn,
          unit: units[code]?.[locale] ?? code,
        }))}
        shown={flagsShown(row)}
        empty={<EmptyState title={t('behind.none')}>{t('behind.noneHint')}</EmptyState>}
      />
      <Pagination
        nextHref={page.next && here({ after: page.next })}
        {...(page.rows.length > 0 ? { position: t('behind.position', { count: page.rows.length }) } : {})}
      />
    </Main>
  );
}
