import { useLocale, useTranslations } from 'next-intl';
import { Block } from '@/components/ui/figure';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { formatDate, formatNumber } from '@/lib/i18n/format';
import { isTechnical } from '@/lib/registers/rules';
import type { RegisterView } from '@/lib/registers/schema';

/** What is known stands first; what is asked and not known is named in one line, so that gaps are seen at a glance. */
export function RegisterFacts({ entry }: { entry: RegisterView }) {
  const t = useTranslations('registers');
  const factsOf = useFacts(entry);
  const groups = isTechnical(entry)
    ? (['responsibility', 'security', 'data'] as const)
    : (['responsibility'] as const);
  return (
    <div className="flex flex-col gap-8">
      {groups.map((group) => (
        <Block key={group} title={t(`view.${group}`)}>
          <SummaryList rows={withGaps(factsOf[group], t('unknown'))} />
        </Block>
      ))}
    </div>
  );
}

interface Fact {
  key: string;
  label: string;
  value: string | null;
}

function withGaps(facts: readonly Fact[], unknown: string): SummaryRow[] {
  const gaps = facts.filter(({ value }) => value === null).map(({ label }) => label);
  const known = facts.filter(({ value }) => value !== null);
  if (gaps.length === 0) return known;
  const named = gaps.map((label, index) =>
    index === 0 ? label : `${label[0]?.toLowerCase()}${label.slice(1)}`,
  );
  return [
    ...known,
    {
      key: 'gaps',
      label: unknown,
      value: <span className="font-normal text-muted">{named.join(', ')}</span>,
    },
  ];
}

function useFacts(entry: RegisterView) {
  const t = useTranslations('registers');
  const locale = useLocale();
  const fact = (key: string, label: string, value: string | null | undefined): Fact => ({
    key,
    label,
    value: value ?? null,
  });
  const day = (date: string | null) => (date === null ? null : formatDate(date, locale));
  const count = (number: number | null) => (number === null ? null : formatNumber(number, locale));
  const answer = (given: 'yes' | 'no' | 'not_applicable' | null) =>
    given === null ? null : t(`answer.${given}`);
  const { lifecycle, securityLevel, nextMilestone, nextMilestoneOn } = entry;
  return {
    responsibility: [
      fact('owner', t('column.owner'), entry.owner?.[locale]),
      fact('operator', t('view.operator'), entry.operator),
      fact('legalBasis', t('view.legalBasis'), entry.legalBasis),
      fact('lifecycle', t('column.lifecycle'), lifecycle === null ? null : t(`lifecycle.${lifecycle}`)),
      fact(
        'nextMilestone',
        t('view.nextMilestone'),
        nextMilestone === null ? null : [nextMilestone, day(nextMilestoneOn)].filter(Boolean).join(', '),
      ),
      ...(entry.evidence === 0
        ? []
        : [fact('evidence', t('view.evidence'), formatNumber(entry.evidence, locale))]),
    ],
    security: [
      fact(
        'securityLevel',
        t('column.securityLevel'),
        securityLevel === null ? null : t('level', { level: securityLevel }),
      ),
      fact('securityApprovedOn', t('view.securityApprovedOn'), day(entry.securityApprovedOn)),
      fact('securityPlanApprovedOn', t('view.securityPlanApprovedOn'), day(entry.securityPlanApprovedOn)),
      fact('hosting', t('view.hosting'), entry.hosting),
      fact('hostedAtDataCentre', t('view.hostedAtDataCentre'), answer(entry.hostedAtDataCentre)),
      fact('monitoredSince', t('view.monitoredSince'), day(entry.monitoredSince)),
      fact('lastReviewedOn', t('view.lastReviewedOn'), day(entry.lastReviewedOn)),
      fact('incidents', t('view.incidents'), count(entry.incidents)),
    ],
    data: [
      fact('coverage', t('view.coverage'), entry.coverage),
      fact('users', t('view.users'), count(entry.users)),
      fact('identifiers', t('view.identifiers'), entry.identifiers),
      fact('usesPersonalId', t('view.usesPersonalId'), answer(entry.usesPersonalId)),
      fact('conformsToArchitecture', t('view.conformsToArchitecture'), answer(entry.conformsToArchitecture)),
    ],
  };
}
