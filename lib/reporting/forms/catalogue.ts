/**
 * The three forms of a hospital: monthly, quarterly, yearly (December).
 * Thông tư 54/2017/TT-BYT asks a self-assessment every December; Thông tư 13/2025/TT-BYT governs electronic
 * records; Quyết định 1710/QĐ-BYT and 2491/QĐ-BYT set the targets. The split into months and quarters is ours.
 */
import { defineReport, type FormSection, type ReportForm } from '@/lib/reporting/define';

const section = (code: string, vi: string, en: string, elements: string[]): FormSection => ({
  code,
  title: { vi, en },
  elements,
});

export const hospitalMonth = defineReport({
  id: 'hospital-month',
  version: 1,
  frequency: 'month',
  title: { vi: 'Báo cáo tháng của bệnh viện', en: 'Monthly hospital report' },
  sections: [
    section('systems', 'Hệ thống thông tin', 'Information systems', ['E05', 'E09', 'E11', 'E13']),
    section('records', 'Bệnh án điện tử', 'Electronic medical records', [
      'E15',
      'E16',
      'E17',
      'E18',
      'E19',
      'E20',
      'E21',
      'E22',
    ]),
    section('prescriptions', 'Đơn thuốc điện tử', 'Electronic prescriptions', ['E26', 'E27']),
    section('insurance', 'Bảo hiểm y tế và liên thông', 'Insurance and interconnection', [
      'E28',
      'E29',
      'E30',
      'E31',
      'E32',
      'E33',
    ]),
    section('payment', 'Thanh toán không dùng tiền mặt', 'Cashless payment', ['E34', 'E36', 'E37', 'E38']),
    section('certificates', 'Giấy chứng nhận gửi điện tử', 'Certificates sent electronically', [
      'E39',
      'E40',
      'E41',
    ]),
    section('publicity', 'Công khai giá, khám chữa bệnh từ xa', 'Prices and telemedicine', ['E49', 'E50']),
    section('incidents', 'Sự cố an toàn thông tin', 'Security incidents', ['E54']),
  ],
  legalBasis: ['TT 13/2025/TT-BYT', 'QĐ 1710/QĐ-BYT', 'QĐ 2491/QĐ-BYT'],
  effectiveFrom: '2025-01-01',
});

export const hospitalQuarter = defineReport({
  id: 'hospital-quarter',
  version: 1,
  frequency: 'quarter',
  title: { vi: 'Báo cáo quý của bệnh viện', en: 'Quarterly hospital report' },
  sections: [
    section('capacity', 'Quy mô và nhân lực', 'Capacity and staff', ['E01', 'E02', 'E03', 'E04']),
    section('systems', 'Hệ thống thông tin', 'Information systems', [
      'E06',
      'E07',
      'E08',
      'E10',
      'E12',
      'E14',
    ]),
    section('records', 'Bệnh án điện tử', 'Electronic medical records', ['E23', 'E24', 'E25']),
    section('payment', 'Thanh toán', 'Payment', ['E35']),
    section('digitised', 'Dữ liệu quản lý đã số hóa', 'Management data digitised', [
      'E42',
      'E43',
      'E44',
      'E45',
      'E46',
    ]),
    section('administration', 'Điều hành điện tử', 'Electronic administration', ['E47', 'E48']),
    section('security', 'An toàn thông tin', 'Information security', ['E51', 'E52', 'E53', 'E55']),
    section('people', 'Tập huấn', 'Training', ['E56']),
    section('innovation', 'Đổi mới', 'Innovation', ['E57', 'E58', 'E59']),
  ],
  legalBasis: ['TT 54/2017/TT-BYT', 'TT 13/2025/TT-BYT', 'QĐ 1710/QĐ-BYT', 'QĐ 2491/QĐ-BYT'],
  effectiveFrom: '2025-01-01',
});

export const hospitalYear = defineReport({
  id: 'hospital-year',
  version: 1,
  frequency: 'year',
  title: { vi: 'Tự đánh giá mức ứng dụng CNTT hằng năm', en: 'Yearly self-assessment of the IT level' },
  sections: [section('level', 'Mức ứng dụng CNTT', 'IT level', ['E60'])],
  legalBasis: ['TT 54/2017/TT-BYT'],
  effectiveFrom: '2025-01-01',
});

export const forms: readonly ReportForm[] = [hospitalMonth, hospitalQuarter, hospitalYear];
