import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { formSectionOf } from '@/components/dossiers/applicant-form-fields';
import { SectionForm } from '@/components/dossiers/applicant-section-form';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InsetText } from '@/components/ui/notice';
import { prefillAnswers } from '@/lib/dossiers/drafts/rules';
import { getApplicant } from '@/lib/dossiers/queries/applicant';
import { getDossier } from '@/lib/dossiers/queries/get';
import { editableNow } from '@/lib/dossiers/rules';
import { formValues } from '@/lib/dossiers/tasks/rules';
import { orNotFound } from '@/lib/kernel/or-not-found';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers } from '@/lib/procedures/fields/define';
import { visibleFields } from '@/lib/procedures/rules';
import { requireActor } from '@/lib/session/actor';

type Props = PageProps<'/my/dossiers/[code]/sections/[section]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, section } = await params;
  const [dossier, locale] = await Promise.all([
    orNotFound(getDossier(await requireActor(), { code })),
    getLocale(),
  ]);
  return { title: dossier.definition.form.find((one) => one.code === section)?.title[locale] ?? code };
}

export default async function SectionPage({ params, searchParams }: Props) {
  const [{ code, section: wanted }, { back }, actor] = await Promise.all([
    params,
    searchParams,
    requireActor(),
  ]);
  const dossier = await orNotFound(getDossier(actor, { code }));
  const { definition, answers, updatedAt } = dossier;
  const section = definition.form.find((one) => one.code === wanted);
  const open = (field: string) => editableNow(dossier, { kind: 'answer', field });
  if (section === undefined || !section.fields.some((field) => open(field.code))) notFound();
  const [t, locale, { known }] = await Promise.all([
    getTranslations('applicant'),
    getLocale(),
    orNotFound(getApplicant(actor, undefined)),
  ]);
  const shown = new Set(
    visibleFields(definition, answers)
      .map((field) => field.code)
      .filter(open),
  );
  const provenance = provenanceOf(definition, { answers, told: prefillAnswers(definition, known) }, t);
  const target = back === 'check' || back === 'supplement' ? back : 'tasks';
  return (
    <Main width="prose">
      <BackLink href={target === 'tasks' ? `/my/dossiers/${code}` : `/my/dossiers/${code}/${target}`}>
        {t(`backTo.${target}`)}
      </BackLink>
      <PageTitle>{section.title[locale]}</PageTitle>
      {target === 'supplement' && (
        <div className="mb-6">
          <InsetText>{t('supplement.onlyThese')}</InsetText>
        </div>
      )}
      <SectionForm
        code={code}
        section={formSectionOf(section, { locale, shown, provenance })}
        values={formValues(section.fields, answers)}
        back={target}
        savedAt={updatedAt.toISOString()}
      />
    </Main>
  );
}

/** Said only while the answer still is what the register told. */
function provenanceOf(
  definition: ProcedureDefinition,
  { answers, told }: { answers: Answers; told: Answers },
  t: Awaited<ReturnType<typeof getTranslations<'applicant'>>>,
): Record<string, string> {
  const fields = definition.form.flatMap((section) => section.fields);
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.kind === 'list' || field.prefill === undefined) return [];
      if (told[field.code] === undefined || told[field.code] !== answers[field.code]) return [];
      const source = field.prefill.startsWith('organisation.')
        ? t('register.business')
        : t('register.account');
      return [[field.code, source]];
    }),
  );
}
