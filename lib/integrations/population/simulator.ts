import { demoPeople } from '@/lib/integrations/people';
import type { Population, PopulationRecord } from '@/lib/integrations/population/port';
import { DomainError } from '@/lib/kernel/errors';

const records: readonly PopulationRecord[] = demoPeople.flatMap(({ personalId, name, birthDate, sex }) =>
  personalId === null || birthDate === null || sex === null
    ? []
    : [
        {
          personalId,
          name,
          birthDate,
          sex,
          nationality: 'Việt Nam',
          permanentAddress: 'Phường Cầu Giấy, thành phố Hà Nội (dữ liệu mẫu)',
          alive: true,
        },
      ],
);

/** Names are compared as people write them: any case, any spacing, one Unicode form. */
const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');

/** Knows the demonstration people and nobody else. */
export function simulatedPopulation(): Population {
  const find = (personalId: string) => records.find((record) => record.personalId === personalId);
  return {
    async verify({ personalId, name, birthDate }) {
      const record = find(personalId);
      if (record === undefined) return { match: false, mismatches: ['personal_id'] };
      const mismatches = [
        ...(plain(record.name) === plain(name) ? [] : (['name'] as const)),
        ...(record.birthDate === birthDate ? [] : (['birth_date'] as const)),
      ];
      return { match: mismatches.length === 0, mismatches };
    },
    async readBasic({ personalId }) {
      const record = find(personalId);
      if (record === undefined) throw new DomainError('not_found', 'population');
      return record;
    },
  };
}
