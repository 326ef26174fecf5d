import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ValueWords } from '@/components/facilities/history';
import { Section } from '@/components/facilities/section';
import { ActionForm } from '@/components/forms/action-form';
import type { SimpleField } from '@/components/forms/form-fields';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button, ButtonLink } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { amendFacilityAction } from '@/lib/facilities/actions';
import { type Amendable, amendable } from '@/lib/facilities/define';
import { getFacility } from '@/lib/facilities/queries/get';
import { choicesOf, type FacilityView } from '@/lib/facilities/schema';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireStaffWith } from '@/lib/session/staff';
import { wordsOf } from '../../address';

type Props = PageProps<'/facilities/[id]/amend'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('facilities'))('amend.title') };
}

/** What changes is asked in the address, the new value and its decision in a form: both work without a script. */
export default async function AmendPage({ params, searchParams }: Props) {
  const [actor, { id }, search, t, locale] = await Promise.all([
    requireStaffWith('facility.write'),
    params,
    searchParams,
    getTranslations('facilities'),
    getLocale(),
  ]);
  const facility = await orNotFound(getFacility(actor, { id }));
  if (!facility.mayAmend) notFound();
  const { attribute: asked } = wordsOf(search);
  const attribute = amendable.find((one) => one === asked) ?? null;
  const back = `/facilities/${facility.id}`;
  return (
    <Main width="page">
      <Breadcrumbs
        crumbs={[
          { href: '/facilities', label: t('title') },
          { href: back, label: facility.name[locale] },
          { label: t('amend.title') },
        ]}
      />
      <div className="mt-3">
        <PageTitle lead={t('amend.lead')}>{t('amend.title')}</PageTitle>
      </div>
      <div className="flex flex-col gap-10">
        <Section id="which" title={t('amend.step1')}>
          <form method="get" action={`${back}/amend`} className="flex max-w-form flex-col items-start gap-4">
            <Radios
              name="attribute"
              label={t('amend.which')}
              defaultValue={attribute ?? 'class'}
              inline={attribute !== null}
              options={amendable.map((value) => ({ value, label: t(`attribute.${value}`) }))}
            />
            <Button variant="secondary">{t('amend.choose')}</Button>
          </form>
        </Section>
        {attribute !== null && (
          <Section
            id="value"
            title={t('amend.step2')}
            note={<Today facility={facility} attribute={attribute} />}
          >
            <ValueForm facility={facility} attribute={attribute} />
          </Section>
        )}
      </div>
    </Main>
  );
}

const todayOf = (facility: FacilityView, attribute: Amendable): string | null =>
  attribute === 'name' ? facility.today.vi : facility[attribute];

async function Today({ facility, attribute }: { facility: FacilityView; attribute: Amendable }) {
  const t = await getTranslations('facilities');
  return (
    <p>
      {t(`attribute.${attribute}`)}. {t('amend.nowLabel')}{' '}
      <ValueWords attribute={attribute} value={todayOf(facility, attribute)} />
    </p>
  );
}

async function ValueForm({ facility, attribute }: { facility: FacilityView; attribute: Amendable }) {
  const t = await getTranslations('facilities');
  const text = (code: string, label: string, hint?: string): SimpleField => ({
    code,
    kind: 'text',
    label,
    hint,
    required: true,
    maxLength: 300,
  });
  const fields: SimpleField[] = [
    ...(await valueFields(facility, attribute)),
    {
      code: 'validFrom',
      kind: 'date',
      label: t('amend.validFrom'),
      hint: t('amend.validFromHint'),
      required: true,
    },
    text('decision', t('amend.decision'), t('amend.decisionHint')),
    { code: 'reason', kind: 'textarea', label: t('amend.reason'), required: false, maxLength: 500 },
  ];
  return (
    <ActionForm
      action={amendFacilityAction}
      sections={[{ code: 'amend', title: t('amend.step2'), fields }]}
      titlesHidden
      hidden={{ id: facility.id, version: String(facility.version), attribute }}
      submitLabel={t('amend.submit')}
      aside={
        <ButtonLink href={`/facilities/${facility.id}`} variant="quiet">
          {t('amend.cancel')}
        </ButtonLink>
      }
    />
  );
}

async function valueFields(facility: FacilityView, attribute: Amendable): Promise<SimpleField[]> {
  const t = await getTranslations('facilities');
  const choices = choicesOf(attribute);
  const base = { required: true, maxLength: 300 } as const;
  if (choices !== null) {
    const options = choices
      .filter((value) => value !== todayOf(facility, attribute))
      .map((value) => ({ value, label: t(`${attribute}.${value}` as 'class.class_1') }));
    return [{ ...base, code: 'value', kind: 'select', label: t('amend.value'), options }];
  }
  if (attribute === 'address') return [{ ...base, code: 'value', kind: 'text', label: t('amend.value') }];
  return [
    { ...base, code: 'value', kind: 'text', label: t('amend.nameVi'), value: facility.today.vi },
    { ...base, code: 'valueEn', kind: 'text', label: t('amend.nameEn'), value: facility.today.en },
  ];
}
