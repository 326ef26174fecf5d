import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KeyDatabaseTable } from '@/components/registers/key-database-table';
import { RegisterTabs } from '@/components/registers/register-tabs';
import { Main, PageTitle } from '@/components/shell/main';
import { InsetText } from '@/components/ui/notice';
import { listKeyDatabases } from '@/lib/registers/queries';
import { requireStaffWith } from '@/lib/session/staff';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('keyDatabases.title') };
}

/** The working list of the twelve, marked as such. */
export default async function KeyDatabasesPage() {
  const actor = await requireStaffWith('register.read');
  const [databases, t] = await Promise.all([
    listKeyDatabases(actor, undefined),
    getTranslations('registers.keyDatabases'),
  ]);
  return (
    <Main width="full">
      <PageTitle lead={t('legend')}>{t('title')}</PageTitle>
      <RegisterTabs current="databases" />
      <div className="my-5">
        <InsetText tone="warn">
          <p className="font-semibold">{t('working')}</p>
          <p className="text-small">{t('workingNote')}</p>
        </InsetText>
      </div>
      <KeyDatabaseTable databases={databases} />
    </Main>
  );
}
