import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { SampleBadge } from '@/components/ui/sample';
import { SummaryList } from '@/components/ui/summary-list';
import type { PublicStatus } from '@/lib/dossiers/workflow';
import { formatDate, formatDateTime } from '@/lib/i18n/format';

interface TrackedDossierProps {
  dossier: {
    code: string | null;
    publicStatus: PublicStatus | null;
    procedureVi: string;
    procedureEn: string;
    unit: string;
    submittedAt: Date | null;
    receivedAt: Date | null;
    dueAt: Date | null;
    endedAt: Date | null;
    sample: boolean;
  };
  units: Readonly<Record<string, { vi: string; en: string }>>;
}

/** What anybody with the code may see: the public stage and its dates, nobody's name. */
export function TrackedDossier({ dossier, units }: TrackedDossierProps) {
  const t = useTranslations('track');
  const states = useTranslations('states');
  const locale = useLocale();
  const status = dossier.publicStatus;
  const when = (at: Date | null) => (at === null ? t('notYet') : formatDateTime(at, locale));
  return (
    <>
      <Notice title={status === null ? t('notYet') : states(`public.${status}`)}>
        {dossier.dueAt !== null && dossier.endedAt === null && (
          <p>{t('due', { date: formatDate(dossier.dueAt, locale) })}</p>
        )}
      </Notice>
      <div className="mt-6">
        <SummaryList
          rows={[
            { key: 'code', label: t('code'), value: <span className="tabular">{dossier.code}</span> },
            {
              key: 'procedure',
              label: t('procedure'),
              value: locale === 'vi' ? dossier.procedureVi : dossier.procedureEn,
            },
            { key: 'unit', label: t('unit'), value: units[dossier.unit]?.[locale] ?? dossier.unit },
            { key: 'submitted', label: t('submitted'), value: when(dossier.submittedAt) },
            { key: 'received', label: t('received'), value: when(dossier.receivedAt) },
            { key: 'ended', label: t('ended'), value: when(dossier.endedAt) },
          ]}
        />
      </div>
      {dossier.sample && (
        <p className="mt-4">
          <SampleBadge />
        </p>
      )}
      <p className="mt-6 text-16 text-muted">{t('privacy')}</p>
    </>
  );
}
