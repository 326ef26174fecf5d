import 'server-only';
import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, { type Configuration, errors, type JWK, type KoaContextWithOIDC } from 'oidc-provider';
import { type DemoPerson, demoOrganisation } from '@/lib/integrations/people';
import {
  findPerson,
  type IssuerName,
  messagePage,
  signInPage,
  signOutPage,
} from '@/lib/integrations/simulators/identity-page';
import { memoryAdapter } from '@/lib/integrations/simulators/memory-adapter';
import { type Html, sendPage } from '@/lib/integrations/simulators/page';
import { readForm } from '@/lib/integrations/simulators/request';

export interface IssuerSettings {
  name: IssuerName;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Addresses under which the portal may be reached. */
  portals: readonly string[];
  cookieSecret: string;
}

export interface Issuer {
  handle(request: IncomingMessage, response: ServerResponse, refuse: boolean): Promise<void>;
}

const supportedScopes = (name: IssuerName) =>
  [
    'openid',
    'profile',
    'email',
    ...(name === 'vneid' ? (['identity', 'organisation'] as const) : (['unit'] as const)),
  ] as const;

const claimsByScope = {
  openid: ['sub', 'acr', 'auth_time'],
  profile: ['name', 'birthdate', 'gender', 'title'],
  email: ['email', 'email_verified'],
  identity: ['personal_id'],
  organisation: ['organisation'],
  unit: ['unit', 'personal_id'],
};

function claimsOf(person: DemoPerson) {
  const grant = person.grants[0];
  return {
    sub: person.account,
    name: person.name,
    birthdate: person.birthDate ?? undefined,
    gender: person.sex ?? undefined,
    email: person.email,
    email_verified: true,
    personal_id: person.personalId ?? undefined,
    title: person.title,
    unit: person.issuer === 'staff' ? (grant?.scope ?? undefined) : undefined,
    organisation:
      person.organisationId === null
        ? undefined
        : {
            id: demoOrganisation.id,
            tax_code: demoOrganisation.taxCode,
            name: demoOrganisation.name,
            position: person.title,
          },
  };
}

/** A fresh signing key per run: sessions of the portal do not depend on it. */
function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), use: 'sig', alg: 'RS256', kid: randomUUID() };
}

const show = (ctx: KoaContextWithOIDC, page: Html) => {
  ctx.type = 'html';
  ctx.body = page.text;
};

function clientOf({ name, clientId, clientSecret, portals }: IssuerSettings) {
  return {
    client_id: clientId,
    client_secret: clientSecret,
    client_name: 'Cổng dịch vụ và điều hành số – Bộ Y tế',
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
    redirect_uris: portals.map((portal) => `${portal}/api/auth/callback/${name}`),
    post_logout_redirect_uris: portals.flatMap((portal) => [portal, `${portal}/`, `${portal}/sign-in`]),
  };
}

function configurationOf(settings: IssuerSettings): Configuration {
  const { name, portals, cookieSecret } = settings;
  const path = `/${name}`;
  const key = createHmac('sha256', cookieSecret).update(`issuer:${name}`).digest('hex');
  const page = (title: string, text: string) => messagePage(name, { title, text, portal: portals[0] ?? '/' });
  return {
    adapter: memoryAdapter(),
    clients: [clientOf(settings)],
    responseTypes: ['code'],
    jwks: { keys: [signingKey()] },
    scopes: supportedScopes(name),
    claims: Object.fromEntries(supportedScopes(name).map((scope) => [scope, claimsByScope[scope]])),
    conformIdTokenClaims: false,
    acrValues: name === 'vneid' ? ['urn:vneid:loa:1', 'urn:vneid:loa:2'] : [],
    cookies: {
      keys: [key],
      names: { session: `${name}_session`, interaction: `${name}_interaction`, resume: `${name}_resume` },
      long: { httpOnly: true, sameSite: 'lax', path, signed: true },
      short: { httpOnly: true, sameSite: 'lax', path, signed: true },
    },
    interactions: { url: (_ctx, interaction) => `${path}/interaction/${interaction.uid}` },
    ttl: {
      Session: 8 * 3600,
      Grant: 8 * 3600,
      Interaction: 3600,
      AccessToken: 600,
      IdToken: 3600,
      AuthorizationCode: 60,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(name, form)),
        postLogoutSuccessSource: (ctx) => show(ctx, page('Đã đăng xuất', 'Bạn có thể đóng trang này.')),
      },
    },
    findAccount: (_ctx, account) => {
      const person = findPerson(name, account);
      return person && { accountId: account, claims: () => claimsOf(person) };
    },
    loadExistingGrant: grantEverything,
    renderError: (ctx, { error }) =>
      show(
        ctx,
        page(
          'Không đăng nhập được',
          `Yêu cầu đăng nhập không hợp lệ (${error}). Hãy quay lại cổng và thử lại.`,
        ),
      ),
  };
}

/** The portal is the only client and asks for what it needs: there is nothing to consent to. */
async function grantEverything(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const grant =
    (known && (await provider.Grant.find(known))) ||
    new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(Object.keys(claimsByScope).join(' '));
  await grant.save();
  return grant;
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** Taking another person's place needs no sign-out page between, which would need a script to go on by itself. */
async function forgetAnother(provider: Provider, interaction: Interaction, account: string): Promise<void> {
  if (interaction.session === undefined || interaction.session.accountId === account) return;
  const session = await provider.Session.findByUid(interaction.session.uid);
  if (session === undefined) return;
  delete session.accountId;
  session.authorizations = {};
  await session.persist();
  delete interaction.session;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}

export function startIssuer(settings: IssuerSettings): Issuer {
  const { name } = settings;
  const provider = new Provider(settings.issuer, configurationOf(settings));
  provider.proxy = settings.issuer.startsWith('https:');
  const answer = provider.callback();

  async function interact(request: IncomingMessage, response: ServerResponse, refuse: boolean) {
    if (request.method !== 'POST') {
      await provider.interactionDetails(request, response);
      return sendPage(response, signInPage(name, request.url ?? ''));
    }
    const form = await readForm(request);
    const person = findPerson(name, form.get('account') ?? '');
    if (refuse || person === undefined || form.has('cancel')) {
      const error_description = refuse ? 'the issuer refuses' : 'the person cancelled';
      return provider.interactionFinished(request, response, { error: 'access_denied', error_description });
    }
    await forgetAnother(provider, await provider.interactionDetails(request, response), person.account);
    const acr = person.assurance === null ? undefined : `urn:vneid:loa:${person.assurance}`;
    const login = { accountId: person.account, remember: false, ...(acr === undefined ? {} : { acr }) };
    return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  }

  return {
    async handle(request, response, refuse) {
      if (request.url?.startsWith(`/${name}/interaction/`)) {
        return interact(request, response, refuse).catch((error: unknown) => {
          if (!(error instanceof errors.SessionNotFound)) throw error;
          const text = 'Phiên đăng nhập đã hết hạn hoặc đã dùng. Hãy quay lại cổng và đăng nhập lại.';
          const page = messagePage(name, {
            title: 'Hãy đăng nhập lại',
            text,
            portal: settings.portals[0] ?? '/',
          });
          if (!response.headersSent) sendPage(response, page, 400);
        });
      }
      const mounted = request as IncomingMessage & { originalUrl?: string };
      mounted.originalUrl = request.url ?? '/';
      mounted.url = mounted.originalUrl.slice(`/${name}`.length) || '/';
      await answer(request, response);
    },
  };
}
