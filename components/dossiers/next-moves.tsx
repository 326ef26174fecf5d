import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { DossierGuard, DossierMove } from '@/lib/dossiers/workflow';
import { formNumberOf, orderOfMoves, shortcutOf } from './move-facts';
import { dossierHref } from './queue-rows';

interface NextMovesProps {
  code: string;
  moves: readonly DossierMove[];
  blocked: readonly { move: DossierMove; unmet: readonly DossierGuard[]; barred: boolean }[];
}

/** The lawful moves are the only buttons; what is held back says what is missing. */
export function NextMoves({ code, moves, blocked }: NextMovesProps) {
  const t = useTranslations('officer.moves');
  const name = useTranslations('states.move');
  const ordered = orderOfMoves(moves);
  const walk =
    moves.some((move) => move === 'consult') && blocked.some(({ move }) => move === 'ask_supplement');
  return (
    <section aria-labelledby="moves" className="no-print">
      <h2 id="moves" className="mb-3">
        {t('title')}
      </h2>
      {ordered.length === 0 && <p className="text-14 text-muted">{t('none')}</p>}
      <ul className="flex flex-col gap-2">
        {ordered.map((move, index) => (
          <li key={move} data-key={shortcutOf(move)}>
            <ButtonLink
              href={`${dossierHref(code)}/${move}`}
              variant={index === 0 ? 'primary' : 'secondary'}
              wide
              className="text-left"
            >
              <span className="grow">
                {name(move)}
                {formNumberOf(move) !== null && ` (${t('form', { number: formNumberOf(move) ?? '' })})`}
              </span>
              <Kbd>{shortcutOf(move).toUpperCase()}</Kbd>
            </ButtonLink>
          </li>
        ))}
      </ul>
      <Blocked code={code} blocked={blocked} walk={walk} />
    </section>
  );
}

function Blocked({ code, blocked, walk }: Pick<NextMovesProps, 'code' | 'blocked'> & { walk: boolean }) {
  const t = useTranslations('officer');
  const name = useTranslations('states.move');
  if (blocked.length === 0) return null;
  return (
    <div className="mt-4 text-14">
      <h3 className="text-14 font-semibold">{t('moves.blocked')}</h3>
      <ul className="mt-1 flex flex-col gap-2">
        {blocked.map(({ move, unmet, barred }) => (
          <li key={move}>
            <span className="font-medium text-muted">{name(move)}</span>
            <span className="block text-muted">
              {barred ? t('guard.barred') : unmet.map((guard) => t(`guard.${guard}`)).join(' ')}
            </span>
            {walk && move === 'ask_supplement' && (
              <ButtonLink
                href={`${dossierHref(code)}/ask_supplement`}
                variant="quiet"
                size="small"
                className="-ml-3"
              >
                {t('components.mark')}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
