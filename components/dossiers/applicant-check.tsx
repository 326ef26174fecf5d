import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { Warning } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { submitDossierAction } from '@/lib/dossiers/actions';
import { type DraftTasks, declarationOf } from '@/lib/dossiers/tasks/rules';
import { formatBytes, formatMoney } from '@/lib/i18n/format';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers } from '@/lib/procedures/fields/define';
import { AnswerSections } from './applicant-answers';
import { formSectionOf } from './applicant-form-fields';

interface CheckPageProps {
  dossier: {
    code: string;
    definition: ProcedureDefinition;
    answers: Answers;
    attachments: readonly { id: string; component: string; name: string; size: number }[];
  };
  tasks: DraftTasks;
}

export function CheckPage({ dossier, tasks }: CheckPageProps) {
  const t = useTranslations('applicant');
  const locale = useLocale();
  const { code, definition, answers } = dossier;
  const home = `/my/dossiers/${code}`;
  const declaration = declarationOf(definition);
  const shown = new Set(declaration?.fields.map((field) => field.code));
  return (
    <Main width="page">
      <BackLink href={home}>{t('backTo.tasks')}</BackLink>
      <PageTitle lead={definition.title[locale]}>{t('task.check')}</PageTitle>
      <AnswerSections
        definition={definition}
        answers={answers}
        without={declaration === null ? [] : [declaration.code]}
        changeHref={(section) => `${home}/sections/${section}?back=check`}
      />
      <PapersAndFee dossier={dossier} tasks={tasks} />
      <section className="mt-10">
        <h2 className="mb-4">{t('check.send')}</h2>
        <Warning>{t('check.warning')}</Warning>
        <div className="mt-6">
          <ActionForm
            action={submitDossierAction}
            sections={
              declaration === null ? [] : [formSectionOf(declaration, { locale, shown, provenance: {} })]
            }
            titlesHidden
            hidden={{ code }}
            submitLabel={t('check.submit')}
          />
        </div>
      </section>
    </Main>
  );
}

function PapersAndFee({ dossier, tasks }: CheckPageProps) {
  const t = useTranslations('applicant');
  const locale = useLocale();
  const home = `/my/dossiers/${dossier.code}`;
  const papers = tasks.papers.map(({ component }) => ({
    key: component.code,
    label: component.title[locale],
    value: dossier.attachments
      .filter((file) => file.component === component.code)
      .map((file) => (
        <span key={file.id} className="block break-words">
          {file.name} <span className="font-normal text-muted">{formatBytes(file.size, locale)}</span>
        </span>
      )),
    changeHref: `${home}/papers/${component.code}`,
  }));
  return (
    <>
      <section className="mt-8">
        <h2 className="mb-2">{t('check.papers')}</h2>
        <SummaryList rows={papers.map((row) => (row.value.length === 0 ? { ...row, value: '' } : row))} />
      </section>
      {tasks.fee !== null && (
        <section className="mt-8">
          <h2 className="mb-2">{t('fee.title')}</h2>
          <SummaryList
            rows={[{ key: 'fee', label: t('task.paid'), value: formatMoney(tasks.fee.amount, locale) }]}
          />
        </section>
      )}
    </>
  );
}
