import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { FileInput } from '@/components/ui/file-input';
import { DateInput, TextInput } from '@/components/ui/inputs';
import { InsetText } from '@/components/ui/notice';
import { formatDate } from '@/lib/i18n/format';
import { evidenceFaults } from '@/lib/reporting/evidence/define';
import { maxEvidenceBytes } from '@/lib/reporting/evidence/schema';

/** What the address of the page says after an offer: what was taken, or what was refused and had been typed. */
export interface OfferEcho {
  offered?: string | undefined;
  refused?: string | undefined;
  fault?: string | undefined;
  numberSymbol?: string | undefined;
  issuedOn?: string | undefined;
  issuingUnit?: string | undefined;
}

interface EvidenceOfferProps {
  element: string;
  reportId: string;
  facilityName: string;
  periodEnd: string;
  back: string;
  echo: OfferEcho;
}

/** A plain form to a route that reads the file as a stream; the fields stand before the file, so they come first. */
export function EvidenceOffer(props: EvidenceOfferProps) {
  const t = useTranslations('reporting.evidence.offer');
  const { element, reportId, facilityName, periodEnd, back, echo } = props;
  const refused = echo.refused === element;
  const typed = refused ? echo : {};
  return (
    <div className="mt-3">
      {echo.offered === element && <InsetText>{t('taken')}</InsetText>}
      {refused && <Refusal fault={echo.fault ?? ''} />}
      <Details summary={t('open')} open={refused}>
        <form
          action="/api/evidence"
          method="post"
          encType="multipart/form-data"
          className="flex max-w-form flex-col gap-5"
        >
          <input type="hidden" name="report" value={reportId} />
          <input type="hidden" name="element" value={element} />
          <input type="hidden" name="back" value={back} />
          <TextInput
            name={`${element}-numberSymbol`}
            label={t('numberSymbol')}
            hint={t('numberSymbolHint')}
            defaultValue={typed.numberSymbol}
            width="half"
          />
          <DateInput
            name={`${element}-issuedOn`}
            label={t('issuedOn')}
            hint={t('issuedOnHint', { date: formatDate(periodEnd) })}
            defaultValue={typed.issuedOn}
          />
          <TextInput
            name={`${element}-issuingUnit`}
            label={t('issuingUnit')}
            defaultValue={typed.issuingUnit ?? facilityName}
          />
          <FileInput
            name={`${element}-file`}
            label={t('file')}
            hint={t('fileHint')}
            accept="application/pdf,.pdf"
            maxBytes={maxEvidenceBytes}
          />
          <div>
            <Button variant="secondary">{t('send')}</Button>
          </div>
        </form>
      </Details>
    </div>
  );
}

const known: ReadonlySet<string> = new Set([
  ...evidenceFaults,
  'no_file',
  'too_large',
  'unsupported_file',
  'infected_file',
  'field_numberSymbol',
  'field_issuedOn',
  'field_issuingUnit',
  'denied',
  'not_found',
]);

/** Every reason in words; what the address says and we do not know stays unsaid. */
function Refusal({ fault }: { fault: string }) {
  const t = useTranslations('reporting.evidence');
  const faults = fault.split(',').map((code) => (known.has(code) ? code : 'other'));
  return (
    <InsetText tone="danger">
      <p className="font-semibold" role="alert">
        {t('offer.refused')}
      </p>
      <ul className="mt-1 list-disc pl-5">
        {[...new Set(faults)].map((code) => (
          <li key={code}>{t(`refusal.${code as 'other'}`)}</li>
        ))}
      </ul>
    </InsetText>
  );
}
