import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RegisterFilter } from '@/components/registers/register-filter';
import { RegisterTable } from '@/components/registers/register-table';
import { RegisterTabs } from '@/components/registers/register-tabs';
import { Main, PageTitle } from '@/components/shell/main';
import { FactLine } from '@/components/ui/summary-list';
import { listRegister } from '@/lib/registers/queries';
import { knownOf, matches } from '@/lib/registers/rules';
import { ListRegister } from '@/lib/registers/schema';
import { requireStaffWith } from '@/lib/session/staff';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('title') };
}

/** Systems, databases, programmes and activities, and how much is known of them. */
export default async function RegistersPage({ searchParams }: PageProps<'/registers'>) {
  const actor = await requireStaffWith('register.read');
  const [lines, params, t] = await Promise.all([
    listRegister(actor, undefined),
    searchParams,
    getTranslations('registers'),
  ]);
  const { kind, q } = params;
  const input = ListRegister.parse({ kind, q });
  const rows = lines.filter((line) => matches(line, input));
  return (
    <Main width="full">
      <PageTitle lead={t('lead', { count: lines.length })}>{t('title')}</PageTitle>
      <RegisterTabs current="all" />
      <div className="mt-5">
        <FactLine
          facts={knownOf(lines).map(({ fact, known, total }) => ({
            label: t(`known.${fact}`),
            value: t('known.of', { known, total }),
          }))}
        />
      </div>
      <RegisterFilter values={input} />
      <p className="mb-2 font-semibold">{t('list.count', { count: rows.length })}</p>
      <RegisterTable rows={rows} />
    </Main>
  );
}
