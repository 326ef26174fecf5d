import { useTranslations } from 'next-intl';
import { StatusTag, type StatusTone, Tag, type TagTone } from '@/components/ui/status-tag';
import type { Mode, PartnerState } from '@/lib/partners/schema';

const modeTones = {
  real: 'info',
  simulated: 'warn',
  local: 'plain',
  off: 'danger',
} as const satisfies Record<Mode, TagTone>;

export function ModeTag({ mode }: { mode: Mode }) {
  const t = useTranslations('integrations.modes');
  return <Tag tone={modeTones[mode]}>{t(mode)}</Tag>;
}

const stateTones = {
  well: 'on_time',
  shaky: 'due_soon',
  down: 'overdue',
  silent: 'neutral',
  unlogged: 'no_data',
} as const satisfies Record<PartnerState, StatusTone>;

export function StateTag({ state }: { state: PartnerState }) {
  const t = useTranslations('integrations.states');
  return <StatusTag tone={stateTones[state]}>{t(state)}</StatusTag>;
}

export function OutcomeName({ outcome }: { outcome: string }) {
  const t = useTranslations('integrations.outcomes');
  const name = t.has(outcome as never) ? t(outcome as never) : t('other');
  return <StatusTag tone={outcome === 'ok' ? 'on_time' : 'overdue'}>{name}</StatusTag>;
}
