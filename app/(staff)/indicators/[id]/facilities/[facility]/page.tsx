import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CellProofPanel } from '@/components/indicators/cell-proof';
import { FacilityAnswer } from '@/components/indicators/facility-answer';
import { hrefOf, without } from '@/components/indicators/view';
import { headName } from '@/components/indicators/words';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { SampleBadge } from '@/components/ui/sample';
import { measureOf } from '@/lib/indicators/measures/catalogue';
import { partsOf } from '@/lib/indicators/measures/rules';
import { getCellProof } from '@/lib/indicators/queries/proof';
import { GetCellProof } from '@/lib/indicators/schema';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireStaffWith } from '@/lib/session/staff';
import { askedOf } from '../../../view';

type Address = '/indicators/[id]/facilities/[facility]';

export async function generateMetadata({ params }: PageProps<Address>): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations('indicators')]);
  return { title: t('cell.title', { id }) };
}

/** The ground every figure stands on: the cell, its version, the person, the lock. */
export default async function FacilityCellPage({ params, searchParams }: PageProps<Address>) {
  const [{ id, facility }, { view, input }, actor] = await Promise.all([
    params,
    askedOf(searchParams),
    requireStaffWith('indicator.read'),
  ]);
  const measure = measureOf(id);
  if (measure === undefined) notFound();
  const asked = partsOf(measure).map((part) =>
    GetCellProof.safeParse({ ...input, measure: id, facilityId: facility, part }),
  );
  const proofs = await Promise.all(
    asked.map((one) => (one.success ? orNotFound(getCellProof(actor, one.data)) : notFound())),
  );
  const [first] = proofs;
  if (first === undefined) notFound();
  const [t, locale] = await Promise.all([getTranslations('indicators'), getLocale()]);
  const here = without(view, 'measure');
  const { facility: who } = first.row;
  const name = headName({ measure: id, title: first.measure.title }, { t, locale });
  return (
    <Main width="wide">
      <Breadcrumbs
        crumbs={[
          { href: hrefOf('/indicators', without(here, 'place')), label: t('title') },
          { href: hrefOf(`/indicators/${id}`, here), label: id },
          { href: hrefOf(`/indicators/${id}/facilities`, here), label: t('sheet.facilities') },
          { label: who.name[locale] },
        ]}
      />
      <div className="mt-4">
        <PageTitle
          lead={
            <>
              {name} · {who.place[locale]} {(who.sample || first.row.sample) && <SampleBadge />}
            </>
          }
        >
          {who.name[locale]}
        </PageTitle>
      </div>
      <FacilityAnswer proof={first} />
      <div className="mt-8 flex flex-col gap-10">
        {proofs.map((proof) => (
          <CellProofPanel key={proof.part.id} proof={proof} />
        ))}
      </div>
    </Main>
  );
}
