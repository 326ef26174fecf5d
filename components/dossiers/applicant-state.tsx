import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DossierState } from '@/lib/dossiers/workflow';
import { formatDate, formatTime } from '@/lib/i18n/format';

interface DossierStateProps {
  code: string;
  state: DossierState;
  /** When the result is promised; null while the clock stands or has ended. */
  dueAt: Date | null;
  /** Last moment to answer a supplement request. */
  answerBy: Date | null;
  /** The result that can be taken now. */
  resultId: string | null;
  children?: ReactNode;
}

/** One sentence of what is going on, who must act, and by when. */
export function DossierStateNotice({ code, state, dueAt, answerBy, resultId, children }: DossierStateProps) {
  const t = useTranslations('applicant');
  const locale = useLocale();
  const home = `/my/dossiers/${code}`;
  return (
    <Notice title={`${t(`state.${state}`)} ${t(`who.${whoActs(state)}`)}`}>
      {dueAt !== null && whoActs(state) === 'ministry' && (
        <p>
          {t.rich('dueBy', {
            date: formatDate(dueAt, locale),
            time: formatTime(dueAt, locale),
            b: (chunks) => <strong>{chunks}</strong>,
          })}
        </p>
      )}
      {answerBy !== null && (
        <p>
          {t.rich('answerBy', {
            date: formatDate(answerBy, locale),
            b: (chunks) => <strong>{chunks}</strong>,
          })}
        </p>
      )}
      {children}
      <NextAct state={state} home={home} resultId={resultId} />
    </Notice>
  );
}

function NextAct({ state, home, resultId }: { state: DossierState; home: string; resultId: string | null }) {
  const t = useTranslations('applicant.act');
  const act = nextAct(state, home, resultId);
  if (act === null) return null;
  return (
    <p className="no-print mt-4">
      <ButtonLink href={act.href}>{t(act.key)}</ButtonLink>
    </p>
  );
}

function nextAct(state: DossierState, home: string, resultId: string | null) {
  if (state === 'supplement_requested' || state === 'intake_supplement')
    return { key: 'supplement', href: `${home}/supplement` } as const;
  if (state === 'fee_due') return { key: 'pay', href: `${home}/fee` } as const;
  if (resultId === null) return null;
  const key = state === 'issued_refusal' ? 'refusal' : 'result';
  return { key, href: `/api/documents/papers/${resultId}` } as const;
}

const applicantActs: readonly DossierState[] = [
  'draft',
  'intake_supplement',
  'supplement_requested',
  'fee_due',
  'remediation',
  'issued',
  'issued_refusal',
];
const nobodyActs: readonly DossierState[] = [
  'rejected_intake',
  'expired_supplement',
  'returned',
  'withdrawn',
  'stopped',
  'archived',
  'result_corrected',
  'result_revoked',
  'expired_payment',
  'cancelled',
];

export function whoActs(state: DossierState): 'you' | 'ministry' | 'nobody' {
  if (applicantActs.includes(state)) return 'you';
  return nobodyActs.includes(state) ? 'nobody' : 'ministry';
}
