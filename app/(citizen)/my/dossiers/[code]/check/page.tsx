import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CheckPage } from '@/components/dossiers/applicant-check';
import { getDossier } from '@/lib/dossiers/queries/get';
import { draftTasks } from '@/lib/dossiers/tasks/rules';
import { civilDateAt } from '@/lib/kernel/calendar';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('applicant'))('task.check') };
}

export default async function CheckAnswersPage({ params }: PageProps<'/my/dossiers/[code]/check'>) {
  const [{ code }, actor] = await Promise.all([params, requireActor()]);
  const dossier = await orNotFound(getDossier(actor, { code }));
  const tasks = draftTasks({ ...dossier, today: civilDateAt(dossier.now) });
  if (dossier.state !== 'draft' || !tasks.ready) redirect(`/my/dossiers/${code}`);
  return <CheckPage dossier={dossier} tasks={tasks} />;
}
