import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/access/done-notice';
import { ComplaintStanding, Part, Said, StageList } from '@/components/feedback/complaint-parts';
import { HandleForm, PublishForm } from '@/components/feedback/handle-form';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { SampleBadge } from '@/components/ui/sample';
import { TextLink } from '@/components/ui/text-link';
import { type ComplaintDetail, getComplaint } from '@/lib/feedback/queries/get';
import { mayMove } from '@/lib/feedback/rules';
import { handlings } from '@/lib/feedback/schema';
import { formatDate } from '@/lib/i18n/format';
import { now } from '@/lib/kernel/clock';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { may, reachOf } from '@/lib/policy/authorize';
import { requireStaffWith } from '@/lib/session/staff';

export async function generateMetadata({ params }: PageProps<'/feedback/[complaint]'>): Promise<Metadata> {
  const { complaint } = await params;
  return { title: (await getTranslations('feedback'))('detail.title', { code: complaint }) };
}

/** One complaint on the desk of procedure control: what was said, the clock, the lawful next steps. */
export default async function ComplaintPage({ params, searchParams }: PageProps<'/feedback/[complaint]'>) {
  const [{ complaint }, { done }, actor] = await Promise.all([
    params,
    searchParams,
    requireStaffWith('feedback.read'),
  ]);
  const [found, t, locale] = await Promise.all([
    orNotFound(getComplaint(actor, { complaint })),
    getTranslations('feedback'),
    getLocale(),
  ]);
  const step = handlings.find((one) => one === done);
  return (
    <Main width="page">
      <Breadcrumbs crumbs={[{ href: '/feedback', label: t('title') }, { label: found.code }]} />
      <div className="mt-3">
        <PageTitle
          lead={
            <>
              {t(`subject.${found.subject}`)}
              {found.procedure !== null && ` · ${found.procedure[locale]}`}
              <span className="block">
                {t('detail.maker')}: {found.madeBy}
              </span>
              <Links found={found} opensDossier={reachOf(actor, 'dossier.read').length > 0} />
            </>
          }
          aside={<ComplaintStanding state={found.state} late={found.late} />}
        >
          {t('detail.title', { code: found.code })}
        </PageTitle>
      </div>
      <DoneNotice>{step === undefined ? null : t(`handle.done.${step}`)}</DoneNotice>
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <Course found={found} />
        </div>
        <div>
          <Part title={t('detail.clock')}>
            <StageList receivedAt={found.receivedAt} stages={found.stages} />
          </Part>
          {may(actor, 'feedback.answer', {}) ? (
            <Handling found={found} />
          ) : (
            <p className="mt-8 text-small text-muted">{t('handle.readOnly')}</p>
          )}
        </div>
      </div>
    </Main>
  );
}

async function Links({ found, opensDossier }: { found: ComplaintDetail; opensDossier: boolean }) {
  const t = await getTranslations('feedback');
  const { dossierCode, repeats, repeatedBy } = found;
  const about = t('detail.about', { code: dossierCode ?? '' });
  return (
    <>
      {dossierCode !== null && (
        <span className="block">
          {opensDossier ? <TextLink href={`/dossiers/${dossierCode}`}>{about}</TextLink> : about}
        </span>
      )}
      {repeats !== null && (
        <TextLink href={`/feedback/${repeats}`} className="block">
          {t('detail.repeats', { code: repeats })}
        </TextLink>
      )}
      {repeatedBy !== null && (
        <TextLink href={`/feedback/${repeatedBy}`} className="block">
          {t('detail.repeatedBy', { code: repeatedBy })}
        </TextLink>
      )}
    </>
  );
}

async function Course({ found }: { found: ComplaintDetail }) {
  const t = await getTranslations('feedback');
  const { asked, supplied, answer, satisfied } = found;
  return (
    <>
      <Said title={t('detail.body')} at={found.receivedAt}>
        {found.body}
      </Said>
      {asked !== null && (
        <Said title={t('detail.asked')} at={asked.at}>
          {asked.text}
        </Said>
      )}
      {supplied !== null && (
        <Said title={t('detail.supplied')} at={supplied.at}>
          {supplied.text}
        </Said>
      )}
      {answer !== null && (
        <Said title={t(found.state === 'refused' ? 'detail.refusal' : 'detail.answer')} at={answer.at}>
          {answer.text}
        </Said>
      )}
      {satisfied !== null && (
        <p className="mt-6">{t(satisfied ? 'detail.satisfied' : 'detail.unsatisfied')}</p>
      )}
      {found.sample && (
        <p className="mt-6">
          <SampleBadge />
        </p>
      )}
    </>
  );
}

/** Only what is lawful now is offered, each with until when it is in time. */
async function Handling({ found }: { found: ComplaintDetail }) {
  const [t, locale] = await Promise.all([getTranslations('feedback'), getLocale()]);
  const at = now();
  const can = (move: 'answer' | 'ask' | 'refuse' | 'publish') =>
    mayMove(move, { ...found, asked: found.asked !== null });
  const due = { answer: found.due, ask: found.until.ask, refuse: found.until.refuse };
  const choices = (['answer', 'ask', 'refuse'] as const).filter(can).map((value) => {
    const last = due[value];
    const date = last === null ? null : formatDate(last, locale);
    const hint = last !== null && at > last ? 'handle.overdue' : 'handle.until';
    return {
      value,
      label: t(`handle.choices.${value}`),
      ...(date === null ? {} : { hint: t(hint, { date }) }),
    };
  });
  const form = { complaint: found.code, version: found.version };
  if (can('publish'))
    return (
      <Part title={t('handle.publish')}>
        <PublishForm {...form} date={found.due === null ? '' : formatDate(found.due, locale)} />
      </Part>
    );
  if (choices.length === 0) return null;
  return (
    <Part title={t('handle.title')}>
      <HandleForm {...form} choices={choices} />
    </Part>
  );
}
