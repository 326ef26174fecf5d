import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import type { FacilityView } from '@/lib/facilities/schema';
import { formatDate } from '@/lib/i18n/format';
import { PlaceName } from './place-name';

type View = FacilityView & { at: string };

/** What is known of a facility; what is not known says so and why. */
export function Facts({ facility }: { facility: View }) {
  return (
    <>
      <SummaryList rows={[...useIdentity(facility), ...useStanding(facility)]} />
      <p className="mt-3">
        <ConfidenceMark
          confidence={facility.confidence}
          source={facility.sourceRef}
          verifiedAt={facility.verifiedAt}
        />
      </p>
    </>
  );
}

function useIdentity(facility: View): SummaryRow[] {
  const t = useTranslations('facilities.view');
  const missing = useMissing();
  const locale = useLocale();
  const { code, sample, place, address, unit } = facility;
  return [
    {
      key: 'code',
      label: t('code'),
      value: code === null ? missing : <span className="tabular">{code}</span>,
      note: code === null ? t('noCode') : sample ? t('sampleCode') : undefined,
    },
    {
      key: 'place',
      label: t('place'),
      value: place === null ? missing : <PlaceName place={place} />,
    },
    {
      key: 'address',
      label: t('address'),
      value: address ?? missing,
      note: address === null ? t('noOther') : undefined,
    },
    {
      key: 'unit',
      label: t('unit'),
      value: unit?.[locale] ?? missing,
      note: unit === null ? t('noUnit') : undefined,
    },
    ...(['taxCode', 'licenceNumber', 'eIdentifier'] as const).map((name) => ({
      key: name,
      label: t(name === 'licenceNumber' ? 'licence' : name),
      value: facility[name] ?? missing,
      note: facility[name] === null ? t('noOther') : undefined,
    })),
  ];
}

function useStanding(facility: View): SummaryRow[] {
  const t = useTranslations('facilities');
  const missing = useMissing();
  const locale = useLocale();
  const { oldLevel, newLevel, autonomyGroup, speciality, openedOn, closedOn } = facility;
  const yes = (value: boolean) => t(value ? 'view.yes' : 'view.no');
  const days = [
    openedOn === null ? [] : [t('view.opened', { date: formatDate(openedOn, locale) })],
    closedOn === null ? [] : [t('view.closed', { date: formatDate(closedOn, locale) })],
  ].flat();
  const row = (key: 'ownership' | 'managedBy' | 'form' | 'class', value: ReactNode): SummaryRow => ({
    key,
    label: t(`view.${key}`),
    value,
  });
  return [
    row('form', t(`form.${facility.form}`)),
    ...(speciality === null ? [] : [{ key: 'speciality', label: t('view.speciality'), value: speciality }]),
    row('class', t(`class.${facility.class}`)),
    {
      key: 'newLevel',
      label: t('view.newLevel'),
      value: newLevel === null ? missing : t(`level.${newLevel}`),
      note: newLevel === null ? t('view.noNewLevel') : undefined,
    },
    {
      key: 'oldLevel',
      label: t('view.oldLevel'),
      value: oldLevel === null ? missing : t(`level.${String(oldLevel) as '1' | '2' | '3' | '4'}`),
    },
    row('ownership', t(`ownership.${facility.ownership}`)),
    row('managedBy', t(`managedBy.${facility.managedBy}`)),
    ...(autonomyGroup === null
      ? []
      : [
          {
            key: 'autonomy',
            label: t('view.autonomy'),
            value: t('view.autonomyGroup', { group: autonomyGroup }),
          },
        ]),
    { key: 'insured', label: t('view.insured'), value: yes(facility.insured) },
    { key: 'telemedicine', label: t('view.telemedicine'), value: t(`telemedicine.${facility.telemedicine}`) },
    {
      key: 'status',
      label: t('view.status'),
      value: t(`status.${facility.status}`),
      note: days.length === 0 ? undefined : days.join(', '),
    },
  ];
}

function useMissing(): ReactNode {
  const t = useTranslations('facilities');
  return <span className="font-normal text-muted">{t('unknown')}</span>;
}
