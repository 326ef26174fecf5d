/** Something the person at the keyboard can put right: shown as its sentence, without a stack. */
export class Fault extends Error {}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Ends a script: a fault as one sentence, anything else as the bug it is. */
export function report(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof Fault) complain(error.message);
  else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Asks again until it holds; false when the time is up. */
export async function until(holds: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await holds()) return true;
    if (Date.now() > end) return false;
    await pause(50);
  }
}
