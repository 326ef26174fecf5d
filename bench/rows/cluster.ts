import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from '../cluster/ledger';
import { startMixedLoad } from '../cluster/mixed-load';
import { type Reckoning, reckon } from '../cluster/reckoning';
import { type Bench, defineRow, type Figure, type Portal } from '../define';

const wanted = { webs: 2, workers: 2 };
const none = { of: 'subject', unit: 'count', atMost: 0 } as const;

/** Two of each on one database; in the middle one web process and then one worker are killed with `kill -9`. */
export const row = defineRow({
  id: 'cluster',
  what: 'two web and two worker processes under mixed load, one of each killed with kill -9',
  at: '1,000,000 dossiers, 56 M values',
  targets: {
    lost: none,
    twice: none,
    'broken-uploads': none,
    'different-figures': none,
    'refused-sessions': none,
    'failed-requests': none,
  },
  async measure(bench) {
    let portal = await bench.portal(wanted);
    const load = await startMixedLoad(bench, () => portal);
    const seconds = bench.quick ? 15 : 60;
    await pause(seconds * 1_000);
    portal = await replace(bench, portal, portal.webs[1]?.pid);
    await pause(seconds * 1_000);
    portal = await replace(bench, portal, portal.workers[0]);
    await pause(seconds * 1_000);
    await load.stop();
    const { dossiers, cells, figures } = load.ledger;
    if (dossiers.length * cells.length * figures.compared === 0)
      throw new Error('nothing was acknowledged: there is nothing to lose');
    const found = await reckon(bench, portal, load.ledger);
    return findings(load.ledger, found);
  },
});

async function replace(bench: Bench, portal: Portal, pid: number | undefined): Promise<Portal> {
  if (pid === undefined) throw new Error('there is nothing to kill');
  await portal.kill(pid);
  bench.log(`killed ${pid}`);
  return bench.portal(wanted);
}

function findings(ledger: Ledger, found: Reckoning) {
  const { figures, sessions, failures } = ledger;
  const failed = [...failures.values()].reduce((sum, times) => sum + times, 0);
  const seen = (value: number, what: string): Figure => ({ value, unit: 'count', what });
  const one = (subject: Figure, note: string) => ({ subject, yardstick: null, note });
  return {
    lost: one(
      seen(found.lostDossiers + found.lostCells, 'acknowledged and not there afterwards'),
      `${found.dossiers} dossiers handed in and ${found.cells} cells sent were acknowledged; ${ledger.unreachable} of ${ledger.requests} connections broke; ${ledger.underWay} repeated calls met their first try still under way.`,
    ),
    twice: one(
      seen(found.doneTwice, 'receipts, messages, submissions and shares done twice'),
      `${found.jobsLeft} jobs were left undone two minutes after the load.`,
    ),
    'broken-uploads': one(
      seen(found.brokenFiles, 'files not whole'),
      `${found.files} files, read back by SHA-256.`,
    ),
    'different-figures': one(
      seen(figures.different, 'locks after which the processes told different figures'),
      `${figures.locks} locks, ${figures.compared} answers compared.`,
    ),
    'refused-sessions': one(
      seen(sessions.refused, 'pages refused to a session in force'),
      `${sessions.asked} pages, each process in turn.`,
    ),
    'failed-requests': one(
      seen(failed, 'answers with a status from 500'),
      [...failures].map(([path, times]) => `${path}: ${times}`).join('; '),
    ),
  };
}
