import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Check, CircleAlert, CloudOff, LoaderCircle, TriangleAlert } from '@/components/ui/icons';
import { formatTime } from '@/lib/i18n/format';
import { plainNumber } from '@/lib/reporting/cells/rules';
import type { Finding } from '@/lib/reporting/checks';
import type { Theirs } from '@/lib/reporting/entry/schema';
import type { LineStatus } from './entry-state';

/** What a rule says of the cell, as word, shape and colour. */
export function FindingLine({ finding, words }: { finding: Finding; words: string }) {
  const t = useTranslations('reporting.check');
  const { severity, explained } = finding;
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  const tone =
    severity === 'error' ? 'text-danger font-semibold' : explained ? 'text-muted' : 'text-warn font-semibold';
  return (
    <p className={cx('flex gap-1.5', tone)}>
      <Icon aria-hidden strokeWidth={1.75} className="mt-0.5 size-4 shrink-0" />
      <span>
        <span className="sr-only">{t(`severity.${severity}`)}: </span>
        {words}
        {severity === 'warning' && explained && ` ${t('explained')}`}
      </span>
    </p>
  );
}

/** Saving, saved at, kept on this page: the state of the cell on its way. */
export function StatusLine({ status, dirty }: { status: LineStatus; dirty: boolean }) {
  const t = useTranslations('reporting.cell');
  const locale = useLocale();
  if (status.kind === 'saving')
    return (
      <span className="flex items-center gap-1.5 text-muted">
        <LoaderCircle aria-hidden strokeWidth={1.5} className="size-4 motion-safe:animate-spin" />
        {t('saving')}
      </span>
    );
  if (status.kind === 'failed')
    return (
      <span className="flex items-start gap-1.5 font-semibold text-warn">
        <CloudOff aria-hidden strokeWidth={1.5} className="mt-0.5 size-4 shrink-0" />
        {t('failed')}
      </span>
    );
  if (status.kind === 'refused') return <span className="font-semibold text-danger">{status.message}</span>;
  if (status.kind === 'saved' && !dirty)
    return (
      <span className="flex items-center gap-1.5 text-primary">
        <Check aria-hidden strokeWidth={2} className="size-4" />
        {t('saved', { time: formatTime(new Date(status.at), locale) })}
      </span>
    );
  return null;
}

/** Somebody else saved meanwhile: both values, and the choice between them. */
export function OvertakenChoice({
  part,
  theirs,
  shown,
  mine,
  onTake,
}: {
  part: string;
  theirs: Theirs;
  /** Both values in words. */
  shown: string;
  mine: string;
  onTake: (whose: 'mine' | 'theirs') => void;
}) {
  const t = useTranslations('reporting.cell');
  const locale = useLocale();
  const time = formatTime(new Date(theirs.at), locale);
  return (
    <div role="alert" className="border-l-4 border-at-risk bg-warn-wash px-3 py-2">
      <p className="font-semibold">{t('overtaken', { name: theirs.by ?? t('somebody'), time })}</p>
      <dl className="mt-1">
        <div>
          <dt className="inline">{t('theirs')}:</dt> <dd className="inline font-semibold">{shown}</dd>
        </div>
        <div>
          <dt className="inline">{t('mine')}:</dt> <dd className="inline font-semibold">{mine}</dd>
        </div>
      </dl>
      <div className="mt-2 flex flex-wrap gap-2">
        {(['theirs', 'mine'] as const).map((whose) => (
          <Button
            key={whose}
            name="intent"
            value={`take:${part}:${whose}`}
            variant="secondary"
            size="small"
            onClick={(event) => {
              event.preventDefault();
              onTake(whose);
            }}
          >
            {t(whose === 'theirs' ? 'takeTheirs' : 'takeMine')}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** A number with more than one meaning is asked back, never guessed. */
export function AskedNumber({
  candidates,
  onChoose,
}: {
  candidates: readonly number[];
  onChoose: (text: string) => void;
}) {
  const t = useTranslations('reporting.cell');
  const texts = candidates.map(plainNumber);
  return (
    <div className="font-semibold text-warn">
      <p>{t('ask', { first: texts[0] ?? '', other: texts[1] ?? 'none' })}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        {texts.map((text) => (
          <Button key={text} type="button" variant="secondary" size="small" onClick={() => onChoose(text)}>
            {text}
          </Button>
        ))}
      </div>
    </div>
  );
}
