import 'server-only';
import { type Connection, httpPort } from '@/lib/integrations/exchange';
import { type Mail, mailVerbs } from '@/lib/integrations/mail/port';

/** To the simulator only; real mail goes over SMTP. */
export const mailOverHttp = (connection: Connection): Mail => httpPort(mailVerbs, connection);
