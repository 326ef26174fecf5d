import type { Fact } from '@/lib/pdf/paper';
import type { Applicant, ProcedureName } from '@/lib/pdf/templates/form-set';

/** A row only when there is something to say. */
export function fact(label: string, value: string | null | undefined, strong = false): Fact[] {
  if (value === null || value === undefined || value === '') return [];
  return [strong ? { label, value, strong } : { label, value }];
}

export function applicantFacts(applicant: Applicant): Fact[] {
  return [
    ...fact('Tổ chức, cá nhân', applicant.name, true),
    ...fact('Số định danh, mã số', applicant.identifier),
    ...fact('Người đại diện', applicant.representative),
    ...fact('Địa chỉ', applicant.address),
    ...fact('Liên hệ', [applicant.phone, applicant.email].filter(Boolean).join(' · ')),
  ];
}

export function procedureFacts(procedure: ProcedureName): Fact[] {
  return [...fact('Thủ tục hành chính', procedure.name), ...fact('Mã thủ tục', procedure.code)];
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const groups = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ'] as const;

/** 1500000 → "Một triệu năm trăm nghìn đồng", as receipts must state a sum in words. */
export function amountInWords(dong: number): string {
  if (!Number.isSafeInteger(dong) || dong < 0) throw new RangeError('an amount is a whole number of đồng');
  const words: string[] = [];
  const parts = thousandsOf(dong);
  parts.forEach((part, index) => {
    if (part === 0) return;
    const scale = groups[parts.length - 1 - index] ?? '';
    words.push(...hundredsInWords(part, index > 0), ...(scale ? [scale] : []));
  });
  const text = words.length === 0 ? digits[0] : words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} đồng`;
}

function thousandsOf(amount: number): number[] {
  return amount < 1000 ? [amount] : [...thousandsOf(Math.floor(amount / 1000)), amount % 1000];
}

function hundredsInWords(part: number, follows: boolean): string[] {
  const hundred = Math.floor(part / 100);
  const ten = Math.floor(part / 10) % 10;
  const unit = part % 10;
  const words: string[] = [];
  if (hundred > 0 || follows) words.push(digits[hundred] ?? '', 'trăm');
  if (ten === 0 && unit > 0 && words.length > 0) words.push('lẻ');
  if (ten === 1) words.push('mười');
  if (ten > 1) words.push(digits[ten] ?? '', 'mươi');
  if (unit > 0) words.push(unitInWords(unit, ten));
  return words;
}

function unitInWords(unit: number, ten: number): string {
  if (unit === 1 && ten > 1) return 'mốt';
  if (unit === 5 && ten > 0) return 'lăm';
  return digits[unit] ?? '';
}
