import { verifyChains } from '@/lib/audit/queries';
import { defineRow } from '../define';

const million = 1_000_000;

export const row = defineRow({
  id: 'audit-chain',
  what: 'Every chain of the audit trail verified, act by act',
  at: '1,000,000 acts',
  targets: {
    time: { of: 'subject', unit: 's', atMost: 60 },
    memory: { of: 'subject', unit: 'MB', atMost: 150 },
  },
  async measure(bench) {
    const { result, weight } = await bench.weigh(() =>
      verifyChains((acts) => {
        if (acts % 250_000 === 0) bench.log(`${acts} acts`);
      }),
    );
    if (result.broken !== null) throw new Error(`a chain is broken: ${JSON.stringify(result.broken)}`);
    const { acts, chains } = result;
    const seconds = weight.milliseconds / 1_000;
    const { cpuApp, cpuDb } = weight;
    return {
      time: {
        subject: {
          value: (seconds * million) / acts,
          unit: 's',
          what: 'for a million acts',
          detail: {
            rate: acts / seconds,
            ...(cpuApp === null ? {} : { cpuApp: cpuApp / acts }),
            ...(cpuDb === null ? {} : { cpuDb: cpuDb / acts }),
          },
        },
        yardstick: null,
        note: `${acts} acts in ${chains} chains were verified in ${seconds.toFixed(1)} s${acts < million ? '; fewer than a million were there, so the time for a million is carried forward' : ''}.`,
      },
      memory: {
        subject: {
          value: weight.rssPeak - weight.rssBefore,
          unit: 'MB',
          what: 'memory more than before, at the worst moment',
        },
        yardstick: null,
        note: '',
      },
    };
  },
});
