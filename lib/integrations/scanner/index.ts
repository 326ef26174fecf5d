import 'server-only';
import { env } from '@/lib/config/env';
import { clamdScanner } from '@/lib/integrations/scanner/http';
import type { Scanner } from '@/lib/integrations/scanner/port';
import { noScanner } from '@/lib/integrations/scanner/simulator';

let chosen: Scanner | undefined;

/** ClamAV when CLAMD_URL names it; else nothing is scanned and nothing is called clean. */
export function scanner(): Scanner {
  const { CLAMD_URL: url } = env();
  chosen ??= url ? clamdScanner(url) : noScanner;
  return chosen;
}
