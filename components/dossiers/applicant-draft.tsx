import { useLocale, useTranslations } from 'next-intl';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { TextLink } from '@/components/ui/text-link';
import type { DraftTasks } from '@/lib/dossiers/tasks/rules';
import { formatDateTime } from '@/lib/i18n/format';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { HeldByState } from './applicant-held';
import { DraftTaskList } from './applicant-tasks';

interface DraftPageProps {
  dossier: { code: string; definition: ProcedureDefinition; updatedAt: Date };
  tasks: DraftTasks;
  organisation: { name: string; taxCode: string } | null;
}

export function DraftPage({ dossier, tasks, organisation }: DraftPageProps) {
  const t = useTranslations('applicant');
  const locale = useLocale();
  const { code, definition, updatedAt } = dossier;
  const held = definition.components.filter(({ reuse }) => !reuse.includes('UP') && !reuse.includes('FORM'));
  return (
    <Main width="prose">
      <BackLink href="/my">{t('myDossiers')}</BackLink>
      <PageTitle lead={definition.title[locale]}>{t('prepare')}</PageTitle>
      <DraftTaskList code={code} tasks={tasks} />
      <HeldByState organisation={organisation} held={held} />
      <p className="mt-8 text-small text-muted">
        {t('savedAt', { time: formatDateTime(updatedAt, locale) })}
      </p>
      <p className="no-print mt-2 text-small">
        <TextLink href={`/my/dossiers/${code}/cancel`}>{t('cancel.link')}</TextLink>
      </p>
    </Main>
  );
}
