import { getLocale, getTranslations } from 'next-intl/server';
import { dossierHref } from '@/components/dossiers/queue-rows';
import { WalkForm } from '@/components/dossiers/walk-form';
import { Details } from '@/components/ui/details';
import type { DossierView } from '@/lib/dossiers/queries/get';
import { componentsToMark } from '@/lib/dossiers/review/rules';
import { needsUpload } from '@/lib/procedures/rules';

/** All components, judged before anything is asked; folded once every one has its mark. */
export async function Walk({ view, done = false }: { view: DossierView; done?: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('officer'), getLocale()]);
  const lines = componentsToMark(view.definition, view.answers, view.marks).map(({ component, mark }) => {
    const files = view.attachments.filter((paper) => paper.component === component.code);
    const source = needsUpload(component)
      ? 'none'
      : component.reuse.includes('FORM')
        ? 'form'
        : 'fromRegister';
    const came = files.length > 0 ? files.map(({ name }) => name).join(', ') : t(`components.${source}`);
    return { component: component.code, title: component.title[locale], came, mark };
  });
  const form = <WalkForm code={view.code} lines={lines} backHref={dossierHref(view.code)} />;
  if (done) {
    return (
      <div className="mt-6">
        <p>{t('move.walkDone', { count: lines.length })}</p>
        <Details summary={t('move.walkEdit')}>{form}</Details>
      </div>
    );
  }
  return (
    <div className="mt-6">
      <h3 className="text-18">{t('move.walkTitle')}</h3>
      <p className="mb-5 max-w-prose text-muted">
        {t('move.walkLead', { count: view.definition.supplement.maxRounds })}
      </p>
      {form}
    </div>
  );
}
