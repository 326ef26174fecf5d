import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { DayEffect } from '@/components/calendar/day-effect';
import { DaySource } from '@/components/calendar/day-table';
import { DayName, DayStatus } from '@/components/calendar/day-words';
import { ActionForm } from '@/components/forms/action-form';
import type { FormSection } from '@/components/forms/form-fields';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { Block } from '@/components/ui/figure';
import { Timeline } from '@/components/ui/timeline';
import { confirmDayAction } from '@/lib/calendar/actions';
import { previewDay } from '@/lib/calendar/commands/confirm';
import { listVersions } from '@/lib/calendar/queries';
import { type CalendarLine, type DayKind, dayKinds } from '@/lib/calendar/schema';
import { formatDate, formatDateTime } from '@/lib/i18n/format';
import { dayNumberOf, weekdayOf } from '@/lib/kernel/calendar';
import { may } from '@/lib/policy/authorize';
import { listUnitNames } from '@/lib/procedures/units/queries';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') };
}

type Version = CalendarLine & { recordedAt: Date };

export default async function DayPage({ params, searchParams }: PageProps<'/calendar/[date]'>) {
  const [actor, { date }, { kind }, t, locale] = await Promise.all([
    requireActor(),
    params,
    searchParams,
    getTranslations('calendar'),
    getLocale(),
  ]);
  if (!isCivilDate(date) || !may(actor, 'calendar.confirm', {})) notFound();
  const versions = await listVersions({ date });
  const newest = versions[0] ?? null;
  const chosen = dayKinds.find((one) => one === kind) ?? null;
  const effect = chosen === null ? null : await previewDay(actor, { date, kind: chosen });
  const shown = formatDate(date, locale);
  return (
    <Main width="page">
      <Breadcrumbs crumbs={[{ href: '/calendar', label: t('title') }, { label: shown }]} />
      <div className="mt-3">
        <PageTitle lead={<StandsAs newest={newest} />}>
          <DayName date={date} />
        </PageTitle>
      </div>
      <div className="flex flex-col gap-10">
        <Block title={t('day.step1')}>
          <KindForm date={date} kind={chosen ?? proposedKind(date, newest)} />
        </Block>
        {effect !== null && chosen !== null && (
          <>
            <Block title={t('day.step2')}>
              <DayEffect effect={effect} unitNames={await unitNames()} />
            </Block>
            <Block title={t('day.step3')}>
              <ConfirmForm date={date} kind={chosen} newest={newest} />
            </Block>
          </>
        )}
        {versions.length > 0 && (
          <Block title={t('day.history')}>
            <History versions={versions} />
          </Block>
        )}
      </div>
    </Main>
  );
}

function isCivilDate(text: string): boolean {
  try {
    return dayNumberOf(text) > 0;
  } catch {
    return false;
  }
}

/** Of a listed day what it is said to be; of an ordinary one the opposite of what the week makes it. */
function proposedKind(date: string, newest: Version | null): DayKind {
  return newest?.kind ?? (weekdayOf(dayNumberOf(date)) < 5 ? 'off' : 'working');
}

async function unitNames(): Promise<Record<string, string>> {
  const [units, locale] = await Promise.all([listUnitNames(undefined), getLocale()]);
  return Object.fromEntries(Object.entries(units).map(([code, name]) => [code, name[locale]]));
}

async function StandsAs({ newest }: { newest: Version | null }) {
  const [t, locale] = await Promise.all([getTranslations('calendar'), getLocale()]);
  if (newest === null) return <p>{t('day.ordinary')}</p>;
  return (
    <>
      <p>
        {locale === 'vi' ? newest.nameVi : newest.nameEn}: {t(`kinds.${newest.kind}`)}.{' '}
        <DayStatus status={newest.status} />
      </p>
      <DaySource day={newest} />
    </>
  );
}

/** A question in the address: looking at the effect changes nothing and can be sent to a colleague. */
async function KindForm({ date, kind }: { date: string; kind: DayKind }) {
  const t = await getTranslations('calendar');
  return (
    <form method="get" action={`/calendar/${date}`} className="flex max-w-form flex-col items-start gap-4">
      <Radios
        name="kind"
        label={t('kind')}
        defaultValue={kind}
        options={dayKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <Button variant="secondary">{t('day.look')}</Button>
    </form>
  );
}

async function ConfirmForm({ date, kind, newest }: { date: string; kind: DayKind; newest: Version | null }) {
  const [t, locale] = await Promise.all([getTranslations('calendar'), getLocale()]);
  const section: FormSection = {
    code: 'confirm',
    title: t('day.step3'),
    fields: [
      {
        code: 'document',
        kind: 'text',
        label: t('day.document'),
        hint: t('day.documentHint'),
        required: true,
        maxLength: 200,
      },
      {
        code: 'nameVi',
        kind: 'text',
        label: t('day.nameVi'),
        required: true,
        value: newest?.nameVi,
        maxLength: 120,
      },
      {
        code: 'nameEn',
        kind: 'text',
        label: t('day.nameEn'),
        required: true,
        value: newest?.nameEn,
        maxLength: 120,
      },
      { code: 'reason', kind: 'textarea', label: t('day.reason'), required: true, maxLength: 500 },
    ],
  };
  return (
    <ActionForm
      action={confirmDayAction}
      sections={[section]}
      titlesHidden
      hidden={{ date, kind, seen: String(newest?.id ?? 0) }}
      submitLabel={t('day.submit', { date: formatDate(date, locale) })}
    />
  );
}

async function History({ versions }: { versions: readonly Version[] }) {
  const [t, locale] = await Promise.all([getTranslations('calendar'), getLocale()]);
  return (
    <Timeline
      entries={versions.map((version) => ({
        id: String(version.id),
        title: (
          <>
            {t(`kinds.${version.kind}`)} · <DayStatus status={version.status} />
          </>
        ),
        detail: `${t('day.recorded')} ${formatDateTime(version.recordedAt, locale)} · ${version.legalBasis ?? version.source}`,
      }))}
    />
  );
}
