import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Brand } from '@/components/shell/brand';
import { EmblemStrip } from '@/components/shell/emblem';
import { Main } from '@/components/shell/main';
import { TextLink } from '@/components/ui/text-link';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors.notFound');
  return { title: t('title') };
}

const ways = [
  { key: 'procedures', href: '/procedures' },
  { key: 'track', href: '/track' },
  { key: 'home', href: '/' },
] as const;

export default async function NotFound() {
  const t = await getTranslations('errors.notFound');
  return (
    <>
      <header className="no-print border-b border-line">
        <EmblemStrip />
        <div className="mx-auto max-w-prose px-4 py-3 sm:px-6">
          <Brand />
        </div>
      </header>
      <Main width="prose">
        <h1>{t('title')}</h1>
        <p className="mt-4">{t('happened')}</p>
        <p className="mt-3">{t('check')}</p>
        <ul className="mt-6 flex flex-col gap-2">
          {ways.map(({ key, href }) => (
            <li key={key}>
              <TextLink href={href}>{t(key)}</TextLink>
            </li>
          ))}
        </ul>
      </Main>
    </>
  );
}
