import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { chooseDayAction } from '@/lib/calendar/actions';
import { may } from '@/lib/policy/authorize';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('new.title') };
}

export default async function NewDayPage() {
  const [actor, t] = await Promise.all([requireActor(), getTranslations('calendar')]);
  if (!may(actor, 'calendar.confirm', {})) notFound();
  const fields = [{ code: 'date', kind: 'date', label: t('new.date'), required: true }] as const;
  return (
    <Main width="page">
      <Breadcrumbs crumbs={[{ href: '/calendar', label: t('title') }, { label: t('new.title') }]} />
      <div className="mt-3">
        <PageTitle lead={t('new.lead')}>{t('new.title')}</PageTitle>
      </div>
      <ActionForm
        action={chooseDayAction}
        sections={[{ code: 'day', title: t('new.title'), fields }]}
        titlesHidden
        submitLabel={t('new.go')}
      />
    </Main>
  );
}
