import { plainText } from '../catalog/plainText.ts';
import type { LicenseFilter } from '../catalog/weightsLicense.ts';

/** The license part of a filter in words, for a list of what was asked about: `license permissive or MIT`. */
export function licenseFilterTexts({ licenses, withoutLicenses = [] }: LicenseFilter): readonly string[] {
	return [
		...(licenses ? [`license ${licenses.map(license => plainText(license, 60)).join(' or ')}`] : []),
		...(withoutLicenses.length > 0 ? [`license not ${withoutLicenses.join(' or ')}`] : []),
	];
}

/** A line for the foot of an answer, where its filter says anything of licenses. */
export function leftOutTexts(leftOutByLicense: number | undefined): readonly string[] {
	if (leftOutByLicense === undefined) return [];
	return [`Left out by license: ${leftOutByLicense} ${leftOutByLicense === 1 ? 'candidate' : 'candidates'}`];
}
