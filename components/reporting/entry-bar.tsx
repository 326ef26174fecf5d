import { useTranslations } from 'next-intl';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { fieldId } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import type { Standing } from '@/lib/reporting/entry/rules';

export interface EntryMoves {
  /** This person has the right to hand the report in. */
  submits: boolean;
  /** This person did the earlier duty, so somebody else has to. */
  barred: boolean;
  /** How many cells may be taken over from the period before. */
  carriable: number;
}

interface EntryBarProps {
  moves: EntryMoves;
  standing: Standing;
  /** Period of the report, for the import of a file. */
  period: string;
  canEnter: boolean;
  openRemarks: readonly number[];
  flush: () => Promise<void>;
}

/** The one lawful next step, what still stands before it, and the way to the first place that needs work. */
export function EntryBar({ moves, standing, period, canEnter, openRemarks, flush }: EntryBarProps) {
  const t = useTranslations('reporting.bar');
  const scripted = useScripted();
  if (!canEnter) return null;
  const { missing, faulty } = standing;
  const ready = missing.length === 0 && faulty.length === 0 && openRemarks.length === 0;
  const way = wayOn(standing, openRemarks);
  return (
    <div className="no-print sticky bottom-0 z-10 mt-6 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line bg-surface py-3">
      {moves.submits && !moves.barred && <Submit ready={ready} flush={flush} label={t('submit')} />}
      {!scripted && (
        <Button name="intent" value="save" variant={moves.submits ? 'secondary' : 'primary'}>
          {t('save')}
        </Button>
      )}
      <p className="min-w-0 text-small">
        {ready
          ? t(moves.submits ? (moves.barred ? 'barred' : 'ready') : 'readyForHead')
          : t('left', { missing: missing.length, faulty: faulty.length, remarks: openRemarks.length })}{' '}
        {!ready && way !== null && (
          <a href={way.href} className="link">
            {t(way.name)}
          </a>
        )}
      </p>
      <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
        {moves.carriable > 0 && (
          <Button name="intent" value="carry" variant="quiet" size="small">
            {t('carry', { count: moves.carriable })}
          </Button>
        )}
        <TextLink href={`/reporting/import?period=${period}`}>{t('import')}</TextLink>
      </div>
    </div>
  );
}

/** Everything typed goes to the server before the report does; an unready report says why it can't go. */
function Submit({ ready, flush, label }: { ready: boolean; flush: () => Promise<void>; label: string }) {
  const sure = useRef(false);
  const handIn = async (event: MouseEvent<HTMLButtonElement>) => {
    if (!ready || sure.current) {
      sure.current = false;
      return;
    }
    event.preventDefault();
    const button = event.currentTarget;
    await flush();
    sure.current = true;
    button.form?.requestSubmit(button);
  };
  return (
    <SubmitButton name="intent" value="submit" onClick={handIn} className={ready ? '' : 'opacity-60'}>
      {label}
    </SubmitButton>
  );
}

function useScripted(): boolean {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return scripted;
}

/** The first place that needs work: what is wrong, then what the department asked, then what is missing. */
function wayOn({ faulty, missing }: Standing, openRemarks: readonly number[]) {
  const [wrong] = faulty;
  if (wrong !== undefined) return { href: `#${fieldId(wrong)}`, name: 'firstFault' as const };
  const [asked] = openRemarks;
  if (asked !== undefined) return { href: `#remark-${asked}`, name: 'firstRemark' as const };
  const [gap] = missing;
  return gap === undefined ? null : { href: `#${fieldId(gap)}`, name: 'firstGap' as const };
}
