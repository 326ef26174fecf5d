import { getTranslations } from 'next-intl/server';
import { PopularProcedures } from '@/components/home/popular-procedures';
import { ProgressFigures } from '@/components/home/progress-figures';
import { SearchHero } from '@/components/home/search-hero';
import { TrackForm } from '@/components/home/track-form';
import { VerifyFile } from '@/components/verification/verify-file';
import { listPopularProcedures } from '@/lib/dossiers/queries/popular';
import { listPublicFigures } from '@/lib/indicators/queries/published';
import { listProcedures } from '@/lib/procedures/queries';
import { listUnitNames } from '@/lib/procedures/units/queries';

/** Hospitals with electronic records, services with complete data, provinces connected: each has parts and a target. */
const shown = ['F18', 'F04', 'F07'] as const;

export default async function HomePage() {
  const [t, procedures, popular, units, figures] = await Promise.all([
    getTranslations('verify'),
    listProcedures({}),
    listPopularProcedures(),
    listUnitNames(undefined),
    listPublicFigures({ ids: shown }),
  ]);
  const ranked = popular.flatMap((slug) => procedures.find((line) => line.slug === slug) ?? []);
  const others = procedures.filter(({ slug }) => !popular.includes(slug));
  const asOf = figures.map((figure) => figure.asOf).sort()[0] ?? null;
  return (
    <main id="main" tabIndex={-1} className="w-full">
      <div className="mx-auto max-w-wide px-4 pb-14 sm:px-6">
        <SearchHero />
        <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <PopularProcedures
            procedures={[...ranked, ...others].slice(0, 5)}
            units={units}
            ranked={ranked.length > 0}
            total={procedures.length}
          />
          <div className="flex flex-col gap-10">
            <TrackForm />
            <section aria-labelledby="verify">
              <h2 id="verify">{t('question')}</h2>
              <div className="mt-2">
                <VerifyFile />
              </div>
            </section>
          </div>
        </div>
      </div>
      <ProgressFigures figures={figures} asOf={asOf} />
    </main>
  );
}
