import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FeedbackLinks } from '@/components/feedback/feedback-links';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { Details } from '@/components/ui/details';
import { InsetText } from '@/components/ui/notice';
import { SampleBadge } from '@/components/ui/sample';
import { TextLink } from '@/components/ui/text-link';
import type { DossierMove, DossierState } from '@/lib/dossiers/workflow';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers } from '@/lib/procedures/fields/define';
import { AnswerSections } from './applicant-answers';
import { DueReason } from './applicant-clock';
import { GivenPapers, IssuedPapers } from './applicant-downloads';
import { DossierHistory, type HistoryEvent } from './applicant-history';
import { Readers } from './applicant-readers';
import { DossierStateNotice } from './applicant-state';

type GivenFiles = Parameters<typeof GivenPapers>[0]['files'];
type Issued = Parameters<typeof IssuedPapers>[0]['papers'];
type Clock = Parameters<typeof DueReason>[0]['clock'];

interface DossierPageProps {
  dossier: {
    code: string;
    state: DossierState;
    definition: ProcedureDefinition;
    answers: Answers;
    subject: string;
    unit: string;
    sample: boolean;
    dueAt: Date | null;
    promisedAt: Date | null;
    endedAt: Date | null;
    supplementDueAt: Date | null;
    attachments: GivenFiles;
    papers: Issued;
    clock: Clock | null;
    moves: readonly DossierMove[];
  };
  /** Only the steps an applicant is told of. */
  events: readonly HistoryEvent[];
  reads: Parameters<typeof Readers>[0]['reads'];
  units: Readonly<Record<string, { vi: string; en: string }>>;
  today: string;
  /** What was just done, said once. */
  news: 'sent' | 'withdrawn' | null;
}

export function DossierPage({ dossier, events, reads, units, today, news }: DossierPageProps) {
  const t = useTranslations('applicant');
  const locale = useLocale();
  const { code, state, definition, papers, clock } = dossier;
  const dueAt = dossier.endedAt === null ? dossier.dueAt : null;
  const result = papers.find(({ kind, status }) => kind === 'result' && status !== 'draft') ?? null;
  const answering = state === 'supplement_requested' || state === 'intake_supplement';
  return (
    <Main width="prose">
      <BackLink href="/my">{t('myDossiers')}</BackLink>
      <PageTitle
        lead={
          <>
            <span className="tabular">{code}</span> · {units[dossier.unit]?.[locale] ?? dossier.unit}
            {dossier.subject !== '' && <span className="block">{dossier.subject}</span>}
          </>
        }
      >
        {definition.title[locale]}
      </PageTitle>
      {news !== null && <InsetText>{t(`news.${news}`)}</InsetText>}
      <DossierStateNotice
        code={code}
        state={state}
        dueAt={dueAt}
        answerBy={answering ? dossier.supplementDueAt : null}
        resultId={result?.id ?? null}
      >
        {clock !== null && <DueReason clock={clock} today={today} promisedAt={dossier.promisedAt} />}
      </DossierStateNotice>
      <Part title={t('part.history')}>
        <DossierHistory events={events} papers={papers} dueAt={dueAt} />
      </Part>
      <Part title={t('part.issued')}>
        <IssuedPapers papers={papers} />
        {result !== null && <p className="mt-3 text-small text-muted">{t('issued.stranger')}</p>}
      </Part>
      <Part title={t('part.given')}>
        <GivenPapers
          files={dossier.attachments}
          titles={
            new Map(definition.components.map((component) => [component.code, component.title[locale]]))
          }
        />
        <Details summary={t('part.answers')} className="mt-4">
          <AnswerSections definition={definition} answers={dossier.answers} />
        </Details>
      </Part>
      <Part title={t('part.readers')}>
        <Readers reads={reads} units={units} />
      </Part>
      <FeedbackLinks code={code} state={state} />
      {dossier.moves.includes('request_withdrawal') && (
        <p className="no-print mt-10 text-small">
          <TextLink href={`/my/dossiers/${code}/withdraw`}>{t('withdraw.link')}</TextLink>
        </p>
      )}
      {dossier.sample && (
        <p className="mt-6">
          <SampleBadge />
        </p>
      )}
    </Main>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="mb-3">{title}</h2>
      {children}
    </section>
  );
}
