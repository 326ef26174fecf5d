import { useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { resultFacts, validityText } from '@/lib/dossiers/papers/rules';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers } from '@/lib/procedures/fields/define';

interface DraftPreviewProps {
  view: {
    code: string;
    subject: string;
    applicantName: string;
    definition: ProcedureDefinition;
    answers: Answers;
    decision: { outcome: 'grant' | 'refuse'; text: string; legalGround?: string } | null;
  };
  laws: readonly string[];
  /** Address of the paper as PDF, for whoever may sign it. */
  pdfHref: string | null;
}

/** The paper as it will read, before anybody puts a signature under it; papers are in Vietnamese. */
export function DraftPreview({ view, laws, pdfHref }: DraftPreviewProps) {
  const t = useTranslations('officer.move');
  const { decision, definition, answers, applicantName } = view;
  if (decision === null) return null;
  const grants = decision.outcome === 'grant';
  const facts = grants ? resultFacts(definition, answers, { name: applicantName, identifier: null }) : [];
  return (
    <section aria-labelledby="draft" className="mb-8 max-w-prose border border-line bg-canvas p-5">
      <h3 id="draft">{t('previewPaper')}</h3>
      <p className="text-14 text-muted">{t('previewNumber')}</p>
      {pdfHref !== null && (
        <p className="mt-2">
          <TextLink href={pdfHref}>{t('previewPdf')}</TextLink>
        </p>
      )}
      <p className="mt-3">
        {t('outcome')}: <strong>{t(grants ? 'draftOutcomeGrant' : 'draftOutcomeRefuse')}</strong>
      </p>
      <div lang="vi" className="mt-3">
        <p className="text-18 font-semibold">{grants ? definition.result.title.vi : definition.title.vi}</p>
        {laws.map((law) => (
          <p key={law} className="text-14 italic">
            {`Căn cứ ${law};`}
          </p>
        ))}
        <p className="my-3 whitespace-pre-line">{decision.text}</p>
        {decision.legalGround !== undefined && <p>{decision.legalGround}</p>}
        {grants && (
          <SummaryList
            rows={[
              ...facts.map(({ label, value }) => ({ key: label, label, value })),
              { key: 'validity', label: 'Hiệu lực', value: validityText(definition) },
            ]}
          />
        )}
      </div>
    </section>
  );
}
