import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Statement } from '@/components/home/statement';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';

const parts = ['aim', 'works', 'tested', 'known', 'report'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.accessibility'))('title') };
}

export default async function AccessibilityPage() {
  const [pages, t] = await Promise.all([getTranslations('pages'), getTranslations('pages.accessibility')]);
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
