import type { Adapter, AdapterPayload } from 'oidc-provider';

const MOST_KEPT = 5_000;

interface Entry {
  payload: AdapterPayload;
  until: number;
}

/** What an issuer remembers of open sign-ins: in memory, bounded, gone with the process. */
export function memoryAdapter(): (model: string) => Adapter {
  const entries = new Map<string, Entry>();

  const find = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    if (entry === undefined || entry.until > Date.now()) return entry?.payload;
    entries.delete(key);
    return undefined;
  };
  const findBy = (model: string, property: 'uid' | 'userCode', value: string) =>
    [...entries.keys()]
      .filter((key) => key.startsWith(`${model}:`))
      .map(find)
      .find((payload) => payload?.[property] === value);

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      const [oldest] = entries.keys();
      if (entries.size >= MOST_KEPT && oldest !== undefined) entries.delete(oldest);
      entries.set(`${model}:${id}`, { payload, until: Date.now() + (expiresIn || 3600) * 1000 });
    },
    find: async (id) => find(`${model}:${id}`),
    findByUid: async (uid) => findBy(model, 'uid', uid),
    findByUserCode: async (code) => findBy(model, 'userCode', code),
    async consume(id) {
      const payload = find(`${model}:${id}`);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}
