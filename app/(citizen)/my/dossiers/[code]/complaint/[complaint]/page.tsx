import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { JudgeForm, SupplyForm } from '@/components/feedback/complaint-form';
import { Part, Said, StageList } from '@/components/feedback/complaint-parts';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InsetText, Notice } from '@/components/ui/notice';
import { SampleBadge } from '@/components/ui/sample';
import { TextLink } from '@/components/ui/text-link';
import { type ComplaintDetail, getComplaint } from '@/lib/feedback/queries/get';
import { mayMove } from '@/lib/feedback/rules';
import { formatDate } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

type Address = '/my/dossiers/[code]/complaint/[complaint]';

export async function generateMetadata({ params }: PageProps<Address>): Promise<Metadata> {
  const { complaint } = await params;
  return { title: (await getTranslations('feedback'))('detail.title', { code: complaint }) };
}

/** One complaint as who sent it sees it: where it stands, until when, what was answered, what may be done. */
export default async function OwnComplaintPage({ params, searchParams }: PageProps<Address>) {
  const [{ code, complaint }, said, actor] = await Promise.all([params, searchParams, requireActor()]);
  const [found, t] = await Promise.all([
    orNotFound(getComplaint(actor, { complaint })),
    getTranslations('feedback'),
  ]);
  if (found.dossierCode !== decodeURIComponent(code)) notFound();
  const home = `/my/dossiers/${code}`;
  const news = (['sent', 'supplied', 'judged'] as const).find((one) => said[one] !== undefined);
  const refused = found.state === 'refused';
  const waiting = found.state === 'supplement_asked';
  return (
    <Main width="prose">
      <BackLink href={`${home}/complaint`}>{t('own.backToComplaints')}</BackLink>
      <PageTitle
        lead={
          <>
            {t(`subject.${found.subject}`)} · {t('detail.about', { code: found.dossierCode ?? '' })}
            {found.repeats !== null && (
              <span className="block">{t('detail.repeats', { code: found.repeats })}</span>
            )}
          </>
        }
      >
        {t('detail.title', { code: found.code })}
      </PageTitle>
      {news !== undefined && <InsetText>{t(`news.${news}`, { code: found.code })}</InsetText>}
      <Standing found={found} />
      {found.answer !== null && (
        <Said title={t(refused ? 'detail.refusal' : 'detail.answer')} at={found.answer.at}>
          {found.answer.text}
        </Said>
      )}
      {waiting && <Asked found={found} />}
      <Acts found={found} code={found.dossierCode ?? ''} home={home} />
      {!waiting && <Asked found={found} />}
      {found.supplied !== null && (
        <Said title={t('detail.supplied')} at={found.supplied.at}>
          {found.supplied.text}
        </Said>
      )}
      <Said title={t('detail.body')} at={found.receivedAt}>
        {found.body}
      </Said>
      <Part title={t('detail.clock')}>
        <StageList receivedAt={found.receivedAt} stages={found.stages} />
      </Part>
      {found.sample && (
        <p className="mt-6">
          <SampleBadge />
        </p>
      )}
    </Main>
  );
}

/** Stands right above the form that answers it, and later among what was said. */
async function Asked({ found: { asked } }: { found: ComplaintDetail }) {
  const t = await getTranslations('feedback');
  if (asked === null) return null;
  return (
    <Said title={t('detail.asked')} at={asked.at}>
      {asked.text}
    </Said>
  );
}

async function Standing({ found }: { found: ComplaintDetail }) {
  const [t, locale] = await Promise.all([getTranslations('feedback'), getLocale()]);
  const { state, due } = found;
  const date = due === null ? '' : formatDate(due, locale);
  return (
    <div className="mt-4">
      <Notice title={t(`sentence.${state}`)}>
        {state === 'received' && due !== null && <p>{t('due.answer', { date })}</p>}
        {state === 'answered' && due !== null && <p>{t('due.publish', { date })}</p>}
        {state === 'supplement_asked' && <p>{t('due.waiting')}</p>}
        {state === 'published' && (
          <p>
            <TextLink href="/answers">{t('detail.published')}</TextLink>
          </p>
        )}
      </Notice>
    </div>
  );
}

/** What who complained may do now: say more, say whether the answer helps, take it up again. */
async function Acts({ found, code, home }: { found: ComplaintDetail; code: string; home: string }) {
  const t = await getTranslations('feedback');
  const may = (move: 'supply' | 'judge' | 'repeat') =>
    mayMove(move, { ...found, asked: found.asked !== null });
  return (
    <>
      {may('supply') && (
        <Part title={t('supply.title')}>
          <SupplyForm code={code} complaint={found.code} />
        </Part>
      )}
      {may('judge') && (
        <Part title={t('judge.title')}>
          <JudgeForm code={code} complaint={found.code} />
        </Part>
      )}
      {found.satisfied !== null && (
        <p className="mt-6">{t(`judge.given.${found.satisfied ? 'yes' : 'no'}`)}</p>
      )}
      {found.repeatedBy !== null && (
        <p className="mt-3">
          <TextLink href={`${home}/complaint/${found.repeatedBy}`}>
            {t('detail.repeatedBy', { code: found.repeatedBy })}
          </TextLink>
        </p>
      )}
      {may('repeat') && found.repeatedBy === null && (
        <p className="mt-3 text-small">
          <TextLink href={`${home}/complaint?repeats=${found.code}`}>{t('judge.again')}</TextLink>
        </p>
      )}
    </>
  );
}
