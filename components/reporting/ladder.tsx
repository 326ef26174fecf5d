import { useLocale, useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/i18n/format';
import type { LadderView, RungStanding, RungView } from '@/lib/reporting/ladder/rules';

interface LadderProps {
  ladder: LadderView;
  /** Where the proof of an element can be seen or added; null where there is no such page. */
  offerAt?: ((element: string) => string) | null;
}

/** Steps from the lowest up: full is proven, half is measured, a ring is claimed, a faint ring is still ahead. */
export function Ladder({ ladder, offerAt = null }: LadderProps) {
  const locale = useLocale();
  return (
    <section aria-labelledby={`ladder-${ladder.id}`}>
      <h2 id={`ladder-${ladder.id}`}>{ladder.title[locale]}</h2>
      <ol className="mt-3">
        {ladder.rungs.map((rung) => (
          <Rung
            key={rung.code}
            rung={rung}
            href={rung.proof === null || offerAt === null ? null : offerAt(rung.proof)}
          />
        ))}
      </ol>
      <Heights ladder={ladder} />
    </section>
  );
}

/** Claimed and proven are two answers, so both are said. */
function Heights({ ladder: { rungs, highestClaimed, highestProven } }: { ladder: LadderView }) {
  const t = useTranslations('reporting.ladder');
  const locale = useLocale();
  const name = (code: string | null) => rungs.find((rung) => rung.code === code)?.label[locale];
  const provable = rungs.some(({ proof }) => proof !== null);
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-3 border-t border-line pt-2 text-14">
      <dt className="text-muted">{t('claimed')}</dt>
      <dd>{name(highestClaimed) ?? t('none')}</dd>
      <dt className="text-muted">{t('proven')}</dt>
      <dd>{name(highestProven) ?? (provable ? t('none') : t('noProof'))}</dd>
    </dl>
  );
}

function Rung({ rung, href }: { rung: RungView; href: string | null }) {
  const t = useTranslations('reporting.ladder');
  const locale = useLocale();
  const { standing, label, missing, provenOn } = rung;
  const ahead = standing === 'open' || standing === 'unknown';
  return (
    <li className="keep flex gap-3 pb-4 last:pb-0">
      <RungMark standing={standing} />
      <div className="min-w-0">
        <p className={cx('font-semibold', ahead && 'text-muted')}>{label[locale]}</p>
        <p className="text-14 text-muted">
          {standing === 'proven' && t('provenSince', { date: formatDate(provenOn ?? '', locale) })}
          {standing === 'measured' && t('measured')}
          {missing?.[locale]}{' '}
          {href !== null && !ahead && (
            <TextLink href={href}>{t(standing === 'claimed' ? 'add' : 'see')}</TextLink>
          )}
        </p>
      </div>
    </li>
  );
}

const marks = {
  proven: { fill: 'fill-fill', line: 'stroke-fill', half: false },
  measured: { fill: 'fill-surface', line: 'stroke-fill', half: true },
  claimed: { fill: 'fill-surface', line: 'stroke-fill', half: false },
  open: { fill: 'fill-surface', line: 'stroke-line', half: false },
  unknown: { fill: 'fill-surface', line: 'stroke-line', half: false },
} as const satisfies Record<RungStanding, { fill: string; line: string; half: boolean }>;

function RungMark({ standing }: { standing: RungStanding }) {
  const t = useTranslations('reporting.ladder.standing');
  const { fill, line, half } = marks[standing];
  const dashed = standing === 'unknown' ? { strokeDasharray: '3 3' } : {};
  return (
    <svg role="img" aria-label={t(standing)} viewBox="0 0 20 20" className="mt-0.5 size-5 shrink-0">
      <circle cx="10" cy="10" r="8" strokeWidth="2" {...dashed} className={cx(fill, line)} />
      {half && <path d="M10 18a8 8 0 0 1 0-16Z" className="fill-fill" />}
    </svg>
  );
}
