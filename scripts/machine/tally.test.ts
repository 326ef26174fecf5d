import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { add, judged, lastLine, none, oneFailed, onePassed, playwrightTally, vitestTally } from './tally';

const folder = mkdtempSync(join(tmpdir(), 'tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('the last line', () => {
  it('names skipped tests only when there are any', () => {
    expect(lastLine(add(onePassed, oneFailed))).toBe('1 passed, 1 failed');
    expect(lastLine({ passed: 7, failed: 0, skipped: 2 })).toBe('7 passed, 0 failed, 2 skipped');
  });

  it('counts a run that crashed without a failing test', () => {
    expect(judged({ ...none, passed: 3 }, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    expect(judged({ ...none, failed: 2 }, 1).failed).toBe(2);
    expect(judged(none, 0)).toEqual(none);
  });

  it('counts a file that does not load as a failure', () => {
    const path = report({
      numPassedTests: 2,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
      ],
    });
    expect(vitestTally(path)).toEqual({ passed: 2, failed: 2, skipped: 2 });
  });

  it('counts errors outside of tests in the browser', () => {
    const path = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] });
    expect(playwrightTally(path)).toEqual({ passed: 6, failed: 2, skipped: 1 });
    expect(playwrightTally(join(folder, 'missing.json'))).toEqual(none);
  });
});
