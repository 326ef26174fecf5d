import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { InsetText } from '@/components/ui/notice';
import { StatusTag } from '@/components/ui/status-tag';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { payAction } from '@/lib/dossiers/actions';
import { formatDateTime, formatMoney } from '@/lib/i18n/format';
import type { ProcedureDefinition } from '@/lib/procedures/define';

interface FeePageProps {
  dossier: {
    code: string;
    definition: ProcedureDefinition;
    fees: readonly {
      id: string;
      amount: number;
      kind: 'phi' | 'le_phi';
      state: 'unpaid' | 'paid' | 'refunded' | 'expired' | 'exempt';
      settledAt: Date | null;
      receiptPaperId: string | null;
      transactionId: string | null;
    }[];
  };
  /** How the last attempt ended. */
  last: string | null;
  reachable: boolean;
}

export function FeePage({ dossier, last, reachable }: FeePageProps) {
  const t = useTranslations('applicant');
  const locale = useLocale();
  const { code, definition, fees } = dossier;
  const unpaid = fees.filter(({ state }) => state === 'unpaid');
  const owed = unpaid[0];
  return (
    <Main width="prose">
      <BackLink href={`/my/dossiers/${code}`}>{t('backTo.tasks')}</BackLink>
      <PageTitle lead={definition.title[locale]}>{t('fee.title')}</PageTitle>
      {fees.length === 0 && <p>{t('fee.none')}</p>}
      {fees.map((fee) => (
        <FeeFacts key={fee.id} fee={fee} />
      ))}
      <div role="status" className="mt-6">
        {owed !== undefined && last === 'declined' && (
          <InsetText tone="danger">{t('fee.declined')}</InsetText>
        )}
        {owed !== undefined && last === 'open' && <InsetText>{t('fee.pending')}</InsetText>}
        {!reachable && <InsetText tone="warn">{t('fee.unreachable')}</InsetText>}
      </div>
      {owed === undefined ? (
        <ButtonRow>
          <ButtonLink href={`/my/dossiers/${code}`}>{t('paper.continue')}</ButtonLink>
        </ButtonRow>
      ) : (
        <>
          <p className="mt-6">{t('fee.leaving')}</p>
          <ActionForm
            action={payAction}
            sections={[]}
            hidden={{ code }}
            submitLabel={t(last === null ? 'fee.pay' : 'fee.payAgain', {
              amount: formatMoney(owed.amount, locale),
            })}
            aside={<TextLink href={`/my/dossiers/${code}`}>{t('backWithout')}</TextLink>}
          />
        </>
      )}
    </Main>
  );
}

function FeeFacts({ fee }: { fee: FeePageProps['dossier']['fees'][number] }) {
  const t = useTranslations('applicant.fee');
  const procedures = useTranslations('procedures');
  const locale = useLocale();
  const tones = {
    unpaid: 'at_risk',
    paid: 'on_time',
    refunded: 'neutral',
    expired: 'overdue',
    exempt: 'neutral',
  } as const;
  const { amount, kind, state, settledAt, transactionId, receiptPaperId } = fee;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'amount', label: procedures(`fee.kind.${kind}`), value: formatMoney(amount, locale) },
          {
            key: 'state',
            label: t('stateLabel'),
            value: <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>,
          },
          ...(settledAt === null
            ? []
            : [{ key: 'paid', label: t('paidAt'), value: formatDateTime(settledAt, locale) }]),
          ...(transactionId === null || state !== 'paid'
            ? []
            : [{ key: 'transaction', label: t('transaction'), value: transactionId }]),
        ]}
      />
      {receiptPaperId !== null && (
        <p className="mt-3">
          <TextLink href={`/api/documents/papers/${receiptPaperId}`}>{t('receipt')}</TextLink>
        </p>
      )}
    </>
  );
}
