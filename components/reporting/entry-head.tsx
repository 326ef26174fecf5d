import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Check, CloudOff, LoaderCircle } from '@/components/ui/icons';
import { formatTime } from '@/lib/i18n/format';
import { type Standing, sameDraft } from '@/lib/reporting/entry/rules';
import type { EntryModel } from './entry-state';

interface EntryHeadProps {
  model: EntryModel;
  standing: Standing;
  canEnter: boolean;
  onUndo: () => void;
}

/** How far the form is, whether everything has arrived, and the way back from a pasted block. */
export function EntryHead({ model, standing, canEnter, onUndo }: EntryHeadProps) {
  'use memo';
  const t = useTranslations('reporting.entry');
  const { filled, asked } = standing;
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-6 gap-y-1 text-small">
      <p>
        {t.rich('filled', {
          filled,
          asked,
          b: (text) => <strong className="tabular font-semibold">{text}</strong>,
        })}
      </p>
      {canEnter && <SaveState model={model} />}
      {model.undo !== null && (
        <span className="flex items-center gap-2">
          {t('pasted', { count: Object.keys(model.undo).length })}
          <Button type="button" variant="quiet" size="small" onClick={onUndo}>
            {t('undo')}
          </Button>
        </span>
      )}
    </div>
  );
}

function SaveState({ model }: { model: EntryModel }) {
  const t = useTranslations('reporting.entry');
  const locale = useLocale();
  const lines = Object.values(model.lines);
  const failed = lines.filter(({ status }) => status.kind === 'failed').length;
  const saving = lines.some(({ status }) => status.kind === 'saving');
  const waiting = lines.some(({ draft, kept }) => !sameDraft(draft, kept));
  return (
    <div role="status" className="flex items-center gap-1.5">
      {model.signedOut ? (
        <span className="font-semibold text-warn">
          {t('signedOut')}{' '}
          <a href="/sign-in" target="_blank" rel="noreferrer" className="link">
            {t('signIn')}
          </a>
        </span>
      ) : failed > 0 ? (
        <span className="flex items-center gap-1.5 font-semibold text-warn">
          <CloudOff aria-hidden strokeWidth={1.5} className="size-4" />
          {t('failed', { count: failed })}
        </span>
      ) : saving ? (
        <span className="flex items-center gap-1.5 text-muted">
          <LoaderCircle aria-hidden strokeWidth={1.5} className="size-4 motion-safe:animate-spin" />
          {t('saving')}
        </span>
      ) : (
        !waiting &&
        model.savedAt !== null && (
          <span className="flex items-center gap-1.5 text-primary">
            <Check aria-hidden strokeWidth={2} className="size-4" />
            {t('saved', { time: formatTime(new Date(model.savedAt), locale) })}
          </span>
        )
      )}
    </div>
  );
}
