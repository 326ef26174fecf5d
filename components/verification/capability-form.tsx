import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** For whoever has the paper but no camera: the code printed under the QR. */
export function CapabilityForm() {
  const t = useTranslations('verify');
  return (
    <form action="/verify/code">
      <label htmlFor="capability" className="block font-semibold">
        {t('codeLabel')}
      </label>
      <p id="capability-hint" className="text-small text-muted">
        {t('codeHint')}
      </p>
      <div className="mt-2 flex gap-2">
        <input
          id="capability"
          name="code"
          type="text"
          aria-describedby="capability-hint"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="control min-w-0"
        />
        <Button variant="secondary" className="shrink-0">
          {t('check')}
        </Button>
      </div>
    </form>
  );
}
