import { demoOrganisation, demoPeople } from '@/lib/integrations/people';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { accountIdOf, personIdOf } from './accounts';
import { chance, uuidOf } from './chance';

export interface SampleApplicant {
  accountId: string;
  personId: string;
  person: string;
  organisation: { id: string; taxCode: string; name: string; address: string; representative: string } | null;
  /** Made up here; the others are people one can sign in as. */
  invented: boolean;
}

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** Ten digits with the check digit of enterprise codes; province 01 and a serial nobody holds. */
export function taxCode(serial: number): string {
  for (let nine = 19_900_100 + serial * 7; ; nine += 1) {
    const digits = String(nine).padStart(9, '0');
    const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
    const check = 10 - (sum % 11);
    if (check >= 0 && check <= 9) return `${digits}${check}`;
  }
}

const kinds = [
  'Công ty TNHH Dược phẩm',
  'Công ty Cổ phần Mỹ phẩm',
  'Công ty TNHH Thiết bị y tế',
  'Công ty Cổ phần Thực phẩm',
  'Bệnh viện mẫu',
];
const given = [
  'Minh Khang',
  'Đại Việt',
  'Hoàn Mỹ',
  'Thiên Ân',
  'Nam Hà',
  'Bảo Châu',
  'Trường Thọ',
  'Phúc Lâm',
];
const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Phan', 'Vũ', 'Đặng'];
const names = [
  'Thị Hồng Ngọc',
  'Văn Hậu',
  'Quốc Bảo',
  'Thị Diễm',
  'Anh Tuấn',
  'Thị Mỹ Lệ',
  'Đình Phong',
  'Thu Trang',
];

const organisations: SampleApplicant[] = kinds.flatMap((kind, k) =>
  given.map((name, g) => {
    const nth = k * given.length + g;
    const person = `${surnames[g % surnames.length]} ${names[nth % names.length]}`;
    return {
      accountId: uuidOf(`applicant:${nth}`),
      personId: uuidOf(`applicant-person:${nth}`),
      person,
      organisation: {
        id: uuidOf(`organisation:${nth}`),
        taxCode: taxCode(nth),
        name: `${kind} ${name} (mẫu)`,
        address: `Số ${10 + nth} đường Mẫu, thành phố Hà Nội`,
        representative: person,
      },
      invented: true,
    };
  }),
);

const citizens: SampleApplicant[] = surnames.flatMap((surname, s) =>
  names.slice(0, 4).map((name, n) => ({
    accountId: uuidOf(`citizen:${s}:${n}`),
    personId: uuidOf(`citizen-person:${s}:${n}`),
    person: `${surname} ${name} (mẫu)`,
    organisation: null,
    invented: true,
  })),
);

function demo(account: 'business' | 'citizen'): SampleApplicant {
  const person = demoPeople.find((one) => one.account === account);
  const { id, taxCode: code, name, address, representative } = demoOrganisation;
  return {
    accountId: accountIdOf(account),
    personId: personIdOf(account),
    person: person?.name ?? account,
    organisation: account === 'business' ? { id, taxCode: code, name, address, representative } : null,
    invented: false,
  };
}

export const applicants: readonly SampleApplicant[] = [
  demo('business'),
  demo('citizen'),
  ...organisations,
  ...citizens,
];

/** Procedures of citizens get citizens; a few dossiers belong to the people one can sign in as. */
export function applicantFor(
  { applicant, slug }: Pick<ProcedureDefinition, 'applicant' | 'slug'>,
  nth: number,
): SampleApplicant {
  const forCitizens = applicant.includes('citizen');
  const own = forCitizens ? demo('citizen') : demo('business');
  if (chance(`own:${slug}:${nth}`) < 0.04) return own;
  const list = forCitizens ? citizens : organisations;
  return list[Math.floor(chance(`applicant:${nth}`) * list.length)] ?? own;
}
