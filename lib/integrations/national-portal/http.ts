import 'server-only';
import { type Connection, httpPort } from '@/lib/integrations/exchange';
import type { NationalPortal } from '@/lib/integrations/national-portal/port';
import { nationalPortalOf, nationalPortalWire } from '@/lib/integrations/national-portal/wire';

export const nationalPortalOverHttp = (connection: Connection): NationalPortal =>
  nationalPortalOf(httpPort(nationalPortalWire, connection));
