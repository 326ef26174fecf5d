import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PartnerTable } from '@/components/integrations/partner-table';
import { Main, PageTitle } from '@/components/shell/main';
import { TextLink } from '@/components/ui/text-link';
import { simulatorsOn } from '@/lib/config/features';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { listPartners } from '@/lib/partners/queries';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('integrations'))('title') };
}

export default async function IntegrationsPage() {
  const [actor, t] = await Promise.all([requireActor(), getTranslations('integrations')]);
  const partners = await orNotFound(listPartners(actor, null));
  return (
    <Main width="full">
      <PageTitle
        lead={t('lead')}
        aside={simulatorsOn() && <TextLink href="/switchboard">{t('switchboard.title')}</TextLink>}
      >
        {t('title')}
      </PageTitle>
      <PartnerTable rows={partners} />
    </Main>
  );
}
