import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PaperPage } from '@/components/dossiers/applicant-paper-page';
import { listReusable } from '@/lib/documents/wallet/queries';
import { getDossier } from '@/lib/dossiers/queries/get';
import { editableNow } from '@/lib/dossiers/rules';
import { civilDateAt } from '@/lib/kernel/calendar';
import { errorCodes } from '@/lib/kernel/errors';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { needsUpload } from '@/lib/procedures/rules';
import { requireActor } from '@/lib/session/actor';

type Props = PageProps<'/my/dossiers/[code]/papers/[component]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, component } = await params;
  const [dossier, locale] = await Promise.all([
    orNotFound(getDossier(await requireActor(), { code })),
    getLocale(),
  ]);
  return {
    title: dossier.definition.components.find((one) => one.code === component)?.title[locale] ?? code,
  };
}

export default async function ComponentPage({ params, searchParams }: Props) {
  const [{ code, component: wanted }, said, actor] = await Promise.all([
    params,
    searchParams,
    requireActor(),
  ]);
  const dossier = await orNotFound(getDossier(actor, { code }));
  const component = dossier.definition.components.find((one) => one.code === wanted);
  if (component === undefined || !needsUpload(component)) notFound();
  const editable = editableNow(dossier, { kind: 'component', component: wanted });
  const [t, store] = await Promise.all([
    getTranslations('errors.code'),
    orNotFound(listReusable(actor, { today: civilDateAt(dossier.now) })),
  ]);
  const own = dossier.attachments.filter((file) => file.component === wanted);
  const files = own.map((file) => ({
    ...file,
    givenBefore:
      store.find(({ id, sha256 }) => sha256 === file.sha256 && id !== file.documentId)?.name ?? null,
  }));
  const held = new Set(own.map(({ sha256 }) => sha256));
  const fault = errorCodes.find((known) => known === said.fault);
  return (
    <PaperPage
      code={code}
      component={component}
      files={files}
      reusable={store.filter(({ sha256 }) => !held.has(sha256))}
      editable={editable}
      answering={dossier.state !== 'draft'}
      news={said.added !== undefined ? 'added' : said.removed !== undefined ? 'removed' : null}
      fault={fault === undefined ? null : t(fault)}
    />
  );
}
