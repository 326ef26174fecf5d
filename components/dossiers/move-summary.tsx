import { useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import { type ClockEffect, clockEffectOf } from '@/lib/dossiers/rules';
import { type DossierMove, type DossierState, dossierMoves } from '@/lib/dossiers/workflow';
import { formNumberOf } from './move-facts';

interface MoveSummaryProps {
  move: DossierMove;
  from: DossierState;
  /** The clock has been started before. */
  started: boolean;
}

/** What the move brings about: for the applicant, for the state, for the clock. */
export function MoveSummary({ move, from, started }: MoveSummaryProps) {
  const t = useTranslations('officer.move');
  const state = useTranslations('states.state');
  const { to } = dossierMoves[move];
  const form = formNumberOf(move);
  const target = to === 'same' || to === 'previous' ? null : to;
  const effect: ClockEffect | 'none' =
    (target === null ? resumed(move) : clockEffectOf(move, { from, to: target, started })) ?? 'none';
  return (
    <SummaryList
      rows={[
        {
          key: 'gets',
          label: t('gets'),
          value: form === null ? givenBy(move, t) : t('getsForm', { number: form }),
        },
        { key: 'leads', label: t('leads'), value: target === null ? t('same') : state(target) },
        { key: 'clock', label: t('clock'), value: t(`clockEffect.${effect}`) },
      ]}
    />
  );
}

function resumed(move: DossierMove): ClockEffect | null {
  if (move === 'extend') return 'extend';
  return move === 'deny_withdrawal' ? 'resume' : null;
}

type Words = ReturnType<typeof useTranslations<'officer.move'>>;

function givenBy(move: DossierMove, t: Words): string {
  return move === 'issue' || move === 'issue_refusal' ? t(`does.${move}`) : t('getsNothing');
}
