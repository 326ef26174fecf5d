import { useLocale, useTranslations } from 'next-intl';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { formatNumber } from '@/lib/i18n/format';
import type { Figure, IndicatorView } from '@/lib/indicators/schema';
import type { Speech } from './words';

type Definition = IndicatorView['definition'];

/** How the figure is made: words, elements, who must answer, and the ledger of this period's denominator. */
export function DefinitionPanel({ figure, definition }: { figure: Figure; definition: Definition }) {
  const t = useTranslations('indicators');
  const speech = { t, locale: useLocale() };
  return (
    <section aria-labelledby="definition" className="border-t-2 border-ink pt-3 text-14">
      <h2 id="definition" className="mb-3">
        {t('detail.definition')}
      </h2>
      <SummaryList
        rows={[
          ...formulaRows(definition, speech),
          ...ledgerRows(figure, speech),
          ...originRows(figure, definition, speech),
        ]}
      />
      {definition.checklist.length > 0 && <Checklist items={definition.checklist} />}
      <p className="mt-2 text-muted">{t('detail.version', { version: definition.version })}</p>
    </section>
  );
}

function formulaRows(definition: Definition, { t, locale }: Speech): SummaryRow[] {
  const { formula, members, elements, denominator } = definition;
  return [
    { key: 'numerator', label: t('detail.numerator'), value: definition.numerator[locale] },
    {
      key: 'denominator',
      label: t('detail.denominator'),
      value: denominator === null ? t('detail.denominatorNone') : denominator[locale],
    },
    { key: 'scope', label: t('detail.scope'), value: definition.scope[locale] },
    ...(formula === null ? [] : [{ key: 'formula', label: t('detail.formula'), value: formula[locale] }]),
    ...(members === null ? [] : [{ key: 'members', label: t('detail.members'), value: members[locale] }]),
    ...(elements.length === 0
      ? []
      : [
          {
            key: 'elements',
            label: t('detail.elements'),
            value: (
              <ul>
                {elements.map(({ id, label }) => (
                  <li key={id}>
                    <span className="text-muted">{id}</span> {label[locale]}
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
  ];
}

function ledgerRows({ members, answered, denominator }: Figure, { t, locale }: Speech): SummaryRow[] {
  if (members === null || answered === null) return [];
  return [
    {
      key: 'ledger',
      label: t('detail.ledger'),
      value: t('detail.ledgerText', {
        members: formatNumber(members, locale),
        answered: formatNumber(answered, locale),
        missing: formatNumber(members - answered, locale),
      }),
      ...(denominator !== null && denominator === answered ? {} : { note: t('detail.ledgerAmounts') }),
    },
  ];
}

function originRows(figure: Figure, definition: Definition, { t, locale }: Speech): SummaryRow[] {
  const { owner, sources, frequency } = definition;
  return [
    { key: 'owner', label: t('detail.owner'), value: owner.name[locale] },
    {
      key: 'sources',
      label: t('detail.sources'),
      value: sources.map((source) => (isSource(source) ? t(`source.${source}`) : source)).join(', '),
      note: t(`provenance.${figure.provenance}`),
    },
    {
      key: 'frequency',
      label: t('detail.frequency'),
      value: isFrequency(frequency) ? t(`frequency.${frequency}`) : frequency,
    },
    ...(figure.target === null
      ? []
      : [
          {
            key: 'target',
            label: t('column.target'),
            value: figure.target.text[locale],
            note: `${figure.target.legalDocument} · ${figure.target.deadlineText[locale]}`,
          },
        ]),
  ];
}

const sourceNames = ['FR', 'SR', 'DD', 'TR', 'PR', 'EX', 'computed'] as const;
const frequencies = ['day', 'month', 'quarter', 'half_year', 'year'] as const;

function isSource(source: string): source is (typeof sourceNames)[number] {
  return (sourceNames as readonly string[]).includes(source);
}

function isFrequency(frequency: string): frequency is (typeof frequencies)[number] {
  return (frequencies as readonly string[]).includes(frequency);
}

function Checklist({ items }: { items: Definition['checklist'] }) {
  const t = useTranslations('indicators.detail');
  const locale = useLocale();
  const state = (done: boolean | null) =>
    done === null ? t('unknownDone') : done ? t('done') : t('notDone');
  return (
    <>
      <h3 className="mt-4">{t('checklist')}</h3>
      <ul className="mt-1">
        {items.map(({ code, label, done }) => (
          <li key={code} className="flex justify-between gap-4 border-b border-line py-1.5">
            <span>{label[locale]}</span>
            <span className={done === true ? 'font-semibold' : 'text-muted'}>{state(done)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
