// Forms of the one-stop mechanism: Annex I of Circular 03/2025/TT-VPCP, and the six of Circular 01/2018/TT-VPCP that
// older dossiers were handled under.
import type { Confidence } from '@/lib/procedures/define';

export interface FormTemplate {
  id: string;
  formSet: '2018' | '2025';
  number: string;
  title: { vi: string; en: string };
  trigger: string;
  legalDocumentId: string;
  sourceRef: string;
  confidence: Confidence;
}

type Row = [number: string, vi: string, en: string, trigger: string];

const forms2025: Row[] = [
  ['01', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Receipt with result date', 'accepted'],
  ['02', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Supplement request', 'missing_or_incorrect'],
  ['03', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'Refusal to receive', 'not_competent_or_not_eligible'],
  [
    '04',
    'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
    'Apology and extension',
    'overdue_expected',
  ],
  ['05', 'Thông báo dừng giải quyết hồ sơ', 'Notice of stopping', 'stopped_on_request'],
  ['06', 'Phiếu kiểm soát quá trình giải quyết hồ sơ', 'Control slip', 'hand_over'],
  ['07', 'Sổ theo dõi hồ sơ', 'Logbook', 'every_dossier'],
];

const forms2018: Row[] = [
  ['01', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Receipt with result date', 'accepted'],
  ['02', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Supplement request', 'missing_or_incorrect'],
  ['03', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'Refusal to receive', 'not_competent_or_not_eligible'],
  ['04', 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', 'Apology and new date', 'overdue_expected'],
  ['05', 'Phiếu kiểm soát quá trình giải quyết hồ sơ', 'Control slip', 'hand_over'],
  ['06', 'Sổ theo dõi hồ sơ', 'Logbook', 'every_dossier'],
];

function formsOf(formSet: FormTemplate['formSet'], rows: readonly Row[]): FormTemplate[] {
  const [legalDocumentId, sourceRef] =
    formSet === '2025'
      ? ['tt-03-2025-vpcp', 'Tổng hợp quy định một cửa còn hiệu lực, 02/10/2026']
      : [
          'tt-01-2018-vpcp',
          'https://trangtinphapluat.com/blog/bieu-mau/quy-trinh-giai-quyet-thu-tuc-hanh-chinh/',
        ];
  return rows.map(([number, vi, en, trigger]) => ({
    id: `${formSet}-${number}`,
    formSet,
    number,
    title: { vi, en },
    trigger,
    legalDocumentId,
    sourceRef,
    confidence: 'found',
  }));
}

export const formTemplates: readonly FormTemplate[] = [
  ...formsOf('2025', forms2025),
  ...formsOf('2018', forms2018),
];
