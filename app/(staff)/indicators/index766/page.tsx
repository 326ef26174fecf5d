import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ScoreBar } from '@/components/indicators/index766-bar';
import { IndexControls } from '@/components/indicators/index766-controls';
import { IndexTable } from '@/components/indicators/index766-table';
import { IndexTimes } from '@/components/indicators/index766-times';
import { IndicatorTabs } from '@/components/indicators/indicator-tabs';
import { Main, PageTitle } from '@/components/shell/main';
import { Block } from '@/components/ui/figure';
import { InsetText } from '@/components/ui/notice';
import { SampleBadge } from '@/components/ui/sample';
import { formatDateTime, formatNumber, formatPeriod } from '@/lib/i18n/format';
import { readIndex766 } from '@/lib/indicators/index766/queries/read';
import { periodsOf, rounded } from '@/lib/indicators/index766/rules';
import type { Index766, IndexRow, Side } from '@/lib/indicators/index766/schema';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import { unitCodes } from '@/lib/procedures/define';
import { listUnitNames } from '@/lib/procedures/units/queries';
import { requireStaffWith } from '@/lib/session/staff';
import { firstOf, type SearchParams } from '../../dossiers/lines';
import { indexAddress, indexInputOf } from './address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('index766'))('title') };
}

/** The index of Decision 766: points by group, then every row with its formula and the dossiers behind it. */
export default async function Index766Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireStaffWith('indicator.read');
  const input = indexInputOf(firstOf(await searchParams));
  const [index, units, t, locale] = await Promise.all([
    readIndex766(input),
    listUnitNames(undefined),
    getTranslations('index766'),
    getLocale(),
  ]);
  const today = civilDateAt(now());
  return (
    <Main width="full">
      <PageTitle lead={t('lead')}>{t('heading')}</PageTitle>
      <IndicatorTabs current="index766" />
      <IndexControls
        chosen={{ period: index.period, unit: index.unit }}
        periods={{
          months: periodsOf('month', today, 14),
          quarters: periodsOf('quarter', today, 6),
          years: periodsOf('year', today, 3),
        }}
        units={unitCodes.map((code) => ({ code, name: units[code]?.[locale] ?? code }))}
        exportHref={indexAddress('/indicators/index766/export', { period: index.period, unit: index.unit })}
      />
      <Summary index={index} />
      {index.groups.map((group) => (
        <div key={group.group} className="mt-10">
          <Block title={group.title[locale]} note={t('groupPoints', pointsText(group, locale))}>
            <IndexTable
              caption={t('groupCaption', { group: group.title[locale] })}
              rows={index.rows.filter((row) => row.group === group.group)}
              {...linksOf(actor, index)}
            />
            {group.group === '2' && <IndexTimes times={index.times} />}
          </Block>
        </div>
      ))}
    </Main>
  );
}

function pointsText({ points, maxPoints }: { points: number; maxPoints: number }, locale: 'vi' | 'en') {
  return { points: formatNumber(points, locale, 2), max: formatNumber(maxPoints, locale, 2) };
}

/** A figure is a door only for who may go through it. */
function linksOf(actor: Actor, { period, unit }: Index766) {
  const hrefOf = (row: IndexRow, side: Side) =>
    indexAddress('/indicators/index766/dossiers', { row: row.id, side, period, unit });
  return {
    hrefOf: reachOf(actor, 'dossier.read').length > 0 ? hrefOf : null,
    complaintsHref: reachOf(actor, 'feedback.read').length > 0 ? '/feedback?view=all' : null,
  };
}

async function Summary({ index }: { index: Index766 }) {
  const [t, locale] = await Promise.all([getTranslations('index766'), getLocale()]);
  const number = (value: number) => formatNumber(value, locale, 2);
  const known = rounded(index.maxPoints - index.unknownPoints);
  return (
    <section aria-labelledby="index-total" className="mt-6">
      <h2 id="index-total">{formatPeriod(index.period, locale)}</h2>
      <p className="tabular mt-1 text-27 font-semibold">
        {t('total', { points: number(index.points), known: number(known) })}
      </p>
      <div className="max-w-prose text-muted">
        {index.unknownRows > 0 && (
          <p>{t('unknownTotal', { points: number(index.unknownPoints), count: index.unknownRows })}</p>
        )}
        {index.unknownRows > 0 && <p>{t('noTotal')}</p>}
        <p>
          {t('judged', { time: formatDateTime(new Date(index.judgedAt), locale) })}
          {index.open && ` ${t('openPeriod')}`}
        </p>
      </div>
      <dl className="mt-5 grid max-w-wide gap-x-10 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        {index.groups.map(({ group, title, points, maxPoints, unknownPoints }) => (
          <div key={group} className="keep">
            <dt className="font-medium">{title[locale]}</dt>
            <dd className="tabular text-small">
              {t('groupPoints', { points: number(points), max: number(maxPoints) })}
              {unknownPoints > 0 && (
                <span className="text-muted"> · {t('groupUnknown', { points: number(unknownPoints) })}</span>
              )}
              <ScoreBar
                id={group}
                label={t('bar', {
                  group: title[locale],
                  points: number(points),
                  max: number(maxPoints),
                  unknown: number(unknownPoints),
                })}
                points={points}
                unknown={unknownPoints}
                max={maxPoints}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-14 text-muted">{t('legend')}</p>
      {index.sample && (
        <div className="mt-5 max-w-prose">
          <InsetText>
            <SampleBadge /> <span className="text-small">{t('sample')}</span>
          </InsetText>
        </div>
      )}
    </section>
  );
}
