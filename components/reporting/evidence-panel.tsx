import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { SampleBadge } from '@/components/ui/sample';
import { StatusTag, type StatusTone } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatDateTime } from '@/lib/i18n/format';
import type { EvidenceFinding } from '@/lib/reporting/evidence/define';
import type { EvidenceLine, EvidenceList } from '@/lib/reporting/evidence/schema';
import { EvidenceDecision, EvidenceWithdrawal } from './evidence-decision';
import { EvidenceOffer, type OfferEcho } from './evidence-offer';

interface EvidencePanelProps {
  list: EvidenceList;
  reportId: string;
  /** Name of each element with a slot, in the reader's language. */
  elementNames: Readonly<Record<string, string>>;
  facilityName: string;
  periodEnd: string;
  /** Address of this page; forms come back to it. */
  back: string;
  /** What the address says of an offer made just now. */
  echo: OfferEcho;
}

/** Every claim of the report that names a written proof, with what was offered for it. */
export function EvidencePanel({ list, elementNames, ...offer }: EvidencePanelProps) {
  const t = useTranslations('reporting.evidence');
  return (
    <>
      <p className="max-w-prose text-muted">{t('intro')}</p>
      {list.slots.map((element) => (
        <section
          key={element}
          id={`evidence-${element}`}
          aria-labelledby={`evidence-${element}-title`}
          className="mt-8 scroll-mt-4 border-t-2 border-ink pt-3"
        >
          <h2 id={`evidence-${element}-title`}>
            {elementNames[element] ?? element} <span className="font-normal text-muted">{element}</span>
          </h2>
          <EvidenceLines lines={list.lines.filter((line) => line.element === element)} />
          {list.canOffer && <EvidenceOffer {...offer} element={element} />}
        </section>
      ))}
    </>
  );
}

function EvidenceLines({ lines }: { lines: readonly EvidenceLine[] }) {
  const t = useTranslations('reporting.evidence');
  if (lines.length === 0) return <p className="mt-1 text-small text-muted">{t('empty')}</p>;
  return (
    <ul className="mt-2 flex flex-col gap-4">
      {lines.map((line) => (
        <li key={line.id} className="keep border-l-4 border-line pl-4">
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

const tones = {
  offered: 'paused',
  accepted: 'achieved',
  refused: 'off_track',
  withdrawn: 'neutral',
} as const satisfies Record<EvidenceLine['state'], StatusTone>;

function Line({ line }: { line: EvidenceLine }) {
  const t = useTranslations('reporting.evidence');
  const locale = useLocale();
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <TextLink href={`/api/evidence/${line.id}?inline`} className="font-medium break-words">
          {t('document', { number: line.numberSymbol, date: formatDate(line.issuedOn, locale) })}
        </TextLink>
        <StatusTag tone={tones[line.state]}>{t(`state.${line.state}`)}</StatusTag>
        {line.sample && <SampleBadge />}
      </p>
      <p className="text-small text-muted">
        {t('signed', { unit: line.issuingUnit, signer: line.signer })} ·{' '}
        {t('offeredAt', { at: formatDateTime(line.offeredAt, locale) })}
      </p>
      {line.decisionReason !== null && (
        <p className="mt-1 text-small">{t('reasonGiven', { reason: line.decisionReason })}</p>
      )}
      <Details summary={t('checks')} className="mt-1 text-small">
        <ul>
          {line.findings.map((finding) => (
            <Finding key={finding.check} finding={finding} />
          ))}
        </ul>
      </Details>
      <EvidenceDecision line={line} />
      <EvidenceWithdrawal line={line} />
    </>
  );
}

function Finding({ finding: { check, passed, found } }: { finding: EvidenceFinding }) {
  const t = useTranslations('reporting.evidence');
  const locale = useLocale();
  const shown = check === 'issue_date' && found !== null ? formatDate(found, locale) : found;
  return (
    <li className="flex flex-wrap gap-x-2">
      <span>
        {t(`check.${check}`)}: {t(passed ? 'passed' : 'failed')}
      </span>
      {shown !== null && <span className="text-muted">({shown})</span>}
    </li>
  );
}
