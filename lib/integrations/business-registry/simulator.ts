import type { BusinessRecord, BusinessRegistry } from '@/lib/integrations/business-registry/port';
import { demoOrganisation } from '@/lib/integrations/people';
import { DomainError } from '@/lib/kernel/errors';

const { taxCode, name, nameEn, shortName, type, address, representative } = demoOrganisation;

const records: readonly BusinessRecord[] = [
  {
    taxCode,
    name,
    nameEn,
    shortName,
    type,
    address,
    capital: 20_000_000_000,
    representatives: [{ name: representative, position: 'Giám đốc' }],
    businessLines: [
      { code: '4649', name: 'Bán buôn đồ dùng khác cho gia đình (dược phẩm, mỹ phẩm)' },
      { code: '4772', name: 'Bán lẻ thuốc, dụng cụ y tế, mỹ phẩm' },
    ],
    state: 'active',
    firstIssuedOn: '2016-05-18',
    lastChangedOn: '2025-08-04',
  },
  {
    taxCode: '0199000458',
    name: 'Công ty Cổ phần Thiết bị Y tế Mẫu (đã giải thể)',
    nameEn: null,
    shortName: null,
    type: 'Công ty cổ phần',
    address: 'Phường Hoàn Kiếm, thành phố Hà Nội (dữ liệu mẫu)',
    capital: 5_000_000_000,
    representatives: [{ name: 'Lý Văn Bình', position: 'Giám đốc' }],
    businessLines: [{ code: '4659', name: 'Bán buôn máy móc, thiết bị và phụ tùng máy khác' }],
    state: 'dissolved',
    firstIssuedOn: '2012-03-01',
    lastChangedOn: '2024-12-20',
  },
];

export function simulatedBusinessRegistry(): BusinessRegistry {
  return {
    async lookup({ taxCode: asked }) {
      const record = records.find((known) => known.taxCode === asked);
      if (record === undefined) throw new DomainError('not_found', 'business_registry');
      return record;
    },
  };
}
