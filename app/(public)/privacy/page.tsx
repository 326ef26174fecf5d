import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Statement } from '@/components/home/statement';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';

const parts = ['what', 'why', 'who', 'share', 'keep', 'rights', 'cookies', 'security'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.privacy'))('title') };
}

export default async function PrivacyPage() {
  const [pages, t] = await Promise.all([getTranslations('pages'), getTranslations('pages.privacy')]);
  return (
    <Main width="prose">
      <Breadcrumbs crumbs={[{ href: '/', label: pages('home') }, { label: t('title') }]} />
      <div className="mt-4">
        <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      </div>
      <Statement
        parts={parts.map((part) => ({ id: part, title: t(`${part}.title`), text: t(`${part}.text`) }))}
      />
    </Main>
  );
}
