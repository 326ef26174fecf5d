import { and, desc, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { reports } from '@/db/schema/reporting';
import { demoFacility } from '@/lib/integrations/people';
import type { Actor } from '@/lib/policy/actor';
import { moveReport } from '@/lib/reporting/commands/move';
import { saveCells } from '@/lib/reporting/commands/save';
import { getReport } from '@/lib/reporting/queries/get';
import { defineRow, type Sample, type Server } from '../define';
import { good } from '../measure/http';
import { pooled, timeOf } from '../samples';
import { actorNamed } from '../stage/people';

/** Prescriptions sent, over all prescriptions: a figure that shows a single prescription more or less. */
const [measure, part] = ['T57', 'E27b'];
const reason = 'Rà soát lại số đơn thuốc đã gửi';
const patience = 30_000;

export const row = defineRow({
  id: 'cell-to-figure',
  what: 'A value typed shows in the national figure, asked of every web process',
  at: '13,650 facilities, 96 months',
  targets: {
    lock: { of: 'subject', unit: 'ms', atMost: 1000 },
    typed: { of: 'subject', unit: 'ms', atMost: 1000 },
  },
  async measure(bench) {
    const { webs } = await bench.portal({ webs: 2 });
    const walk = await Walk.begin(webs);
    const rounds = bench.quick ? 5 : 100;
    const typed: Sample[] = [];
    const shown: Sample[] = [];
    for (let n = 0; n < rounds; n++) {
      await walk.reopen();
      typed.push(await bench.load({ name: 'typed, submitted, verified', times: 1, run: () => walk.type() }));
      shown.push(await bench.load({ name: 'locked, shown', times: 1, run: () => walk.lock() }));
    }
    const lock = pooled(shown);
    const before = pooled(typed);
    const whole = { ...lock, times: lock.times.map((time, n) => time + (before.times[n] ?? 0)) };
    const everywhere = `until ${webs.length} web processes show it, ${rounds} times`;
    return {
      lock: {
        subject: timeOf(lock, 99, `from the ministry's lock ${everywhere}`),
        yardstick: null,
        note: `Asked without a pause at GET /api/v1/indicators/${measure} of each process. No job lies in between: a process that is asked catches up first.`,
      },
      typed: {
        subject: timeOf(
          whole,
          99,
          `from the facility's save through submission, verification and lock ${everywhere}`,
        ),
        yardstick: null,
        note: 'The time people take between their duties is left out; every check and every act of the trail is in.',
      },
    };
  },
});

/** One report of the demonstration hospital, walked again and again by the people whose duty each step is. */
class Walk {
  #value = 0;
  #known = 0;

  private constructor(
    readonly people: Readonly<Record<'facility' | 'head' | 'department' | 'ministry', Actor>>,
    readonly report: { id: string; periodId: string },
    readonly webs: readonly Server[],
  ) {}

  static async begin(webs: readonly Server[]): Promise<Walk> {
    const [facility, head, department, ministry] = await Promise.all(
      ['facility', 'facility-head', 'doh-leader', 'indicator-owner'].map(actorNamed),
    );
    const [report] = await database()
      .select({ id: reports.id, periodId: reports.periodId })
      .from(reports)
      .where(
        and(
          eq(reports.facilityId, demoFacility.id),
          eq(reports.formId, 'hospital-month'),
          eq(reports.state, 'locked'),
        ),
      )
      .orderBy(desc(reports.periodId))
      .limit(1);
    if (!facility || !head || !department || !ministry || !report)
      throw new Error('the demonstration hospital has no locked report');
    return new Walk({ facility, head, department, ministry }, report, webs);
  }

  /** Not timed: what comes before a correction. */
  async reopen(): Promise<void> {
    await this.#move('ministry', 'reopen');
    this.#known = Math.max(...(await Promise.all(this.webs.map((web) => this.#ask(web)))));
  }

  async type(): Promise<void> {
    const view = await getReport(this.people.facility, { id: this.report.id });
    const current = view.cells[part]?.current;
    const value = Number(current?.value ?? 0);
    // One prescription less, then one more: the figure always moves and ends where it began.
    this.#value = this.#value === -1 ? 1 : -1;
    const [outcome] = await saveCells(this.people.facility, {
      reportId: this.report.id,
      cells: [{ part, value: value + this.#value, seen: current?.revision ?? 0 }],
    });
    if (outcome?.outcome !== 'saved') throw new Error(`the value was not saved: ${JSON.stringify(outcome)}`);
    await this.#move('head', 'submit');
    await this.#move('department', 'verify');
  }

  async lock(): Promise<void> {
    await this.#move('ministry', 'lock');
    await Promise.all(this.webs.map((web) => this.#seen(web)));
  }

  async #move(who: keyof Walk['people'], move: 'submit' | 'verify' | 'lock' | 'reopen'): Promise<void> {
    const [row] = await database()
      .select({ version: reports.version })
      .from(reports)
      .where(eq(reports.id, this.report.id));
    const asked = { reportId: this.report.id, version: row?.version ?? 0 };
    await moveReport(this.people[who], move === 'reopen' ? { ...asked, move, reason } : { ...asked, move });
  }

  async #seen(web: Server): Promise<void> {
    const end = performance.now() + patience;
    while ((await this.#ask(web)) !== this.#known + this.#value)
      if (performance.now() > end) throw new Error(`${measure} did not move within ${patience / 1000} s`);
  }

  async #ask({ url }: Server): Promise<number> {
    const answer = await good({ url: `${url}/api/v1/indicators/${measure}?period=${this.report.periodId}` });
    return (JSON.parse(answer.text()) as { numerator: number }).numerator;
  }
}
