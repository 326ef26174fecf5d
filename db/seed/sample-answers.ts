import { demoOrganisation } from '@/lib/integrations/people';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers, Field, SimpleField } from '@/lib/procedures/fields/define';
import { visibleFields } from '@/lib/procedures/rules';
import { chance } from './chance';

/** Names of things the sample dossiers are about; none of them exists. */
const names: Record<string, readonly string[]> = {
  product_name: [
    'Kem chống nắng Soleil SPF 50',
    'Sữa rửa mặt Hoa Sen dịu nhẹ',
    'Viên uống bổ sung canxi Xương Vững',
    'Serum dưỡng ẩm Bình Minh',
    'Trà thảo mộc An Giấc',
    'Dầu gội thảo dược Bồ Kết Xanh',
    'Son dưỡng Mai Vàng',
    'Cốm vi chất Bé Khỏe',
  ],
  drug_name: [
    'Mẫucilin 500 mg',
    'Paramẫu 650 mg',
    'Vắc xin mẫu ngũ giá',
    'Amlomẫu 5 mg',
    'Metfomẫu 850 mg',
    'Mẫuprofen 200 mg',
  ],
  device_name: [
    'Máy thở mẫu V300',
    'Máy siêu âm mẫu S8',
    'Stent mạch vành mẫu',
    'Bơm tiêm điện mẫu B2',
    'Máy theo dõi mẫu M5',
  ],
  preparation_name: [
    'Chế phẩm diệt muỗi Mẫu 10EC',
    'Dung dịch sát khuẩn Mẫu 5L',
    'Bột diệt côn trùng Mẫu WP',
  ],
  technique_name: [
    'Nội soi can thiệp ống mật (mẫu)',
    'Ghép giác mạc bán phần (mẫu)',
    'Xạ phẫu định vị thân (mẫu)',
  ],
  facility_name: [
    'Bệnh viện Đa khoa mẫu Sông Hồng',
    'Phòng xét nghiệm mẫu Tây Hồ',
    'Bệnh viện mẫu Phương Nam',
    'Trung tâm y tế mẫu Hòa Bình',
  ],
};
const people = [
  'Nguyễn Văn Mẫu',
  'Trần Thị Mẫu',
  'Lê Minh Mẫu',
  'Phạm Thu Mẫu',
  'Hoàng Đức Mẫu',
  'Đỗ Lan Mẫu',
];

function chosen<T>(list: readonly T[], key: string): T {
  const item = list[Math.floor(chance(key) * list.length)];
  if (item === undefined) throw new Error(`nothing to choose from for ${key}`);
  return item;
}

/** Right answers for any procedure: what the form itself would accept, the same on every machine. */
export function sampleAnswers(definition: ProcedureDefinition, key: string, known: Answers): Answers {
  let answers: Answers = { ...known };
  // A choice can open further fields; two rounds see them all.
  for (let round = 0; round < 3; round += 1) {
    for (const field of visibleFields(definition, answers)) {
      if (answers[field.code] === undefined)
        answers = { ...answers, [field.code]: sampleAnswer(field, `${key}:${field.code}`) };
    }
  }
  return answers;
}

function sampleAnswer(field: Field, key: string): unknown {
  if (field.kind !== 'list') return sampleValue(field, key);
  const rows = Math.max(field.min, Math.min(3, field.max));
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(field.fields.map((part) => [part.code, sampleValue(part, `${key}:${row}`)])),
  );
}

function sampleValue(field: SimpleField, key: string): unknown {
  switch (field.kind) {
    case 'number':
      return Math.min(field.max ?? 100, Math.max(field.min ?? 1, 1 + Math.floor(chance(key) * 40)));
    case 'date':
      return field.notBefore === 'today' ? '2029-12-31' : '2024-06-15';
    case 'email':
      return 'lien-he@mau.moh.example';
    case 'phone':
      return '0912345678';
    case 'tax_code':
      return demoOrganisation.taxCode;
    case 'personal_id':
      return '099090900001';
    case 'country':
      return chosen(['VN', 'FR', 'KR', 'JP', 'DE', 'IN'], key);
    case 'select':
    case 'radio':
      return field.options === undefined ? '' : chosen(field.options, key).value;
    case 'checkbox':
      return field.options === undefined ? true : [chosen(field.options, key).value];
    case 'text':
    case 'textarea':
      return sampleText(field, key);
  }
}

function sampleText({ code, label, maxLength, pattern }: SimpleField, key: string): string {
  if (pattern !== undefined) return '';
  if (code === 'authorisation_number') return chance(key) < 0.5 ? 'UQ-2024/181' : 'UQ-2024/118';
  const bank = names[code];
  if (bank !== undefined) return chosen(bank, key);
  if (/(full|patient|responsible|pharmacist|child|head|representative)/.test(code))
    return chosen(people, key);
  return `${label.vi} (mẫu)`.slice(0, maxLength ?? 200);
}
