import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MakeForm } from '@/components/feedback/complaint-form';
import { OwnComplaints, Part } from '@/components/feedback/complaint-parts';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { getFeedback } from '@/lib/feedback/queries/own';
import { mayMove } from '@/lib/feedback/rules';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feedback'))('make.title') };
}

/** What was already sent about a dossier, and the form for more; `?repeats=` takes an answered one up again. */
export default async function ComplaintsPage({
  params,
  searchParams,
}: PageProps<'/my/dossiers/[code]/complaint'>) {
  const [{ code }, { repeats }, actor] = await Promise.all([params, searchParams, requireActor()]);
  const [feedback, t, locale] = await Promise.all([
    orNotFound(getFeedback(actor, { code: decodeURIComponent(code) })),
    getTranslations('feedback'),
    getLocale(),
  ]);
  const home = `/my/dossiers/${code}`;
  const earlier = feedback.complaints.find((one) => one.code === repeats) ?? null;
  const again = earlier !== null && mayMove('repeat', { ...earlier, asked: false }) ? earlier : null;
  return (
    <Main width="prose">
      <BackLink href={home}>{t('own.backToDossier')}</BackLink>
      <PageTitle lead={`${feedback.code} · ${feedback.title[locale]}`}>
        {again === null ? t('make.title') : t('make.again', { code: again.code })}
      </PageTitle>
      <p className="mb-6">{again === null ? t('make.lead') : t('make.againLead', { code: again.code })}</p>
      <MakeForm code={feedback.code} repeats={again} />
      {feedback.complaints.length > 0 && (
        <Part title={t('make.list')}>
          <OwnComplaints home={home} rows={feedback.complaints} />
        </Part>
      )}
    </Main>
  );
}
