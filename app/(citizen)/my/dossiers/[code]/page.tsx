import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DossierPage } from '@/components/dossiers/applicant-dossier';
import { DraftPage } from '@/components/dossiers/applicant-draft';
import { getApplicant } from '@/lib/dossiers/queries/applicant';
import { getDossier } from '@/lib/dossiers/queries/get';
import { listReads } from '@/lib/dossiers/queries/reads';
import { draftTasks } from '@/lib/dossiers/tasks/rules';
import { civilDateAt } from '@/lib/kernel/calendar';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { isTold } from '@/lib/notifications/rules';
import { listUnitNames } from '@/lib/procedures/units/queries';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata({ params }: PageProps<'/my/dossiers/[code]'>): Promise<Metadata> {
  const { code } = await params;
  const [dossier, locale, t] = await Promise.all([
    orNotFound(getDossier(await requireActor(), { code })),
    getLocale(),
    getTranslations('applicant'),
  ]);
  return { title: dossier.isDraft ? t('prepare') : `${dossier.code} · ${dossier.definition.title[locale]}` };
}

export default async function MyDossierPage({ params, searchParams }: PageProps<'/my/dossiers/[code]'>) {
  const [{ code }, said, actor] = await Promise.all([params, searchParams, requireActor()]);
  const dossier = await orNotFound(getDossier(actor, { code }));
  const today = civilDateAt(dossier.now);
  if (dossier.state === 'draft') {
    const applicant = await orNotFound(getApplicant(actor, undefined));
    return (
      <DraftPage
        dossier={dossier}
        tasks={draftTasks({ ...dossier, today })}
        organisation={applicant.organisation}
      />
    );
  }
  const [reads, units] = await Promise.all([
    orNotFound(listReads(actor, { dossierId: dossier.id })),
    listUnitNames(undefined),
  ]);
  const events = dossier.events.filter(
    ({ move }) => isTold(move) || move === 'collect' || move === 'request_withdrawal',
  );
  const news = said.sent !== undefined ? 'sent' : said.withdrawn !== undefined ? 'withdrawn' : null;
  return <DossierPage {...{ dossier, events, reads, units, today, news }} />;
}
