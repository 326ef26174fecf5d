import 'server-only';
import { type Connection, httpPort } from '@/lib/integrations/exchange';
import { type Sms, smsVerbs } from '@/lib/integrations/sms/port';

export const smsOverHttp = (connection: Connection): Sms => httpPort(smsVerbs, connection);
