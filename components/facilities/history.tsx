import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { TextLink } from '@/components/ui/text-link';
import type { Amendable } from '@/lib/facilities/define';
import { dayBefore, unknownStart } from '@/lib/facilities/rules';
import type { DatedValue, FacilityView, Parent, Relative } from '@/lib/facilities/schema';
import { choicesOf } from '@/lib/facilities/schema';
import { formatDate } from '@/lib/i18n/format';
import { PlaceName } from './place-name';

/** What it was called, which class it had and where it lay, each with its days and on what ground. */
export function History({ facility }: { facility: FacilityView }) {
  const t = useTranslations('facilities.view');
  const { history, parents, relatives } = facility;
  return (
    <div className="flex flex-col gap-6">
      {relatives.length > 0 && <Relatives relatives={relatives} />}
      {history.length === 0 ? <p>{t('historyEmpty')}</p> : <Values history={history} />}
      {parents.length > 0 && <Parents parents={parents} />}
    </div>
  );
}

function Values({ history }: { history: readonly DatedValue[] }) {
  const t = useTranslations('facilities');
  const columns: Column<DatedValue>[] = [
    {
      key: 'attribute',
      header: t('view.attribute'),
      cell: ({ attribute }) => t(`attribute.${attribute}` as 'attribute.name'),
    },
    {
      key: 'value',
      header: t('view.value'),
      rowHeader: true,
      className: 'min-w-56',
      cell: (row) => <ValueWords attribute={row.attribute} value={row.value} />,
    },
    ...useDays<DatedValue>(),
    {
      key: 'decision',
      header: t('view.decision'),
      className: 'min-w-56',
      cell: ({ sourceRef, confidence, verifiedAt }) => (
        <ConfidenceMark confidence={confidence} source={sourceRef} verifiedAt={verifiedAt} />
      ),
    },
  ];
  return (
    <PlainTable
      caption={t('view.values')}
      columns={columns}
      rows={history}
      rowKey={({ attribute, validFrom }) => `${attribute} ${validFrom}`}
    />
  );
}

/** A value in words: a class, a form or a status by its name, everything else as it is written. */
export function ValueWords({ attribute, value }: { attribute: string; value: string | null }) {
  const t = useTranslations('facilities');
  if (value === null || value === '') return <span className="text-muted">{t('unknown')}</span>;
  const key = `${attribute}.${value}`;
  return choicesOf(attribute as Amendable) !== null && t.has(key as never) ? t(key as never) : value;
}

function Parents({ parents }: { parents: readonly Parent[] }) {
  const t = useTranslations('facilities');
  const columns: Column<Parent>[] = [
    {
      key: 'parent',
      header: t('view.parent'),
      rowHeader: true,
      className: 'min-w-56',
      cell: (parent) => <ParentName parent={parent} />,
    },
    ...useDays<Parent>(),
    {
      key: 'decision',
      header: t('view.decision'),
      className: 'min-w-56',
      cell: ({ decision, sourceRef, confidence, verifiedAt }) => (
        <ConfidenceMark confidence={confidence} source={decision ?? sourceRef} verifiedAt={verifiedAt} />
      ),
    },
  ];
  return (
    <PlainTable
      caption={t('view.parents')}
      columns={columns}
      rows={parents}
      rowKey={({ hierarchy, validFrom }) => `${hierarchy} ${validFrom}`}
    />
  );
}

function ParentName({ parent: { place, unit, body } }: { parent: Parent }) {
  const t = useTranslations('facilities');
  const locale = useLocale();
  if (place !== null)
    return (
      <>
        <PlaceName place={place} /> <span className="tabular text-14 text-muted">({place.code})</span>
      </>
    );
  return [body === null ? null : t(`managedBy.${body}`), unit?.[locale]].filter(Boolean).join(' · ');
}

function useDays<Row extends { validFrom: string; validTo: string | null }>(): Column<Row>[] {
  const t = useTranslations('facilities.view');
  const locale = useLocale();
  return [
    {
      key: 'from',
      header: t('from'),
      className: 'whitespace-nowrap tabular',
      cell: ({ validFrom }) =>
        validFrom === unknownStart ? t('unknownStart') : formatDate(validFrom, locale),
    },
    {
      key: 'to',
      header: t('to'),
      className: 'whitespace-nowrap tabular',
      cell: ({ validTo }) => (validTo === null ? t('open') : formatDate(dayBefore(validTo), locale)),
    },
  ];
}

function Relatives({ relatives }: { relatives: readonly Relative[] }) {
  const t = useTranslations('facilities.view');
  const locale = useLocale();
  return (
    <div>
      <h3>{t('relatives')}</h3>
      <ul className="mt-1">
        {relatives.map((relative) => (
          <li key={`${relative.id} ${relative.side}`} className="border-b border-line py-2">
            {t(relative.side)}{' '}
            <TextLink href={`/facilities/${relative.id}`}>{relative.name[locale]}</TextLink>,{' '}
            {t(`change.${relative.change}`)} {formatDate(relative.since, locale)}
            <span className="block">
              <ConfidenceMark
                confidence={relative.confidence}
                source={relative.decision ?? relative.sourceRef}
                verifiedAt={relative.verifiedAt}
              />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
