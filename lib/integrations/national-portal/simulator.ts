import type { NationalPortalWire } from '@/lib/integrations/national-portal/wire';
import { hashOf } from '@/lib/integrations/signature';
import { isoOf } from '@/lib/kernel/calendar';
import { DomainError } from '@/lib/kernel/errors';

interface Known {
  status: string;
  updatedAt: string;
}

/** Speaks the partner's words, so that field names and codes are tried for real. A repeated key is one message. */
export function simulatedNationalPortal(world: { now(): Date }): NationalPortalWire {
  const dossiers = new Map<string, Known>();
  const numbers = new Map<string, number>();
  const answered = new Map<string, string>();
  const stamp = () => isoOf(world.now()).replace(/\D/g, '').slice(0, 14);

  function acknowledge(key: string | undefined, payload: unknown, act: () => void) {
    const id = key ?? hashOf(JSON.stringify(payload));
    const known = answered.get(id);
    if (known === undefined) act();
    const messageId = known ?? `TD${hashOf(id).slice(0, 16).toUpperCase()}`;
    answered.set(id, messageId);
    return { error_code: '0' as const, message_id: messageId };
  }

  return {
    async LayMaHoSo({ maDonViTiepNhan, ngay }, options = {}) {
      const series = `${maDonViTiepNhan}-${ngay}`;
      const next = (numbers.get(series) ?? 0) + 1;
      numbers.set(series, next);
      const MaHoSo = `${series}-${String(next).padStart(7, '0')}`;
      return { error_code: '0', message_id: hashOf(options.idempotencyKey ?? MaHoSo).slice(0, 16), MaHoSo };
    },
    async DongBoHoSoMC({ data }, options = {}) {
      return acknowledge(options.idempotencyKey, data, () => {
        for (const { MaHoSo, TrangThaiHoSo } of data)
          dossiers.set(MaHoSo, { status: TrangThaiHoSo, updatedAt: stamp() });
      });
    },
    async CapNhatTienDoHoSoMC({ data }, options = {}) {
      const unknown = data.find(({ MaHoSo }) => !dossiers.has(MaHoSo));
      if (unknown !== undefined) throw new DomainError('not_found', 'national_portal');
      return acknowledge(options.idempotencyKey, data, () => {
        for (const { MaHoSo, TrangThai } of data)
          dossiers.set(MaHoSo, { status: TrangThai, updatedAt: stamp() });
      });
    },
    async TraCuuHoSo({ mahoso }) {
      const known = dossiers.get(mahoso);
      if (known === undefined) throw new DomainError('not_found', 'national_portal');
      const { status, updatedAt } = known;
      return {
        error_code: '0',
        message_id: '',
        MaHoSo: mahoso,
        TrangThaiHoSo: status,
        NgayCapNhat: updatedAt,
      };
    },
  };
}
