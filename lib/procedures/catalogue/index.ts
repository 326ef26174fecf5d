// The list of the catalogue: adding procedure 26 is a file beside this one and a line here.
import {
  biosafetyLaboratoryCertificate,
  biosafetyLaboratoryCertificateOf2025,
} from '@/lib/procedures/catalogue/biosafety-laboratory-certificate';
import {
  birthCertificateData,
  birthCertificateDataOf2025,
} from '@/lib/procedures/catalogue/birth-certificate-data';
import { cosmeticsImportOrder } from '@/lib/procedures/catalogue/cosmetics-import-order';
import { cosmeticsNotification } from '@/lib/procedures/catalogue/cosmetics-notification';
import { deathNoticeData, deathNoticeDataOf2025 } from '@/lib/procedures/catalogue/death-notice-data';
import { deviceFreeSaleCertificate } from '@/lib/procedures/catalogue/device-free-sale-certificate';
import { deviceImportLicence } from '@/lib/procedures/catalogue/device-import-licence';
import { deviceRegistrationCd } from '@/lib/procedures/catalogue/device-registration-cd';
import { disinfectantRenewal } from '@/lib/procedures/catalogue/disinfectant-renewal';
import { driverHealthData, driverHealthDataOf2025 } from '@/lib/procedures/catalogue/driver-health-data';
import { drugAdvertisingConfirmation } from '@/lib/procedures/catalogue/drug-advertising-confirmation';
import { drugExportLicence } from '@/lib/procedures/catalogue/drug-export-licence';
import { drugImportLicence } from '@/lib/procedures/catalogue/drug-import-licence';
import { drugRegistration } from '@/lib/procedures/catalogue/drug-registration';
import { drugRegistrationRenewal } from '@/lib/procedures/catalogue/drug-registration-renewal';
import { foodAdvertisingConfirmation } from '@/lib/procedures/catalogue/food-advertising-confirmation';
import { healthSupplementDeclaration } from '@/lib/procedures/catalogue/health-supplement-declaration';
import { healthSupplementGmp } from '@/lib/procedures/catalogue/health-supplement-gmp';
import { hospitalOperatingLicence } from '@/lib/procedures/catalogue/hospital-operating-licence';
import { medicalAssessmentAppeal } from '@/lib/procedures/catalogue/medical-assessment-appeal';
import { newTechniqueApproval } from '@/lib/procedures/catalogue/new-technique-approval';
import { pharmacyBusinessCertificate } from '@/lib/procedures/catalogue/pharmacy-business-certificate';
import { practisingLicence } from '@/lib/procedures/catalogue/practising-licence';
import { traditionalMedicineRegistration } from '@/lib/procedures/catalogue/traditional-medicine-registration';
import { trainingPracticeSite } from '@/lib/procedures/catalogue/training-practice-site';
import type { ProcedureDefinition } from '@/lib/procedures/define';

/** Every version ever published, each procedure's in the order of effective dates. */
export const catalogueVersions: readonly ProcedureDefinition[] = [
  drugRegistration,
  drugRegistrationRenewal,
  pharmacyBusinessCertificate,
  drugExportLicence,
  drugImportLicence,
  drugAdvertisingConfirmation,
  cosmeticsNotification,
  cosmeticsImportOrder,
  deviceRegistrationCd,
  deviceImportLicence,
  deviceFreeSaleCertificate,
  healthSupplementDeclaration,
  foodAdvertisingConfirmation,
  healthSupplementGmp,
  practisingLicence,
  hospitalOperatingLicence,
  newTechniqueApproval,
  traditionalMedicineRegistration,
  disinfectantRenewal,
  biosafetyLaboratoryCertificateOf2025,
  biosafetyLaboratoryCertificate,
  trainingPracticeSite,
  medicalAssessmentAppeal,
  birthCertificateDataOf2025,
  birthCertificateData,
  deathNoticeDataOf2025,
  deathNoticeData,
  driverHealthDataOf2025,
  driverHealthData,
];

/** The newest version of each of the 25 procedures, in the order of their numbers. */
export const catalogue: readonly ProcedureDefinition[] = [
  ...new Map(catalogueVersions.map((definition) => [definition.slug, definition])).values(),
];

export function procedureBySlug(slug: string): ProcedureDefinition | undefined {
  return catalogue.find((definition) => definition.slug === slug);
}

export function versionsOf(slug: string): ProcedureDefinition[] {
  return catalogueVersions.filter((definition) => definition.slug === slug);
}
