import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { SampleBadge } from '@/components/ui/sample';
import type { Board, IndicatorView } from '@/lib/indicators/schema';
import { ChangePanel } from './change-panel';
import { CoursePanel } from './course-panel';
import { CoverageCell } from './coverage-cell';
import { DeadlinePanel } from './deadline-panel';
import { DefinitionPanel } from './definition-panel';
import { EntryLines } from './entry-lines';
import { MissingPanel } from './missing-panel';
import { PlaceMap } from './place-map';
import { ProvinceTable } from './province-table';
import { PublishedList } from './published-list';
import { Restatements } from './restatements';
import { coverageText, figureText, placesText } from './sentences';
import { StatusRule } from './status-rule';
import { StatusWord } from './status-word';
import { hrefOf, type View } from './view';
import { WhyPanel } from './why-panel';
import { partsText, sentence, valueText } from './words';

interface IndicatorDetailProps {
  indicator: IndicatorView;
  view: View;
  world: Board['world'];
}

/** One indicator opened, from its figure down to how it is made. */
export function IndicatorDetail({ indicator, view, world }: IndicatorDetailProps) {
  const { figure, definition } = indicator;
  const path = `/indicators/${figure.measure}`;
  const reports = definition.members !== null;
  const entered =
    /^T\d/.test(figure.measure) && definition.sources.some((from) => from !== 'FR' && from !== 'computed');
  return (
    <div className="flex flex-col gap-10">
      <Head indicator={indicator} facilitiesHref={reports ? hrefOf(`${path}/facilities`, view) : undefined} />
      <CoursePanel view={indicator} />
      {figure.target !== null && (
        <div className="grid gap-10 xl:grid-cols-2">
          <DeadlinePanel figure={figure} atDeadline={indicator.atDeadline} reachedIn={indicator.reachedIn} />
          {reports && figure.target.value !== null && (
            <WhyPanel figure={figure} missingBy={indicator.missingBy} />
          )}
        </div>
      )}
      {indicator.provinces.length > 0 && <Provinces indicator={indicator} view={view} world={world} />}
      {reports && (indicator.missingBy.length > 0 || figure.value === null) && (
        <MissingPanel groups={indicator.missingBy} />
      )}
      <ChangePanel figure={figure} change={indicator.change} />
      {reports && (
        <Restatements
          unit={figure.unit}
          restatements={indicator.restatements}
          hrefOn={(day) => hrefOf(path, view, { asOf: day })}
        />
      )}
      <DefinitionPanel figure={figure} definition={definition} />
      <div className="grid gap-10 xl:grid-cols-2">
        <PublishedList observations={indicator.observations} />
        <EntryLines
          figure={figure}
          entries={indicator.entries}
          enterHref={entered ? `${path}/entry` : undefined}
        />
      </div>
    </div>
  );
}

function Head({
  indicator: { figure },
  facilitiesHref,
}: {
  indicator: IndicatorView;
  facilitiesHref: string | undefined;
}) {
  const t = useTranslations('indicators');
  const speech = { t, locale: useLocale() };
  const parts = partsText(figure, speech.locale);
  const coverage = coverageText(figure, speech);
  return (
    <div>
      <div className="flex flex-wrap items-start gap-x-10 gap-y-4">
        <p className="tabular">
          <span className="block text-36 leading-tight font-semibold">{valueText(figure, speech)}</span>
          {parts !== null && <span className="block text-18">{parts}</span>}
        </p>
        <div>
          <StatusWord figure={figure} />
        </div>
        <div className="min-w-40 text-14">
          <CoverageCell figure={figure} />
        </div>
        {figure.sample && <SampleBadge />}
      </div>
      <p className="mt-3 max-w-prose">{figureText(figure, speech)}</p>
      {coverage !== null && <p className="mt-1 max-w-prose text-14 text-muted">{sentence([coverage])}</p>}
      {facilitiesHref !== undefined && (
        <p className="no-print mt-3">
          <ButtonLink href={facilitiesHref} variant="secondary" size="small">
            {t('detail.facilities')}
          </ButtonLink>
        </p>
      )}
      <StatusRule example={figure.target === null ? undefined : figure} />
    </div>
  );
}

function Provinces({ indicator: { figure, provinces }, view, world }: IndicatorDetailProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const hrefOfPlace = (place: string) => hrefOf(`/indicators/${figure.measure}/facilities`, view, { place });
  return (
    <section aria-labelledby="provinces" className="border-t-2 border-ink pt-3">
      <h2 id="provinces">{t('detail.provinces')}</h2>
      <p className="mb-3 text-14 text-muted">{placesText(provinces, { t, locale })}</p>
      <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <ProvinceTable caption={t('detail.provinces')} provinces={provinces} hrefOfPlace={hrefOfPlace} />
        {figure.unit === 'percent' && (
          <PlaceMap figure={figure} provinces={provinces} world={world} hrefOfPlace={hrefOfPlace} />
        )}
      </div>
    </section>
  );
}
