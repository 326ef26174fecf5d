import 'server-only';
import { env, type Partner } from '@/lib/config/env';
import { businessRegistryOverHttp } from '@/lib/integrations/business-registry/http';
import type { BusinessRegistry } from '@/lib/integrations/business-registry/port';
import type { Connection } from '@/lib/integrations/exchange';
import { recordExchange } from '@/lib/integrations/exchange-log';
import { mailOverHttp } from '@/lib/integrations/mail/http';
import type { Mail } from '@/lib/integrations/mail/port';
import { mailOverSmtp } from '@/lib/integrations/mail/smtp';
import { nationalPortalOverHttp } from '@/lib/integrations/national-portal/http';
import type { NationalPortal } from '@/lib/integrations/national-portal/port';
import { readPaymentNotice } from '@/lib/integrations/payment/callback';
import { paymentOverHttp } from '@/lib/integrations/payment/http';
import type { Payment, PaymentNotice } from '@/lib/integrations/payment/port';
import { populationOverHttp } from '@/lib/integrations/population/http';
import type { Population } from '@/lib/integrations/population/port';
import { simulatedSecret, simulatorsUrl } from '@/lib/integrations/simulators/address';
import { smsOverHttp } from '@/lib/integrations/sms/http';
import type { Sms } from '@/lib/integrations/sms/port';
import type { Simulated } from '@/lib/integrations/switchboard/port';
import { vssOverHttp } from '@/lib/integrations/vss/http';
import type { Vss } from '@/lib/integrations/vss/port';
import { DomainError } from '@/lib/kernel/errors';

/** A partner that is set is called for real; the others are simulated while simulators run, else unavailable. */
function connectionTo(partner: Extract<Partner, Simulated> | 'mail' | 'sms'): Connection {
  const settings = env();
  const name = partner.toUpperCase() as Uppercase<Extract<Partner, Simulated>>;
  const [url, secret] = [settings[`PARTNER_${name}_URL`], settings[`PARTNER_${name}_SECRET`]];
  if (url && secret) return { partner, url, secret, record: recordExchange };
  if (!settings.SIMULATORS) throw new DomainError('misconfigured', partner);
  return {
    partner,
    url: `${simulatorsUrl()}/partners/${partner}`,
    secret: simulatedSecret(partner),
    record: recordExchange,
  };
}

export const population = (): Population => populationOverHttp(connectionTo('population'));
export const businessRegistry = (): BusinessRegistry =>
  businessRegistryOverHttp(connectionTo('business_registry'));
export const payment = (): Payment => paymentOverHttp(connectionTo('payment'));
export const nationalPortal = (): NationalPortal => nationalPortalOverHttp(connectionTo('national_portal'));
export const vss = (): Vss => vssOverHttp(connectionTo('vss'));
export const sms = (): Sms => smsOverHttp(connectionTo('sms'));

export function mail(): Mail {
  const { SMTP_URL: url, PUBLIC_URL } = env();
  if (url === undefined) return mailOverHttp(connectionTo('mail'));
  return mailOverSmtp({ url, from: `khong-tra-loi@${new URL(PUBLIC_URL).hostname}`, record: recordExchange });
}

/** The payment platform's callback, read and proven; for `/api/integrations/payment`. */
export function paymentNotice(call: { headers: Headers; body: string }): PaymentNotice {
  return readPaymentNotice(connectionTo('payment').secret, call);
}
