'use client';
import { useTranslations } from 'next-intl';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Main } from './main';

/** What happened, what is safe, what to do. */
export function Unexpected({ reference, retry }: { reference: string | undefined; retry: () => void }) {
  const t = useTranslations('errors.unexpected');
  return (
    <Main width="prose">
      <h1>{t('title')}</h1>
      <p className="mt-4">{t('happened')}</p>
      <p className="mt-3">{t('safe')}</p>
      {reference !== undefined && (
        <p className="tabular mt-3 text-small text-muted">{t('reference', { id: reference })}</p>
      )}
      <ButtonRow>
        <Button type="button" onClick={retry}>
          {t('retry')}
        </Button>
        <ButtonLink href="/" variant="secondary">
          {t('home')}
        </ButtonLink>
      </ButtonRow>
    </Main>
  );
}
